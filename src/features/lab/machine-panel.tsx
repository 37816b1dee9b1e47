import type { ReactNode, Ref } from 'react'

/**
 * The terminal and what surrounds it. Until the machine can be used it is invisible but laid out, so that the shell
 * knows the terminal’s size before its first prompt: a later change, while a line is typed, garbles that line. (The
 * attribute `hidden` would remove the layout.)
 */
export function MachinePanel({
  isShown,
  ref,
  children,
}: {
  isShown: boolean
  ref?: Ref<HTMLDivElement>
  children: ReactNode
}) {
  return (
    <div
      ref={ref}
      className={isShown ? 'machine-panel' : 'machine-panel machine-panel-hidden'}
      style={isShown ? undefined : { visibility: 'hidden' }}
    >
      {children}
    </div>
  )
}
