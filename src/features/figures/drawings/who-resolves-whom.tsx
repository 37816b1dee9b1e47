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
import { box, type Columns, columnsOf, doorY, middleOf, Way } from './who-ways.tsx'

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

const rails = 164
const frame = { top: 24, foot: 224 }
const verdicts = 258
const height = verdicts + 34

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

/** The published port: a door in the host's wall that leads to one container. */
function Door({ x }: { x: number }) {
  return (
    <>
      <Box x={x - 4} y={doorY - 10} width={8} height={20} tone="plain" radius={1} />
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
