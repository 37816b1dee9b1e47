import { cpuMaxOf, hostCpus } from '#domain/figures/limit-flags.ts'
import {
  type ContainerName,
  containerNames,
  cpusOf,
  describeHost,
  figureStates,
  formatCpus,
  formatMebibytes,
  hostMebibytes,
  isThrottled,
  limitsOf,
  memoryOf,
  type SharedHost as Setup,
  systemMebibytes,
  usedMebibytes,
} from '#domain/figures/shared-host.ts'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureParts } from '../plate.tsx'
import { CheckOrCross, Line, Meter, SvgText } from '../svg-primitives.tsx'
import { SharedHostFields } from './shared-host-fields.tsx'

export function SharedHost(props: FigureProps) {
  return <DrawnFigure parts={parts} {...props} />
}

const parts: FigureParts<Setup> = {
  id: 'shared-host',
  figureStates,
  sentenceOf: describeHost,
  renderControls: (host, choose) => <SharedHostFields host={host} choose={choose} />,
  renderDrawing: (sheet, host) => <Host sheet={sheet} host={host} />,
}

const headHeight = 26
const rowHeight = 44
const memoryTop = headHeight + 3 * rowHeight + 18
const hostRow = memoryTop + headHeight + 3 * rowHeight + 8
const height = hostRow + 40
const meterHeight = 14

function Host({ sheet, host }: { sheet: DrawingSize; host: Setup }) {
  const memory = memoryOf(host)
  const used = usedMebibytes(host)
  return (
    <Drawing sheet={sheet} height={height}>
      <SectionHead y={0} width={sheet.width} name="CPU time" size={`${hostCpus} CPUs`} />
      {containerNames.map((name, index) => (
        <CpuRow key={name} sheet={sheet} host={host} name={name} y={headHeight + index * rowHeight} />
      ))}
      <SectionHead y={memoryTop} width={sheet.width} name="memory" size={formatMebibytes(hostMebibytes)} />
      {containerNames.map((name, index) => (
        <MemoryRow
          key={name}
          sheet={sheet}
          host={host}
          name={name}
          y={memoryTop + headHeight + index * rowHeight}
        />
      ))}
      <Line d={`M0 ${hostRow - 8}H${sheet.width}`} stroke="rule" />
      <Row
        sheet={sheet}
        y={hostRow}
        name="in all"
        used={used / hostMebibytes}
        value={memory.isHostFull ? 'full' : formatMebibytes(used)}
        isCode={false}
        files={`with ${formatMebibytes(systemMebibytes)} of the system’s own`}
        isKilled={memory.isHostFull}
      />
    </Drawing>
  )
}

function SectionHead({ y, width, name, size }: { y: number; width: number; name: string; size: string }) {
  return (
    <>
      <SvgText x={0} y={y + 8} ink="soft">
        {name}
      </SvgText>
      <SvgText x={width} y={y + 8} anchor="end" ink="soft">
        {size}
      </SvgText>
      <Line d={`M0 ${y + 19}H${width}`} stroke="rule" />
    </>
  )
}

type ContainerRow = { sheet: DrawingSize; host: Setup; name: ContainerName; y: number }

function CpuRow({ sheet, host, name, y }: ContainerRow) {
  const { weight, cpus } = limitsOf(host[name])
  const got = cpusOf(host)[name]
  const portion = isThrottled(host, name) ? `${formatCpus(got)} capped` : formatCpus(got)
  return (
    <Row
      sheet={sheet}
      y={y}
      name={name}
      used={got / hostCpus}
      limit={cpus === undefined ? undefined : cpus / hostCpus}
      value={host[name].isBusy ? portion : 'idle'}
      files={
        sheet.kind === 'wide'
          ? `cpu.weight ${weight}, cpu.max ${cpuMaxOf(cpus)}`
          : `weight ${weight}, cpu.max ${cpuMaxOf(cpus)}`
      }
    />
  )
}

function MemoryRow({ sheet, host, name, y }: ContainerRow) {
  const { mebibytes, killed } = memoryOf(host)[name]
  const { memoryMebibytes } = limitsOf(host[name])
  const bytes = memoryMebibytes === undefined ? 'max' : Math.floor(memoryMebibytes * 1024 ** 2)
  return (
    <Row
      sheet={sheet}
      y={y}
      name={name}
      used={mebibytes / hostMebibytes}
      limit={memoryMebibytes === undefined ? undefined : memoryMebibytes / hostMebibytes}
      value={killed ? 'killed' : formatMebibytes(mebibytes)}
      files={`memory.max ${bytes}`}
      isKilled={killed !== undefined}
    />
  )
}

function Row({
  sheet: { width },
  y,
  name,
  used,
  limit,
  value,
  files,
  isKilled = false,
  isCode = true,
}: {
  sheet: DrawingSize
  y: number
  name: string
  used: number
  limit?: number | undefined
  value: string
  files: string
  isKilled?: boolean
  /** A line of files and what is in them. */
  isCode?: boolean
}) {
  const meterX = 54
  const middle = y + meterHeight / 2
  return (
    <>
      <SvgText x={0} y={middle}>
        {name}
      </SvgText>
      <Meter
        x={meterX}
        y={y}
        width={width - meterX - 86}
        height={meterHeight}
        used={used}
        limit={limit}
        marks={hostCpus}
      />
      {isKilled && <CheckOrCross x={width - value.length * 8 - 10} y={middle} kind="no" />}
      <SvgText x={width} y={middle} anchor="end">
        {value}
      </SvgText>
      <SvgText x={meterX} y={y + meterHeight + 12} ink="soft" isCode={isCode}>
        {files}
      </SvgText>
    </>
  )
}
