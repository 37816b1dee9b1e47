import {
  type Answer,
  addressesOf,
  answerTo,
  clients,
  describeLookup,
  exampleNames,
  figureStates,
  type Lookup,
  nameProblem,
  networksOf,
} from '#domain/figures/name-lookup.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { CheckOrCross, Line, SvgText } from '../svg-primitives.tsx'
import { CheckedField } from './checked-field.tsx'
import { LookupMap, mapHeight } from './name-lookup-map.tsx'

export function NameLookup(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Lookup> = {
  id: 'name-lookup',
  figureStates,
  describeState: describeLookup,
  renderControls: (lookup, choose) => (
    <>
      <RadioGroup
        variant="segments"
        areCode
        name="Who asks"
        options={clients.map((value) => ({ value, text: value }))}
        value={lookup.client}
        onValueChange={(client) => choose({ ...lookup, client })}
      />
      <RadioGroup<string>
        variant="segments"
        areCode
        name="For which name"
        options={exampleNames.map((value) => ({ value, text: value }))}
        value={lookup.name}
        onValueChange={(name) => choose({ ...lookup, name })}
      />
      <CheckedField
        name="Or another name"
        value={lookup.name}
        problemOf={nameProblem}
        maxLength={64}
        className="max-w-64"
        onValueChange={(name) => choose({ ...lookup, name })}
      />
    </>
  ),
  renderDrawing: (size, lookup) => <MapAndLedger size={size} lookup={lookup} />,
}

const ledger = mapHeight + 30
const rowHeight = 24
const height = ledger + 2 * rowHeight + 12

function MapAndLedger({ size, lookup }: { size: DrawingSize; lookup: Lookup }) {
  const answer = answerTo(lookup)
  return (
    <Drawing size={size} height={height}>
      <LookupMap size={size} client={lookup.client} answer={answer} />
      {ledgerRows(lookup, answer).map((row, index) => (
        <LedgerRow key={row.source} {...row} y={ledger + index * rowHeight} end={size.width} />
      ))}
    </Drawing>
  )
}

type Row = { source: string; says: string; kind?: 'yes' | 'no' | undefined }

/** The servers in the order in which they are asked, with their answers. */
function ledgerRows({ client }: Lookup, answer: Answer): Row[] {
  const hosts: Row = { source: '/etc/hosts', says: 'no such name' }
  const embedded: Row = { source: '127.0.0.11', says: 'no such name' }
  const upstream: Row = { source: 'host’s DNS', says: 'not asked' }
  switch (answer.by) {
    case 'hosts file':
      return [{ ...hosts, says: '127.0.0.1', kind: 'yes' }, { ...embedded, says: 'not asked' }, upstream]
    case 'embedded':
      return [hosts, { ...embedded, says: addressesOf(answer).join(', '), kind: 'yes' }, upstream]
    case 'upstream':
      return [
        hosts,
        networksOf(client).length === 0 ? { ...embedded, says: 'not there' } : embedded,
        answer.isFound
          ? { ...upstream, says: 'answers', kind: 'yes' }
          : { ...upstream, says: 'NXDOMAIN', kind: 'no' },
      ]
    case 'nobody':
      return [hosts, { ...embedded, says: 'SERVFAIL', kind: 'no' }, { ...upstream, says: 'out of reach' }]
    default:
      return answer satisfies never
  }
}

function LedgerRow({ source, says, kind, y, end }: Row & { y: number; end: number }) {
  return (
    <>
      <Line d={`M0 ${y - rowHeight / 2}H${end}`} stroke="rule" />
      {kind && <CheckOrCross x={6} y={y} kind={kind} />}
      <SvgText isCode x={18} y={y} color={kind ? 'ink' : 'soft'}>
        {source}
      </SvgText>
      <SvgText isCode={kind !== undefined} x={end} y={y} anchor="end" color={kind ? 'ink' : 'soft'}>
        {says}
      </SvgText>
    </>
  )
}
