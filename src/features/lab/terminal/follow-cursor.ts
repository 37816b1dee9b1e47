import type { Terminal } from '@xterm/xterm'
import { ignoringComposition } from '#ui/keyboard.ts'

/** Scrolls sideways with what is typed, but not with output, which may be read while more of it arrives. */
export function followCursor(terminal: Terminal, parent: HTMLElement): void {
  let isTyping = false
  const onInput = () => {
    isTyping = true
  }
  const onKey = ignoringComposition(({ key }: KeyboardEvent) => {
    isTyping = key !== 'Enter'
    if (!isTyping) parent.scrollLeft = 0
  })
  // In the capturing phase, because xterm stops these events. Its `onData` also has the terminal’s own replies to programs.
  const capture = true
  terminal.element?.addEventListener('input', onInput, { capture })
  terminal.element?.addEventListener('keydown', onKey, { capture })
  terminal.onCursorMove(() => {
    if (!isTyping || parent.scrollWidth <= parent.clientWidth) return
    const cursor = (terminal.buffer.active.cursorX / terminal.cols) * parent.scrollWidth
    const margin = parent.clientWidth / 8
    const isVisible = cursor >= parent.scrollLeft && cursor <= parent.scrollLeft + parent.clientWidth - margin
    if (!isVisible) parent.scrollLeft = cursor - parent.clientWidth / 2
  })
}
