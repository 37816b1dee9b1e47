import { cpuMaxOf, hostCpus, memoryMaxOf } from '#domain/figures/limit-flags.ts'
import {
  type ContainerName,
  containerNames,
  cpusOf,
  describeHost,
  figureStates,
  formatCpus,
  formatToThreeDigits,
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
import type { FigureDefinition } from '../plate.tsx'
import { CheckOrCross, Line, Meter, SvgText } from '../svg-primitives.tsx'
import { SharedHostFields } from './shared-host-fields.tsx'

export function SharedHost(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Setup> = {
  id: 'shared-host',
  figureStates,
  describeState: describeHost,
  renderControls: (host, choose) => <SharedHostFields host={host} choose={choose} />,
  renderDrawing: (size, host) => <Host size={size} host={host} />,
}

const headHeight = 26
const rowHeight = 44
const memoryTop = headHeight + 3 * rowHeight + 18
const hostRow = memoryTop + headHeight + 3 * rowHeight + 8
const height = hostRow + 40
const meterHeight = 14

function Host({ size, host }: { size: DrawingSize; host: Setup }) {
  const memory = memoryOf(host)
  const used = usedMebibytes(host)
  return (
    <Drawing size={size} height={height}>
      <SectionHead y={0} width={size.width} name="CPU time" size={`${hostCpus} CPUs`} />
      {containerNames.map((name, index) => (
        <CpuRow key={name} size={size} host={host} name={name} y={headHeight + index * rowHeight} />
      ))}
      <SectionHead y={memoryTop} width={size.width} name="memory" size={formatToThreeDigits(hostMebibytes)} />
      {containerNames.map((name, index) => (
        <MemoryRow
          key={name}
          size={size}
          host={host}
          name={name}
          y={memoryTop + headHeight + index * rowHeight}
        />
      ))}
      <Line d={`M0 ${hostRow - 8}H${size.width}`} stroke="rule" />
      <Row
        size={size}
        y={hostRow}
        name="in all"
        used={used / hostMebibytes}
        value={memory.isHostFull ? 'full' : formatToThreeDigits(used)}
        isCode={false}
        files={`with ${formatToThreeDigits(systemMebibytes)} of the system’s own`}
        isKilled={memory.isHostFull}
      />
    </Drawing>
  )
}

function SectionHead({ y, width, name, size }: { y: number; width: number; name: string; size: string }) {
  return (
    <>
      <SvgText x={0} y={y + 8} color="soft">
        {name}
      </SvgText>
      <SvgText x={width} y={y + 8} anchor="end" color="soft">
        {size}
      </SvgText>
      <Line d={`M0 ${y + 19}H${width}`} stroke="rule" />
    </>
  )
}

type ContainerRow = { size: DrawingSize; host: Setup; name: ContainerName; y: number }

function CpuRow({ size, host, name, y }: ContainerRow) {
  const { weight, cpus } = limitsOf(host[name])
  const got = cpusOf(host)[name]
  const portion = isThrottled(host, name) ? `${formatCpus(got)} capped` : formatCpus(got)
  return (
    <Row
      size={size}
      y={y}
      name={name}
      used={got / hostCpus}
      limit={cpus === undefined ? undefined : cpus / hostCpus}
      value={host[name].isBusy ? portion : 'idle'}
      files={
        size.kind === 'wide'
          ? `cpu.weight ${weight}, cpu.max ${cpuMaxOf(cpus)}`
          : `weight ${weight}, cpu.max ${cpuMaxOf(cpus)}`
      }
    />
  )
}

function MemoryRow({ size, host, name, y }: ContainerRow) {
  const { mebibytes, killed } = memoryOf(host)[name]
  const { memoryMebibytes } = limitsOf(host[name])
  return (
    <Row
      size={size}
      y={y}
      name={name}
      used={mebibytes / hostMebibytes}
      limit={memoryMebibytes === undefined ? undefined : memoryMebibytes / hostMebibytes}
      value={killed ? 'killed' : formatToThreeDigits(mebibytes)}
      files={`memory.max ${memoryMaxOf(memoryMebibytes)}`}
      isKilled={killed !== undefined}
    />
  )
}

function Row({
  size: { width },
  y,
  name,
  used,
  limit,
  value,
  files,
  isKilled = false,
  isCode = true,
}: {
  size: DrawingSize
  y: number
  name: string
  used: number
  limit?: number | undefined
  value: string
  files: string
  isKilled?: boolean
  /** Whether `files` is names of cgroup files with their contents. */
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
      <SvgText x={meterX} y={y + meterHeight + 12} color="soft" isCode={isCode}>
        {files}
      </SvgText>
    </>
  )
}
