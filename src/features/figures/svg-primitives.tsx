import type { ReactNode } from 'react'

/** The shapes and text of all figures. Coordinates are in units of the drawing area. */

type Tone = 'plain' | 'area' | 'sunk' | 'outline' | 'gone' | 'hidden'

/** Color is never the only cue: dashes, hatching or text say the same. */
const boxTones = {
  plain: 'fill-paper-raised stroke-rule-strong',
  area: 'fill-area/12 stroke-area',
  sunk: 'fill-paper-sunk stroke-rule-strong',
  outline: 'fill-transparent stroke-rule-strong',
  gone: 'fill-transparent stroke-rule-strong [stroke-dasharray:3_4]',
  hidden: 'fill-paper-raised stroke-rule-strong [stroke-dasharray:3_4]',
} satisfies Record<Tone, string>

export type Bounds = { x: number; y: number; width: number; height: number }

/** A rectangle with a centered name. It is an <svg> element of its own so that its position can be animated. */
export function Box({
  x,
  y,
  width,
  height,
  tone = 'plain',
  radius = 2,
  isCode = false,
  children,
}: Bounds & { tone?: Tone; radius?: number; isCode?: boolean; children?: ReactNode }) {
  return (
    <svg
      x={x}
      y={y}
      width={width}
      height={height}
      overflow="visible"
      aria-hidden="true"
      className="plate-part"
    >
      <rect width={width} height={height} rx={radius} className={boxTones[tone]} />
      {children !== undefined && (
        <SvgText x={width / 2} y={height / 2} anchor="middle" isCode={isCode}>
          {children}
        </SvgText>
      )}
    </svg>
  )
}

type TextColor = 'ink' | 'soft' | 'area'

const textColors = { ink: 'fill-ink', soft: 'fill-ink-soft', area: 'fill-area' } satisfies Record<
  TextColor,
  string
>

/** A line of text, vertically centered at `y`. */
export function SvgText({
  x,
  y,
  anchor = 'start',
  color = 'ink',
  fontSize,
  fontFamily = 'font-mono',
  hasOutline = false,
  isCode = false,
  children,
}: {
  x: number
  y: number
  anchor?: 'start' | 'middle' | 'end'
  color?: TextColor
  fontSize?: number
  fontFamily?: 'font-mono' | 'font-display'
  /** Keeps hatching in the background from running through the letters. */
  hasOutline?: boolean
  /** A name or command, which page translators must not translate. */
  isCode?: boolean
  children: ReactNode
}) {
  return (
    <text
      x={x}
      y={y}
      dy="0.35em"
      textAnchor={anchor}
      {...(fontSize && { fontSize })}
      {...(isCode && { translate: 'no' })}
      className={`plate-part ${fontFamily} ${textColors[color]} ${hasOutline ? textOutline : ''}`}
    >
      {children}
    </text>
  )
}

const textOutline = 'stroke-paper-raised stroke-[4] [paint-order:stroke] [stroke-linejoin:round]'

type Stroke = 'rule' | 'strong' | 'ink' | 'area'

const strokes = {
  rule: 'stroke-rule',
  strong: 'stroke-rule-strong',
  ink: 'stroke-ink',
  area: 'stroke-area',
} satisfies Record<Stroke, string>

type LineStyle = { stroke?: Stroke; isDashed?: boolean; isHeavy?: boolean }

/** A path without a fill. */
export function Line({ d, stroke = 'strong', isDashed = false, isHeavy = false }: LineStyle & { d: string }) {
  const dash = isDashed ? '[stroke-dasharray:3_4]' : ''
  return (
    <path
      d={d}
      className={`plate-part fill-transparent ${strokes[stroke]} ${dash} ${isHeavy ? 'stroke-[1.75]' : ''}`}
    />
  )
}

type Point = readonly [x: number, y: number]

/** A line through the points, with an open arrowhead at the last one. */
export function Arrow({ points, ...lineStyle }: LineStyle & { points: readonly Point[] }) {
  return (
    <Line d={`M${points.map((point) => point.join(' ')).join('L')}${arrowhead(points)}`} {...lineStyle} />
  )
}

/** Two strokes of 7 units, 30 degrees from the line. */
function arrowhead(points: readonly Point[]): string {
  const [end, before] = points.toReversed()
  if (!end || !before) return ''
  const back = Math.atan2(before[1] - end[1], before[0] - end[0])
  const [left, right] = [back - Math.PI / 6, back + Math.PI / 6].map(
    (angle) => `${end[0] + 7 * Math.cos(angle)} ${end[1] + 7 * Math.sin(angle)}`,
  )
  return `M${left}L${end.join(' ')}L${right}`
}

/** A check mark or a cross, 9 units wide. */
export function CheckOrCross({ x, y, kind }: { x: number; y: number; kind: 'yes' | 'no' }) {
  const d =
    kind === 'yes' ? `M${x - 4.5} ${y}l3.2 3.6 5.8-7.2` : `M${x - 3.6} ${y - 3.6}l7.2 7.2m0-7.2l-7.2 7.2`
  return <path d={d} className={`plate-part fill-transparent stroke-[1.75] ${markInks[kind]}`} />
}

const markInks = { yes: 'stroke-correct', no: 'stroke-incorrect' }

/**
 * Diagonal hatching, for something that exists but is not visible. It is a single path, so that it needs no pattern
 * with an id.
 */
export function HatchedArea({ x, y, width, height }: Bounds) {
  const gap = 7
  const lines: string[] = []
  for (let start = gap; start < width + height; start += gap) {
    const top = { x: x + Math.min(start, width), y: y + Math.max(0, start - width) }
    const foot = { x: x + Math.max(0, start - height), y: y + Math.min(start, height) }
    lines.push(`M${top.x} ${top.y}L${foot.x} ${foot.y}`)
  }
  return (
    <path
      d={lines.join('')}
      className="plate-part fill-transparent stroke-area/35 forced-colors:stroke-area/70"
    />
  )
}

/** A tinted background, which in forced colors has an outline: a tint of few colors can be too faint. */
export function TintedArea({ x, y, width, height }: Bounds) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={2}
      className="plate-part fill-area/12 forced-colors:stroke-area"
    />
  )
}

/** How much of a whole is used, as fractions from 0 to 1. Usage beyond a limit is hatched. */
export function Meter({
  x,
  y,
  width,
  height,
  used,
  limit,
  marks = 1,
}: Bounds & {
  used: number
  limit?: number | undefined
  /** The number of equal parts that tick marks divide the meter into. */
  marks?: number
}) {
  const limitX = x + width * Math.min(limit ?? 1, 1)
  const lines = Array.from({ length: marks - 1 }, (_, index) => x + (width * (index + 1)) / marks)
  return (
    <>
      <Box x={x} y={y} width={width} height={height} tone="plain" />
      {used > 0 && <Box x={x} y={y} width={width * Math.min(used, 1)} height={height} tone="area" />}
      {limit !== undefined && <HatchedArea x={limitX} y={y} width={x + width - limitX} height={height} />}
      <Line d={lines.map((at) => `M${at} ${y + height}v-4`).join('')} />
      {limit !== undefined && <Line d={`M${limitX} ${y - 3}v${height + 6}`} stroke="ink" isHeavy />}
    </>
  )
}
