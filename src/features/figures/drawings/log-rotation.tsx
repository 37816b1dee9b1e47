import { formatSize } from '#domain/figures/format-size.ts'
import type { LogDriver } from '#domain/figures/log-options.ts'
import {
  describeLog,
  diskBytes,
  figureStates,
  formatHours,
  historyHours,
  type LogOnDisk,
  type LogSetup,
  logOnDiskOf,
} from '#domain/figures/log-rotation.ts'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import { LedgerRow, ledgerRowHeight } from '../ledger-row.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, HatchedArea, Line, Meter, SvgText } from '../svg-primitives.tsx'
import { LogFields } from './log-rotation-fields.tsx'

export function LogRotation(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<LogSetup> = {
  id: 'log-rotation',
  figureStates,
  describeState: describeLog,
  renderControls: (setup, choose) => <LogFields setup={setup} choose={choose} />,
  renderDrawing: (size, setup) => <Tape size={size} setup={setup} />,
}

const tape = { y: 22, height: 34 }
const disk = { y: 116, height: 16 }
const ledger = { y: disk.y + disk.height + 26 }
const height = ledger.y + 4.5 * ledgerRowHeight
const gap = 6

function Tape({ size, setup }: { size: DrawingSize; setup: LogSetup }) {
  const log = logOnDiskOf(setup)
  const { width } = size
  const isFull = log.keptBytes >= diskBytes
  return (
    <Drawing size={size} height={height}>
      <SvgText x={0} y={8} color="soft">
        older
      </SvgText>
      <SvgText x={width} y={8} anchor="end" color="soft">
        newer
      </SvgText>
      {log.limit ? (
        <Files log={log} driver={setup.driver} size={size} />
      ) : (
        <EndlessFile bytes={log.keptBytes} width={width} />
      )}
      <SvgText x={0} y={disk.y - 14} color="soft">
        a disk of {formatSize(diskBytes)}
      </SvgText>
      {isFull && (
        <>
          <CheckOrCross x={width - 40} y={disk.y - 14} kind="no" />
          <SvgText x={width} y={disk.y - 14} anchor="end">
            full
          </SvgText>
        </>
      )}
      <Meter x={0} y={disk.y} width={width} height={disk.height} used={log.keptBytes / diskBytes} />
      <Ledger log={log} setup={setup} end={width} />
    </Drawing>
  )
}

function EndlessFile({ bytes, width }: { bytes: number; width: number }) {
  const end = width - 56
  return (
    <>
      <Box x={0} y={tape.y} width={end} height={tape.height} tone="area">
        {formatSize(bytes)}
      </Box>
      <Line d={`M${end} ${tape.y}H${width}M${end} ${tape.y + tape.height}H${width}`} isDashed />
      <SvgText x={(end + width) / 2} y={tape.y + tape.height / 2} anchor="middle">
        …
      </SvgText>
      <FileName x={end / 2} name="-json.log" />
      <FileName x={(end + width) / 2} name="no end" />
    </>
  )
}

const maxSlots = 5

/** Erased data first, then one slot per file, the newest last. If there are many files, the oldest share a slot. */
function Files({ log, driver, size }: { log: LogOnDisk; driver: LogDriver; size: DrawingSize }) {
  const { limit, files, erasedBytes } = log
  if (!limit) return null
  const erasedWidth = size.kind === 'wide' ? 110 : 62
  const slots = Math.min(limit.files, maxSlots)
  const width = (size.width - erasedWidth - slots * gap) / slots
  const newestFirst = files.toReversed()
  return (
    <>
      <Erased bytes={erasedBytes} width={erasedWidth} />
      {Array.from({ length: slots }, (_, index) => {
        const number = slots - 1 - index
        const isShared = number === slots - 1 && limit.files > slots
        return (
          <FileSlot
            key={number}
            x={erasedWidth + gap + index * (width + gap)}
            width={width}
            bytes={newestFirst[number] ?? 0}
            fileBytes={limit.fileBytes}
            name={isShared ? `+${limit.files - slots}` : fileNameOf(number, driver)}
          />
        )
      })}
    </>
  )
}

function fileNameOf(number: number, driver: LogDriver): string {
  if (number === 0) return driver === 'local' ? '.log' : '-json.log'
  return driver === 'local' ? `.${number}.gz` : `.${number}`
}

function Erased({ bytes, width }: { bytes: number; width: number }) {
  if (bytes === 0) return null
  return (
    <>
      <Box x={0} y={tape.y} width={width} height={tape.height} tone="gone" />
      <HatchedArea x={0} y={tape.y} width={width} height={tape.height} />
      <FileName x={width / 2} name="erased" />
    </>
  )
}

function FileSlot({
  x,
  width,
  bytes,
  fileBytes,
  name,
}: {
  x: number
  width: number
  bytes: number
  fileBytes: number
  name: string
}) {
  return (
    <>
      {bytes > 0 ? (
        <Meter x={x} y={tape.y} width={width} height={tape.height} used={bytes / fileBytes} />
      ) : (
        <Box x={x} y={tape.y} width={width} height={tape.height} tone="gone" />
      )}
      <FileName x={x + width / 2} name={name} />
    </>
  )
}

function FileName({ x, name }: { x: number; name: string }) {
  return (
    <SvgText isCode x={x} y={tape.y + tape.height + 13} anchor="middle" color="soft">
      {name}
    </SvgText>
  )
}

function Ledger({ log, setup, end }: { log: LogOnDisk; setup: LogSetup; end: number }) {
  const { limit, writtenBytes, erasedBytes, keptBytes } = log
  const history = limit && historyHours(limit, setup.rate)
  const atMost = setup.driver === 'local' ? '≤ ' : ''
  const rows = [
    [`written in ${setup.period === 'hour' ? 'an' : 'a'} ${setup.period}`, formatSize(writtenBytes)],
    ['erased', formatSize(erasedBytes)],
    ['on the disk', `${atMost}${formatSize(keptBytes)}`],
    ['at most', limit ? formatSize(limit.files * limit.fileBytes) : 'no limit'],
    ['reaches back', history ? rangeOf(history) : 'to the first line'],
  ] as const
  return rows.map(([name, value], index) => (
    <LedgerRow
      key={name}
      y={ledger.y + index * ledgerRowHeight}
      end={end}
      name={name}
      value={value}
      rule={index < rows.length - 1 ? 'below' : 'none'}
    />
  ))
}

function rangeOf({ min, max }: { min: number; max: number }): string {
  return `${formatHours(min)} to ${formatHours(max)}`
}
