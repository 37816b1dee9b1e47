import type { Terminal } from '@xterm/xterm'

/**
 * Lets a finger scroll back through the output, which xterm 6 does not. A drag that the terminal cannot follow, such as
 * one beyond its last line, scrolls the page as usual.
 */
export function scrollByTouch(terminal: Terminal): void {
  const { element } = terminal
  let start = { clientX: 0, clientY: 0 }
  let lastY = 0
  let isFollowing: boolean | undefined
  element?.addEventListener('touchstart', ({ touches: [touch] }) => {
    if (touch) start = touch
    lastY = start.clientY
    isFollowing = undefined
  })
  element?.addEventListener(
    'touchmove',
    (event) => {
      const [touch] = event.touches
      if (!touch) return
      const rowHeight = element.clientHeight / terminal.rows
      const rows = Math.trunc((lastY - touch.clientY) / rowHeight)
      const isVertical = Math.abs(touch.clientY - start.clientY) > Math.abs(touch.clientX - start.clientX)
      // Decided once a drag, because a browser that has begun to scroll the page no longer asks.
      isFollowing ??=
        isVertical && event.touches.length === 1 && canScroll(terminal, touch.clientY < start.clientY)
      if (!isFollowing) return
      event.preventDefault()
      lastY -= rows * rowHeight
      scroll(terminal, rows)
    },
    { passive: false },
  )
}

function canScroll({ buffer: { active } }: Terminal, isDown: boolean): boolean {
  if (active.type === 'alternate') return true
  return isDown ? active.viewportY < active.baseY : active.viewportY > 0
}

/** Programs that fill the whole screen have no output to scroll back through; they take arrow keys instead. */
function scroll(terminal: Terminal, rows: number): void {
  if (terminal.buffer.active.type === 'alternate')
    terminal.input((rows < 0 ? '\x1b[A' : '\x1b[B').repeat(Math.abs(rows)))
  else terminal.scrollLines(rows)
}
