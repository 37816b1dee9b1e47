import {
  type BuildContext as Context,
  type ContextFile,
  contextOf,
  describeContext,
  figureStates,
} from '#domain/figures/build-context.ts'
import { formatSize } from '#domain/figures/format-size.ts'
import type { IgnoreRule } from '#domain/figures/ignore-file.ts'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Line, SvgText, TintedArea } from '../svg-primitives.tsx'
import { IgnoreFields } from './build-context-fields.tsx'

export function BuildContext(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<string> = {
  id: 'build-context',
  figureStates,
  describeState: describeContext,
  renderControls: (text, choose) => <IgnoreFields text={text} onTextChange={choose} />,
  renderDrawing: (size, text) => <FileList size={size} context={contextOf(text)} />,
}

const rowHeight = 18
const headHeight = 28

function FileList({ size, context }: { size: DrawingSize; context: Context }) {
  const { rules, files, bytes, invalidLine } = context
  const isWide = size.kind === 'wide'
  const columns = isWide ? { size: 300, rule: 324 } : { size: 246, rule: 260 }
  const top = isWide ? 0 : Math.ceil(rules.length / 2) * rowHeight + (rules.length > 0 ? 12 : 0)
  const end = top + headHeight + files.length * rowHeight
  const sent = files.filter((file) => file.isSent).length
  return (
    <Drawing size={size} height={end + 34}>
      {!isWide && <RuleList rules={rules} />}
      <SvgText x={18} y={top + 8} color="soft">
        file
      </SvgText>
      <SvgText x={columns.size} y={top + 8} anchor="end" color="soft">
        size
      </SvgText>
      <SvgText x={columns.rule} y={top + 8} color="soft">
        {isWide ? 'decided by' : 'rule'}
      </SvgText>
      {files.map((file, index) => (
        <FileRow
          key={file.path}
          file={file}
          y={top + headHeight + index * rowHeight}
          columns={columns}
          isWide={isWide}
        />
      ))}
      <Line d={`M0 ${end - 4}H${columns.size}`} />
      <SvgText x={0} y={end + 14}>
        {invalidLine ? 'nothing is built' : `→ ${sent} of ${files.length} sent`}
      </SvgText>
      <SvgText x={columns.size} y={end + 14} anchor="end">
        {formatSize(bytes)}
      </SvgText>
    </Drawing>
  )
}

/** A narrow row has no room for the rule that decided, so the rules are listed above in two columns. */
function RuleList({ rules }: { rules: readonly IgnoreRule[] }) {
  return rules.map(({ line, text }, index) => (
    <SvgText key={line} isCode x={(index % 2) * 156} y={8 + Math.floor(index / 2) * rowHeight} color="soft">
      {line} {shorten(text, 18)}
    </SvgText>
  ))
}

/** Files that are sent have an arrow and a tint; excluded files have a cross and pale text. */
function FileRow({
  file,
  y,
  columns,
  isWide,
}: {
  file: ContextFile
  y: number
  columns: { size: number; rule: number }
  isWide: boolean
}) {
  const { path, bytes, rule, isSent } = file
  const color = isSent ? 'ink' : 'soft'
  return (
    <>
      {isSent && <TintedArea x={0} y={y - 8} width={columns.size + 6} height={16} />}
      <SvgText x={4} y={y} color={isSent ? 'area' : 'soft'}>
        {isSent ? '→' : '×'}
      </SvgText>
      <SvgText isCode x={18} y={y} color={color}>
        {path}
      </SvgText>
      <SvgText x={columns.size} y={y} anchor="end" color={color}>
        {formatSize(bytes)}
      </SvgText>
      {rule && (
        <SvgText isCode x={columns.rule} y={y} color={color}>
          {isWide ? `${rule.line}  ${shorten(rule.text, 28)}` : `line ${rule.line}`}
        </SvgText>
      )}
    </>
  )
}

function shorten(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text
}
