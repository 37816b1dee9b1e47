import { type IdRange, type IdSetup, unmappedId } from '#domain/figures/id-map.ts'
import {
  describeIds,
  figureStates,
  filesOf,
  type IdQuestion,
  type OwnedFile,
  parseIdQuestion,
} from '#domain/figures/mapped-ids.ts'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Arrow, Box, CheckOrCross, Line, SvgText, TintedArea } from '../svg-primitives.tsx'
import { MappedIdsFields } from './mapped-ids-fields.tsx'

export function MappedIds(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<IdQuestion> = {
  id: 'mapped-ids',
  figureStates,
  describeState: describeIds,
  renderControls: (question, choose) => <MappedIdsFields question={question} choose={choose} />,
  renderDrawing: (size, question) => <Sides size={size} question={question} />,
}

const headHeight = 24
const small = 28
const large = 48
const gap = 8
const tableTop = headHeight + 2 * small + large + 2 * gap + 26
const rowHeight = 26
const height = tableTop + 5 * rowHeight

/** Single IDs are labeled with a name, the others with their range. */
type IdBlock = { id: string; y: number; height: number; lines: string[]; tone: 'plain' | 'area' | 'gone' }

function blockOf(id: string, y: number, lines: string[], tone: IdBlock['tone']): IdBlock {
  return { id, y, height: lines.length > 1 ? large : small, lines, tone }
}

function rangeLines(first: number, count: number): string[] {
  return count === 1 ? [String(first)] : [`${first}`, `to ${first + count - 1}`]
}

/** From top to bottom on both sides: the host’s root, the user, the subordinate range. */
const rows = { root: headHeight, user: headHeight + small + gap, range: headHeight + 2 * (small + gap) }

function Sides({ size, question }: { size: DrawingSize; question: IdQuestion }) {
  const { map, range, uid, isOverlapping, isRejected } = parseIdQuestion(question)
  const width = size.kind === 'wide' ? 200 : 118
  const hostX = size.width - width
  const isUsual = question.setup === 'usual'
  const host = [
    blockOf('root', rows.root, ['0 root'], isUsual ? 'area' : 'plain'),
    blockOf(
      'user',
      rows.user,
      [`${uid} ${shorten(range.user)}`],
      question.setup === 'remap' && !isOverlapping ? 'plain' : 'area',
    ),
    isUsual
      ? blockOf('range', rows.range, ['every', 'other ID'], 'area')
      : blockOf('range', rows.range, rangeLines(range.start, range.count), 'area'),
  ]
  return (
    <Drawing size={size} height={height}>
      <Head x={0} text="in the container" />
      <Head x={size.width} text="on the host" isEnd />
      {insideBlocks(question.setup, map, uid).map((block) => (
        <Block key={block.id} block={isRejected ? { ...block, tone: 'gone' } : block} x={0} width={width} />
      ))}
      {host.map((block) => (
        <Block key={block.id} block={block} x={hostX} width={width} />
      ))}
      {isRejected && <CheckOrCross x={size.width / 2} y={rows.range + large / 2} kind="no" />}
      {(isRejected ? [] : arrowsOf(question.setup)).map(([from, to]) => (
        <Arrow
          key={from}
          points={[
            [width + 4, from],
            [hostX - 3, to],
          ]}
          stroke="area"
          isHeavy
        />
      ))}
      <FileTable size={size} files={filesOf(question)} />
    </Drawing>
  )
}

function insideBlocks(setup: IdSetup, map: readonly IdRange[], uid: number): IdBlock[] {
  const last = map.reduce((highest, { inside, count }) => Math.max(highest, inside + count - 1), 0)
  const others = map.at(-1) ?? { inside: 0, count: 1 }
  const rootBlock = blockOf('root', setup === 'usual' ? rows.root : rows.user, ['0 root'], 'area')
  if (setup === 'usual') {
    return [
      rootBlock,
      blockOf('user', rows.user, [String(uid)], 'area'),
      blockOf('range', rows.range, ['every', 'other ID'], 'area'),
    ]
  }
  const outside = blockOf('outside', rows.root, [`${unmappedId} nobody`], 'gone')
  const rangeBlock = blockOf('range', rows.range, rangeLines(others.inside, last - others.inside + 1), 'area')
  return setup === 'rootless' ? [outside, rootBlock, rangeBlock] : [outside, rangeBlock]
}

function arrowsOf(setup: IdSetup): [from: number, to: number][] {
  const middle = { root: rows.root + small / 2, user: rows.user + small / 2, range: rows.range + large / 2 }
  const straight = (...ys: number[]) => ys.map((y): [number, number] => [y, y])
  if (setup === 'usual') return straight(middle.root, middle.user, middle.range)
  return setup === 'remap' ? straight(middle.range) : straight(middle.user, middle.range)
}

function Head({ x, text, isEnd = false }: { x: number; text: string; isEnd?: boolean }) {
  return (
    <SvgText x={x} y={8} color="soft" anchor={isEnd ? 'end' : 'start'}>
      {text}
    </SvgText>
  )
}

function Block({ block, x, width }: { block: IdBlock; x: number; width: number }) {
  const { y, height, lines, tone } = block
  return (
    <>
      <Box x={x} y={y} width={width} height={height} tone={tone} />
      {lines.map((line, index) => (
        <SvgText
          key={line}
          x={x + width / 2}
          y={y + ((index + 0.5) * height) / lines.length + (lines.length > 1 ? (index === 0 ? 3 : -3) : 0)}
          anchor="middle"
          color={tone === 'gone' ? 'soft' : 'ink'}
        >
          {line}
        </SvgText>
      ))}
    </>
  )
}

/** The output of `ls -n` for the same files, inside and on the host. */
function FileTable({ size, files }: { size: DrawingSize; files: readonly OwnedFile[] }) {
  const inside = size.kind === 'wide' ? 330 : 190
  const y = (index: number) => tableTop + 10 + index * rowHeight
  return (
    <>
      <SvgText x={0} y={y(0)} color="soft">
        owner of
      </SvgText>
      <SvgText x={inside} y={y(0)} anchor="end" color="soft">
        inside
      </SvgText>
      <SvgText x={size.width} y={y(0)} anchor="end" color="soft">
        on the host
      </SvgText>
      {files.map(({ name, inside: insideId, outside }, index) => (
        <g key={name}>
          <Line d={`M0 ${y(index + 1) - rowHeight / 2}H${size.width}`} stroke="rule" />
          {name === 'data.db' && <TintedArea x={0} y={y(index + 1) - 11} width={size.width} height={22} />}
          <SvgText x={4} y={y(index + 1)} isCode>
            {name}
          </SvgText>
          <SvgText x={inside} y={y(index + 1)} anchor="end" color={insideId === unmappedId ? 'soft' : 'ink'}>
            {insideId === undefined ? '–' : nameOf(insideId)}
          </SvgText>
          {outside === undefined && <CheckOrCross x={size.width - 84} y={y(index + 1)} kind="no" />}
          <SvgText x={size.width - 4} y={y(index + 1)} anchor="end">
            {outside === undefined ? 'not mapped' : nameOf(outside)}
          </SvgText>
        </g>
      ))}
    </>
  )
}

function nameOf(id: number): string {
  return id === 0 ? '0 root' : id === unmappedId ? `${id} nobody` : String(id)
}

function shorten(name: string): string {
  return name.length > 8 ? `${name.slice(0, 7)}…` : name
}
