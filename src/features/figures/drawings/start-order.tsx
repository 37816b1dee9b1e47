import { useState } from 'react'
import {
  type Call,
  type Case,
  cases,
  labels,
  lengthSeconds,
  type Probe,
  type Span,
  sentenceOf,
  timelineOf,
  told,
} from '#domain/figures/start-order.ts'
import { Choice } from '../choice.tsx'
import { Box, Line, Mark, Words } from '../ink.tsx'
import { Plate } from '../plate.tsx'
import { Drawing, type Sheet } from '../sheet.tsx'

export function StartOrder() {
  const [shown, setShown] = useState<Case>('started')
  return (
    <Plate
      id="start-order"
      sentence={sentenceOf(shown)}
      told={told}
      controls={
        <Choice
          legend="The case"
          options={cases.map((value) => ({ value, label: labels[value] }))}
          value={shown}
          onChange={setShown}
        />
      }
      draw={(sheet) => <Tracks sheet={sheet} shown={shown} />}
    />
  )
}

const bar = { height: 36, db: 58, api: 176 }
const axis = 254
const height = axis + 30

/** The x of a moment. On the wide sheet the names of the tracks stand at the left. */
type Scale = (seconds: number) => number

function Tracks({ sheet, shown }: { sheet: Sheet; shown: Case }) {
  const left = sheet.kind === 'wide' ? 48 : 0
  const scale: Scale = (seconds) => left + (seconds / lengthSeconds) * (sheet.width - left - 1)
  const isWide = sheet.kind === 'wide'
  const { db, api, probes, calls, socket } = timelineOf(shown)
  return (
    <Drawing sheet={sheet} height={height}>
      <Axis scale={scale} />
      <Words x={0} y={bar.db + (isWide ? bar.height / 2 : -15)}>
        db
      </Words>
      <Words x={0} y={bar.api + (isWide ? bar.height / 2 : bar.height + 16)}>
        api
      </Words>
      {db.map((span) => (
        <Stretch key={span.name + span.from} span={span} y={bar.db} scale={scale} />
      ))}
      {socket && <Socket span={socket} scale={scale} />}
      {api.map((span) => (
        <Stretch key={span.name} span={span} y={bar.api} scale={scale} />
      ))}
      {probes.map((probe) => (
        <Knock key={probe.at} probe={probe} x={scale(probe.at)} />
      ))}
      {calls.map((call) => (
        <CallLine key={call.at} call={call} x={scale(call.at)} isNamed={calls.length === 1} />
      ))}
    </Drawing>
  )
}

const tones = { working: 'plain', ready: 'area', held: 'gone', down: 'gone' } as const

function Stretch({ span, y, scale }: { span: Span; y: number; scale: Scale }) {
  const x = scale(span.from)
  const width = scale(span.to) - x
  // What is too short for its name has it at its right.
  const isShort = span.to - span.from < 2
  return (
    <>
      <Box x={x} y={y} width={width} height={bar.height} tone={tones[span.state]}>
        {isShort ? undefined : span.name}
      </Box>
      {isShort && (
        <Words x={x + width + 10} y={y + bar.height / 2}>
          {span.name}
        </Words>
      )}
    </>
  )
}

function Socket({ span, scale }: { span: Span; scale: Scale }) {
  const x = scale(span.from)
  return (
    <Box x={x} y={bar.db + bar.height + 5} width={scale(span.to) - x} height={22} tone="sunk">
      {span.name}
    </Box>
  )
}

/** A probe comes from above: it asks inside db's own container. */
function Knock({ probe, x }: { probe: Probe; x: number }) {
  return (
    <>
      <Line d={`M${x} ${bar.db - 18}V${bar.db}`} stroke="ink" />
      <Mark x={x} y={bar.db - 29} kind={probe.isPassed ? 'yes' : 'no'} />
      <Words x={x} y={bar.db - 48} anchor="middle" ink="soft">
        knock
      </Words>
    </>
  )
}

function CallLine({ call, x, isNamed }: { call: Call; x: number; isNamed: boolean }) {
  const foot = bar.api - 1
  const top = bar.db + bar.height + 1
  const middle = (top + foot) / 2 + 8
  const kind = call.isAnswered ? 'yes' : 'no'
  const isLate = call.at > lengthSeconds * 0.7
  return (
    <>
      <Line d={`M${x} ${foot}V${middle + 10}M${x} ${middle - 10}V${top}m-3.5 6l3.5 -6l3.5 6`} stroke="ink" />
      <Mark x={x} y={middle} kind={kind} />
      {isNamed && (
        <Words x={isLate ? x - 12 : x + 12} y={middle} anchor={isLate ? 'end' : 'start'}>
          {call.isAnswered ? 'answered' : 'refused'}
        </Words>
      )}
    </>
  )
}

function Axis({ scale }: { scale: Scale }) {
  const ticks = Array.from({ length: lengthSeconds / 2 + 1 }, (_, index) => index * 2)
  return (
    <>
      <Line d={`M${scale(0)} ${axis}H${scale(lengthSeconds)}`} />
      <Line d={ticks.map((at) => `M${scale(at)} ${axis}v5`).join('')} />
      {ticks.map((at) => (
        <Words
          key={at}
          x={scale(at)}
          y={axis + 18}
          anchor={at === 0 ? 'start' : at === lengthSeconds ? 'end' : 'middle'}
          ink="soft"
        >
          {at === lengthSeconds ? `${at} s` : at}
        </Words>
      ))}
    </>
  )
}
