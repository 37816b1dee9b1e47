import {
  describeSetup,
  figureStates,
  type Listener,
  listenersOf,
  openPortsOf,
  type Setup,
  web2Labels,
  web2Networks,
  webLabels,
  webNetworks,
} from '#domain/figures/who-gets-the-port.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Arrow, Box, CheckOrCross, SvgText } from '../svg-primitives.tsx'

export function WhoGetsThePort(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Setup> = {
  id: 'who-gets-the-port',
  figureStates,
  describeState: describeSetup,
  renderControls: (setup, choose) => (
    <>
      <RadioGroup
        variant="segments"
        areCode
        name="Network of web"
        options={webNetworks.map((value) => ({ value, text: webLabels[value] }))}
        value={setup.web}
        onValueChange={(web) => choose({ ...setup, web })}
      />
      <RadioGroup
        variant="segments"
        name="Network of web2"
        options={web2Networks.map((value) => ({ value, text: web2Labels[value] }))}
        value={setup.web2}
        onValueChange={(web2) => choose({ ...setup, web2 })}
      />
    </>
  ),
  renderDrawing: (size, setup) => <Host size={size} setup={setup} />,
}

/** The host’s ports, ordered so that those which lead to web are above it. */
const hostPorts = [80, 8080, 22, 6379]
const pad = 10
const gap = 6
const hostNetwork = { y: 44, height: 116 }
const slot = { y: 56, height: 70 }
const container = { y: 212, height: 104 }
const height = container.y + container.height + 2

function Host({ size: { width, ...size }, setup }: { size: DrawingSize; setup: Setup }) {
  const { listening, failed } = listenersOf(setup)
  const open = openPortsOf(setup)
  const slotWidth = (width - 2 * pad - 3 * gap) / 4
  const slotX = (port: number) => pad + hostPorts.indexOf(port) * (slotWidth + gap)
  const middleOf = (port: number) => slotX(port) + slotWidth / 2
  return (
    <Drawing size={{ width, ...size }} height={height}>
      <SvgText x={0} y={8} color="soft">
        other machines
      </SvgText>
      <Box x={0} y={hostNetwork.y} width={width} height={hostNetwork.height} tone="outline" />
      <SvgText x={width - pad} y={hostNetwork.y + hostNetwork.height - 16} anchor="end" color="soft">
        the host’s network
      </SvgText>
      {hostPorts.map((port) => (
        <HostPort
          key={port}
          port={port}
          x={slotX(port)}
          width={slotWidth}
          owner={listening.find((each) => each.namespace === 'host' && each.port === port)}
        />
      ))}
      {open.map((port) => (
        <Arrow
          key={port}
          points={[
            [middleOf(port), 18],
            [middleOf(port), slot.y - 3],
          ]}
          stroke="ink"
        />
      ))}
      {setup.web === 'published' && (
        <Arrow
          points={[
            [middleOf(80), slot.y + slot.height],
            [middleOf(80), container.y + 56],
          ]}
          stroke="ink"
        />
      )}
      <ContainerBox name="web" network={setup.web} x={0} width={width} />
      <ContainerBox name="web2" network={setup.web2} x={(width + gap) / 2} width={width} />
      {setup.web === 'host' && (
        <BindPath to={middleOf(8080) - 8} from={middleOf(8080) - 8} hasFailed={false} />
      )}
      {setup.web2 === 'host' && (
        <BindPath to={middleOf(8080) + 8} from={width / 2 + 28} hasFailed={failed.length > 0} />
      )}
    </Drawing>
  )
}

function HostPort({
  port,
  x,
  width,
  owner,
}: {
  port: number
  x: number
  width: number
  owner: Listener | undefined
}) {
  const isContainer = owner?.program === 'web' || owner?.program === 'web2'
  const line = (index: number) => slot.y + 15 + index * 20
  return (
    <>
      <Box
        x={x}
        y={slot.y}
        width={width}
        height={slot.height}
        tone={owner ? (isContainer ? 'area' : 'plain') : 'gone'}
      />
      <SvgText isCode x={x + width / 2} y={line(0)} anchor="middle" color={owner ? 'ink' : 'soft'}>
        :{port}
      </SvgText>
      <SvgText
        isCode={owner !== undefined}
        x={x + width / 2}
        y={line(1)}
        anchor="middle"
        color={owner ? 'ink' : 'soft'}
      >
        {owner?.program ?? 'free'}
      </SvgText>
      {owner?.address === 'loopback' && (
        <SvgText x={x + width / 2} y={line(2)} anchor="middle" color="soft">
          local only
        </SvgText>
      )}
    </>
  )
}

/** A container, with its own network namespace and port 8080 in it, or without one. */
function ContainerBox({
  name,
  network,
  x,
  width,
}: {
  name: 'web' | 'web2'
  network: Setup['web'] | Setup['web2']
  x: number
  width: number
}) {
  const box = { x, y: container.y, width: (width - gap) / 2, height: container.height }
  const inner = { x: x + pad, width: box.width - 2 * pad }
  if (network === 'absent')
    return (
      <Box {...box} tone="gone" isCode>
        {name}
      </Box>
    )
  const isHost = network === 'host'
  return (
    <>
      <Box {...box} tone={isHost ? 'hidden' : 'outline'} />
      <SvgText isCode x={x + box.width - pad} y={container.y + 16} anchor="end">
        {name}
      </SvgText>
      <SvgText x={x + box.width - pad} y={container.y + (isHost ? 56 : 40)} anchor="end" color="soft">
        {isHost ? 'host’s network' : 'own network'}
      </SvgText>
      {isHost ? (
        <SvgText x={x + box.width - pad} y={container.y + 78} anchor="end" color="soft">
          shares 127.0.0.1
        </SvgText>
      ) : (
        <Box {...inner} y={container.y + 58} height={36} tone="area" isCode>
          :8080 {name}
        </Box>
      )}
    </>
  )
}

/** From a container on the host’s network to port 8080 of the host. */
function BindPath({ from, to, hasFailed }: { from: number; to: number; hasFailed: boolean }) {
  const foot = slot.y + slot.height
  const turnY = container.y - 22
  return (
    <>
      <Arrow
        points={[
          [from, container.y],
          [from, turnY],
          [to, turnY],
          [to, foot + 2],
        ]}
        stroke={hasFailed ? 'ink' : 'area'}
        isHeavy={!hasFailed}
        isDashed={hasFailed}
      />
      {hasFailed && (
        <>
          <CheckOrCross x={from + 16} y={turnY} kind="no" />
          <SvgText x={from + 28} y={turnY}>
            in use
          </SvgText>
        </>
      )}
    </>
  )
}
