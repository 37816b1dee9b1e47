import { useState } from 'react'
import {
  type Asker,
  askers,
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
  narrow: { worldWidth: 44, frame: 54, first: 64, width: 50, gap: 9 },
  wide: { worldWidth: 70, frame: 110, first: 138, width: 96, gap: 18 },
} satisfies Record<Sheet['kind'], Columns>

function middleOf(party: Party, { worldWidth, first, width, gap }: Columns): number {
  if (party === 'world') return worldWidth / 2
  return first + containers.indexOf(party) * (width + gap) + width / 2
}

function Host({ sheet, wiring, asker }: { sheet: Sheet; wiring: Wiring; asker: Asker }) {
  const columns = columnsOf[sheet.kind]
  const others = parties.filter((party) => party !== asker)
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
      <Gate x={columns.frame} />
      {networks[wiring].map((network, index) => (
        <Rail
          key={network.name}
          network={network}
          y={rails + (network.name === 'data' ? 30 : 0)}
          index={index}
          columns={columns}
        />
      ))}
      {parties.map((party) => (
        <PartyBox key={party} party={party} isAsking={party === asker} columns={columns} />
      ))}
      {others.map((party) => (
        <Way key={party} from={asker} to={party} kind={reach(wiring, asker, party)} columns={columns} />
      ))}
      {others.map((party) => (
        <Verdict key={party} kind={reach(wiring, asker, party)} x={middleOf(party, columns)} />
      ))}
    </Drawing>
  )
}

const gateY = box.y + box.height / 2

/** The published port: a door in the host's wall that leads to one container. */
function Gate({ x }: { x: number }) {
  return <Box x={x - 4} y={gateY - 9} width={8} height={18} tone="sunk" radius={1} />
}

function PartyBox({ party, isAsking, columns }: { party: Party; isAsking: boolean; columns: Columns }) {
  const width = party === 'world' ? columns.worldWidth : columns.width
  const x = middleOf(party, columns) - width / 2
  if (party === 'world') {
    return (
      <Box x={x} y={box.y} width={width} height={box.height} tone={isAsking ? 'area' : 'gone'}>
        {party}
      </Box>
    )
  }
  return (
    <Box x={x} y={box.y} width={width} height={box.height} tone={isAsking ? 'area' : 'plain'}>
      {party}
    </Box>
  )
}

/** A bridge, drawn as what it is: a rail into which its members are plugged. */
function Rail({ network, y, columns }: { network: Network; y: number; index: number; columns: Columns }) {
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

/** An arc above the boxes: heavy by name, thin by address, dashed where it leaves the network. */
function Way({ from, to, kind, columns }: { from: Party; to: Party; kind: Reach; columns: Columns }) {
  if (kind === 'none') return null
  const start = middleOf(from, columns)
  const end = middleOf(to, columns)
  const lift = Math.min(58, 20 + Math.abs(end - start) * 0.12)
  const isName = kind === 'name'
  const d =
    kind === 'port'
      ? portWay(from, columns)
      : `M${start} ${box.y - 3}C${start} ${box.y - lift} ${end} ${box.y - lift} ${end} ${box.y - 3}`
  return (
    <>
      <Line
        d={d}
        stroke={isName ? 'area' : 'ink'}
        isHeavy={isName}
        isDashed={kind === 'port' || kind === 'out'}
      />
      <Line d={`M${end - 3.5} ${box.y - 9}l3.5 6l3.5 -6`} stroke={isName ? 'area' : 'ink'} />
    </>
  )
}

function portWay(from: Party, columns: Columns): string {
  const end = middleOf(published.container, columns)
  const { frame: gate } = columns
  if (from === 'world') return `M${columns.worldWidth} ${gateY}H${end - columns.width / 2}`
  const start = middleOf(from, columns)
  return `M${start} ${box.y - 3}C${start} ${box.y - 60} ${gate + 4} ${box.y - 70} ${gate + 4} ${gateY - 9}`
}

const verdictWords = {
  name: 'name',
  address: 'address',
  port: `:${published.port}`,
  out: 'out',
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
