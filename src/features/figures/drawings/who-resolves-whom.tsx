import { useState } from 'react'
import {
  type Asker,
  askers,
  type Container,
  containers,
  labels,
  type Network,
  networks,
  type Party,
  parties,
  published,
  type Reach,
  reach,
  sentenceOf,
  told,
  type Wiring,
  wirings,
} from '#domain/figures/who-resolves-whom.ts'
import { Choice } from '../choice.tsx'
import { Box, Line, Mark, Words } from '../ink.tsx'
import { Plate } from '../plate.tsx'
import { Drawing, type Sheet } from '../sheet.tsx'

export function WhoResolvesWhom() {
  const [wiring, setWiring] = useState<Wiring>('default')
  const [asker, setAsker] = useState<Asker>('proxy')
  return (
    <Plate
      id="who-resolves-whom"
      sentence={sentenceOf(wiring, asker)}
      told={told}
      controls={
        <>
          <Choice
            legend="Networks"
            options={wirings.map((value) => ({ value, label: labels[value] }))}
            value={wiring}
            onChange={setWiring}
          />
          <Choice
            legend="Who asks"
            options={askers.map((value) => ({ value, label: value }))}
            value={asker}
            onChange={setAsker}
          />
        </>
      }
      draw={(sheet) => <Host sheet={sheet} wiring={wiring} asker={asker} />}
    />
  )
}

const box = { y: 96, height: 40 }
const rails = 164
const frame = { top: 24, foot: 224 }
const verdicts = 258
const height = verdicts + 34

type Columns = { worldWidth: number; frame: number; first: number; width: number; gap: number }

const columnsOf = {
  narrow: { worldWidth: 44, frame: 60, first: 72, width: 50, gap: 9 },
  wide: { worldWidth: 70, frame: 110, first: 138, width: 96, gap: 18 },
} satisfies Record<Sheet['kind'], Columns>

function middleOf(party: Party, { worldWidth, first, width, gap }: Columns): number {
  if (party === 'world') return worldWidth / 2
  return first + containers.indexOf(party) * (width + gap) + width / 2
}

function Host({ sheet, wiring, asker }: { sheet: Sheet; wiring: Wiring; asker: Asker }) {
  const columns = columnsOf[sheet.kind]
  const others = containers.filter((container) => container !== asker)
  return (
    <Drawing sheet={sheet} height={height}>
      <Box
        x={columns.frame}
        y={frame.top}
        width={sheet.width - columns.frame}
        height={frame.foot - frame.top}
        tone="outline"
      />
      <Words x={columns.frame} y={10} ink="soft">
        host
      </Words>
      <Door x={columns.frame} />
      {networks[wiring].map((network) => (
        <Rail
          key={network.name}
          network={network}
          y={rails + (network.name === 'data' ? 30 : 0)}
          columns={columns}
        />
      ))}
      {parties.map((party) => (
        <PartyBox key={party} party={party} isAsking={party === asker} columns={columns} />
      ))}
      {others.map((container) => (
        <Way
          key={container}
          from={asker}
          to={container}
          kind={reach(wiring, asker, container)}
          columns={columns}
        />
      ))}
      {others.map((container) => (
        <Verdict key={container} kind={reach(wiring, asker, container)} x={middleOf(container, columns)} />
      ))}
    </Drawing>
  )
}

const doorY = box.y + box.height / 2

/** The published port: a door in the host's wall that leads to one container. */
function Door({ x }: { x: number }) {
  return (
    <>
      <Box x={x - 4} y={doorY - 10} width={8} height={20} tone="area" radius={1} />
      <Words x={x - 8} y={doorY + 34} anchor="end" ink="soft">
        :{published.port}
      </Words>
    </>
  )
}

function PartyBox({ party, isAsking, columns }: { party: Party; isAsking: boolean; columns: Columns }) {
  const isWorld = party === 'world'
  const width = isWorld ? columns.worldWidth : columns.width
  const x = middleOf(party, columns) - width / 2
  const tone = isAsking ? 'area' : isWorld ? 'gone' : 'plain'
  return (
    <Box x={x} y={box.y} width={width} height={box.height} tone={tone}>
      {party}
    </Box>
  )
}

/** A bridge, drawn as what it is: a rail into which its members are plugged. */
function Rail({ network, y, columns }: { network: Network; y: number; columns: Columns }) {
  const places = network.members.map((member) => middleOf(member, columns))
  const from = Math.min(...places) - columns.width / 2
  const to = Math.max(...places) + columns.width / 2
  // The container on two rails has its plugs side by side.
  const shift = network.isInternal ? 7 : network.name === 'edge' ? -7 : 0
  const stems = places.map((x) => `M${x + shift} ${box.y + box.height}V${y}`).join('')
  return (
    <>
      <Line d={stems} />
      <Line d={`M${from} ${y}H${to}`} stroke="ink" isHeavy isDashed={network.isInternal} />
      <Words
        x={network.isInternal ? to : from}
        y={y + 15}
        anchor={network.isInternal ? 'end' : 'start'}
        ink="soft"
      >
        {network.isInternal ? `${network.name}, internal` : network.name}
      </Words>
    </>
  )
}

/** Arcs above the boxes: heavy by name, thin by address. Through the published port it goes by the door. */
function Way({ from, to, kind, columns }: { from: Party; to: Container; kind: Reach; columns: Columns }) {
  const start = middleOf(from, columns)
  const end = middleOf(to, columns)
  switch (kind) {
    case 'none':
      return null
    case 'port':
      return <PortWay from={from} columns={columns} />
    case 'name':
    case 'address': {
      const lift = Math.min(58, 20 + Math.abs(end - start) * 0.12)
      const foot = box.y - 3
      const arc = `M${start} ${foot}C${start} ${foot - lift} ${end} ${foot - lift} ${end} ${foot}`
      const head = `M${end - 3.5} ${foot - 6}l3.5 6l3.5 -6`
      return <Line d={arc + head} stroke={kind === 'name' ? 'area' : 'ink'} isHeavy={kind === 'name'} />
    }
    default:
      return kind satisfies never
  }
}

function PortWay({ from, columns }: { from: Party; columns: Columns }) {
  const door = columns.frame
  const end = middleOf(published.container, columns) - columns.width / 2 - 2
  const start = middleOf(from, columns)
  const toDoor =
    from === 'world'
      ? `M${columns.worldWidth + 2} ${doorY}H${door - 5}`
      : `M${start} ${box.y - 3}C${start} ${box.y - 66} ${door} ${box.y - 74} ${door} ${doorY - 11}`
  return (
    <>
      <Line d={toDoor} stroke="ink" isDashed />
      <Line d={`M${door + 5} ${doorY}H${end}m-5 -3.5l5 3.5l-5 3.5`} stroke="ink" />
    </>
  )
}

const verdictWords = {
  name: 'name',
  address: 'address',
  port: `:${published.port}`,
  none: 'no way',
} satisfies Record<Reach, string>

function Verdict({ kind, x }: { kind: Reach; x: number }) {
  return (
    <>
      <Mark x={x} y={verdicts} kind={kind === 'none' ? 'no' : 'yes'} />
      <Words x={x} y={verdicts + 20} anchor="middle" ink={kind === 'none' ? 'soft' : 'ink'}>
        {verdictWords[kind]}
      </Words>
    </>
  )
}
