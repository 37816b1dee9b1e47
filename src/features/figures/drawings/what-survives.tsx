import {
  type Command,
  commands,
  type DataLocation,
  type DataState,
  dataStateAfter,
  describeDataState,
  figureStates,
  hasContainer,
  isRunning,
} from '#domain/figures/what-survives.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'

export function WhatSurvives(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Command> = {
  id: 'what-survives',
  figureStates,
  describeState: describeDataState,
  renderControls: (command, choose) => (
    <RadioGroup
      variant="segments"
      areCode
      name={<span translate="no">docker compose</span>}
      options={commands.map((value) => ({ value, text: value }))}
      value={command}
      onValueChange={choose}
    />
  ),
  renderDrawing: (size, command) => <DataLocations size={size} command={command} />,
}

const shell = { y: 24, height: 128 }
const store = { y: 214, height: 84 }
const fateExplanations = store.y + store.height + 62
const height = fateExplanations + 26

type MountedLocation = Exclude<DataLocation, 'layer'>

/** The mount point, name and kind of each location; the kind as separate words, so that a phone can stack them. */
const storageLocations: { location: MountedLocation; path: string; name: string; kind: string[] }[] = [
  { location: 'named', path: '/data', name: 'pgdata', kind: ['named', 'volume'] },
  { location: 'anonymous', path: '/cache', name: '5f0c8e…', kind: ['anonymous', 'volume'] },
  { location: 'bind', path: '/conf', name: './conf', kind: ['bind', 'mount'] },
  { location: 'tmpfs', path: '/run', name: 'tmpfs', kind: ['mount'] },
]

function DataLocations({ size, command }: { size: DrawingSize; command: Command }) {
  const gap = size.kind === 'wide' ? 20 : 9
  const width = (size.width - gap * (storageLocations.length - 1)) / storageLocations.length
  const columnX = (index: number) => index * (width + gap)
  const diskEnd = columnX(2) + width
  return (
    <Drawing size={size} height={height}>
      <Container width={size.width} command={command} />
      {storageLocations.map(({ location, path, name, kind }, index) => (
        <StorageBox
          key={location}
          x={columnX(index)}
          width={width}
          path={path}
          name={name}
          kind={size.kind === 'wide' ? [kind.join(' ')] : kind}
          fate={dataStateAfter(location, command)}
          isMounted={hasContainer(command)}
        />
      ))}
      <Line
        d={`M0 ${fateExplanations - 10}v6H${diskEnd}v-6M${columnX(3)} ${fateExplanations - 10}v6H${size.width}v-6`}
      />
      <SvgText x={diskEnd / 2} y={fateExplanations + 14} anchor="middle" color="soft">
        on disk, outside the container
      </SvgText>
      <SvgText x={columnX(3) + width / 2} y={fateExplanations + 14} anchor="middle" color="soft">
        memory
      </SvgText>
    </Drawing>
  )
}

function Container({ width, command }: { width: number; command: Command }) {
  const isThere = hasContainer(command)
  const pad = 14
  const inner = { x: pad, width: width - 2 * pad, height: 42 }
  const layer = dataStateAfter('layer', command)
  return (
    <>
      <SvgText x={0} y={10} color="soft">
        {isThere ? 'container' : 'no container'}
      </SvgText>
      <Box x={0} y={shell.y} width={width} height={shell.height} tone={isThere ? 'outline' : 'gone'} />
      {isThere && (
        <Box {...inner} y={shell.y + pad} tone={isRunning(command) ? 'plain' : 'gone'}>
          {isRunning(command) ? 'service, running' : 'service, stopped'}
        </Box>
      )}
      <Box {...inner} y={shell.y + shell.height - pad - inner.height} tone={tones[layer]} />
      <SvgText x={inner.x + 12} y={shell.y + shell.height - pad - inner.height / 2}>
        writable layer
      </SvgText>
      <SvgText
        x={inner.x + inner.width - 12}
        y={shell.y + shell.height - pad - inner.height / 2}
        anchor="end"
        color={layer === 'gone' ? 'soft' : 'ink'}
      >
        {layer}
      </SvgText>
    </>
  )
}

const tones = { 'in use': 'area', kept: 'area', orphaned: 'area', gone: 'gone' } as const satisfies Record<
  DataState,
  string
>

function StorageBox({
  x,
  width,
  path,
  name,
  kind,
  fate,
  isMounted,
}: {
  x: number
  width: number
  path: string
  name: string
  kind: string[]
  fate: DataState
  isMounted: boolean
}) {
  const middle = x + width / 2
  const foot = shell.y + shell.height
  const isGone = fate === 'gone'
  return (
    <>
      {isMounted && (
        <>
          <Line d={`M${middle} ${foot}V${foot + 18}M${middle} ${foot + 40}V${store.y}`} isDashed={isGone} />
          <SvgText isCode x={middle} y={foot + 29} anchor="middle" color="soft">
            {path}
          </SvgText>
        </>
      )}
      <Box x={x} y={store.y} width={width} height={store.height} tone={tones[fate]} />
      {fate === 'orphaned' && <HatchedArea x={x} y={store.y} width={width} height={store.height} />}
      <Lines
        x={middle}
        y={store.y + store.height / 2}
        name={name}
        kind={kind}
        hasOutline={fate === 'orphaned'}
      />
      <SvgText x={middle} y={store.y + store.height + 20} anchor="middle" color={isGone ? 'soft' : 'ink'}>
        {fate}
      </SvgText>
    </>
  )
}

/** The name, with the kind below it. */
function Lines({
  x,
  y,
  name,
  kind,
  hasOutline,
}: {
  x: number
  y: number
  name: string
  kind: string[]
  hasOutline: boolean
}) {
  const first = y - (kind.length * 17) / 2
  return (
    <>
      <SvgText isCode x={x} y={first} anchor="middle" hasOutline={hasOutline}>
        {name}
      </SvgText>
      {kind.map((word, index) => (
        <SvgText
          key={word}
          x={x}
          y={first + (index + 1) * 17}
          anchor="middle"
          color="soft"
          hasOutline={hasOutline}
        >
          {word}
        </SvgText>
      ))}
    </>
  )
}
