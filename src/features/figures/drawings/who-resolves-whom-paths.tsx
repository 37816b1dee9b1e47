import {
  type Container,
  containers,
  type Endpoint,
  published,
  type Reachability,
} from '#domain/figures/who-resolves-whom.ts'
import type { DrawingSize } from '../drawing-area.tsx'
import { Arrow, Line } from '../svg-primitives.tsx'

/** The positions of the endpoints of plate 6.1, and the paths between them. */
export const box = { y: 96, height: 40 }
export const portY = box.y + box.height / 2

export type Columns = { worldWidth: number; frame: number; first: number; width: number; gap: number }

export const columnsOf = {
  narrow: { worldWidth: 44, frame: 60, first: 72, width: 50, gap: 9 },
  wide: { worldWidth: 70, frame: 110, first: 138, width: 96, gap: 18 },
} satisfies Record<DrawingSize['kind'], Columns>

export function middleOf(endpoint: Endpoint, { worldWidth, first, width, gap }: Columns): number {
  if (endpoint === 'world') return worldWidth / 2
  return first + containers.indexOf(endpoint) * (width + gap) + width / 2
}

/**
 * Arcs above the boxes: heavy for a connection by name, thin for one by address. A connection to the published port
 * crosses the host’s border.
 */
export function ConnectionPath({
  from,
  to,
  kind,
  columns,
}: {
  from: Endpoint
  to: Container
  kind: Reachability
  columns: Columns
}) {
  const start = middleOf(from, columns)
  const end = middleOf(to, columns)
  switch (kind) {
    case 'none':
      return null
    case 'port':
      return <PublishedPortPath from={from} columns={columns} />
    case 'name':
    case 'address': {
      const arcHeight = Math.min(58, 20 + Math.abs(end - start) * 0.12)
      const foot = box.y - 3
      const arc = `M${start} ${foot}C${start} ${foot - arcHeight} ${end} ${foot - arcHeight} ${end} ${foot}`
      const head = `M${end - 3.5} ${foot - 6}l3.5 6l3.5 -6`
      return <Line d={arc + head} stroke={kind === 'name' ? 'area' : 'ink'} isHeavy={kind === 'name'} />
    }
    default:
      return kind satisfies never
  }
}

function PublishedPortPath({ from, columns }: { from: Endpoint; columns: Columns }) {
  const door = columns.frame
  const end = middleOf(published.container, columns) - columns.width / 2 - 2
  const start = middleOf(from, columns)
  const pathToPort =
    from === 'world'
      ? `M${columns.worldWidth + 2} ${portY}H${door - 5}`
      : `M${start} ${box.y - 3}C${start} ${box.y - 66} ${door} ${box.y - 74} ${door} ${portY - 11}`
  return (
    <>
      <Line d={pathToPort} stroke="ink" isDashed />
      <Arrow
        points={[
          [door + 5, portY],
          [end, portY],
        ]}
        stroke="ink"
      />
    </>
  )
}
