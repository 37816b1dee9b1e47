import type { ReactNode } from 'react'
import { Line, SvgText } from './svg-primitives.tsx'

/** In units of the drawing area. */
export const ledgerRowHeight = 24

/** A name at the left edge and its value at `end`, centered at `y`, with an optional rule above or below the row. */
export function LedgerRow({
  y,
  end,
  name,
  value,
  rule,
  isCode = false,
}: {
  y: number
  end: number
  name: string
  value: ReactNode
  rule: 'above' | 'below' | 'none'
  /** Whether the name is code. */
  isCode?: boolean
}) {
  const ruleY = rule === 'above' ? y - ledgerRowHeight / 2 : y + ledgerRowHeight / 2
  return (
    <>
      <SvgText isCode={isCode} x={0} y={y} color="soft">
        {name}
      </SvgText>
      <SvgText x={end} y={y} anchor="end">
        {value}
      </SvgText>
      {rule !== 'none' && <Line d={`M0 ${ruleY}H${end}`} stroke="rule" />}
    </>
  )
}
