import { SearchAddon } from '@xterm/addon-search'
import { WebLinksAddon } from '@xterm/addon-web-links'
import { Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import type { Machine } from 'docker-in-browser'
import { copyText } from '#platform/clipboard.ts'
import { ignoringComposition, keyName } from '#ui/keyboard.ts'
import { engineMessageCode } from '../engine/watch-script.ts'
import { adoptStyleSheets } from './constructed-style-sheets.ts'
import { followCursor } from './follow-cursor.ts'
import { createTerminalSize } from './terminal-size.ts'
import { terminalTheme } from './terminal-theme.ts'
import { scrollByTouch } from './touch-scroll.ts'

export type TerminalHandle = {
  focus: () => void
  setFontSize: (pixels: number) => void
  setScreenReaderMode: (isOn: boolean) => void
  setWide: (isWide: boolean) => void
  find: (text: string) => boolean
  dispose: () => void
}

export type TerminalOptions = {
  fontSize: number
  isScreenReaderMode: boolean
  /** Whether lines are at least 80 characters long and scroll sideways where there is less room. */
  isWide: boolean
  /** Called when the key that leaves the terminal is pressed. */
  onLeave: () => void
  onFind: () => void
  /** Called for each piece of a message from the watch of the engine. */
  onEngineMessage?: (piece: string) => void
}

/** Puts a terminal into `parent` and connects it to the machine. */
export function createTerminal(
  parent: HTMLElement,
  machine: Machine,
  options: TerminalOptions,
): TerminalHandle {
  const stopStyling = adoptStyleSheets()
  const terminal = new Terminal({
    fontFamily: getComputedStyle(parent).fontFamily,
    fontSize: options.fontSize,
    screenReaderMode: options.isScreenReaderMode,
    theme: terminalTheme(),
    minimumContrastRatio: 4.5,
    cursorBlink: false,
    scrollback: 5000,
    allowProposedApi: true,
  })
  const search = new SearchAddon()
  terminal.loadAddon(search)
  terminal.loadAddon(new WebLinksAddon((_event, address) => window.open(address, '_blank', 'noreferrer')))
  terminal.open(parent)
  terminal.textarea?.setAttribute('aria-label', 'Terminal. Press Control, Shift and Enter to leave it.')
  const size = createTerminalSize(terminal, machine, options.isWide)
  // At once, because the machine may be about to print its first prompt.
  size.fitToElement()
  size.reportToNewMachine()

  const disposers = [
    machine.onOutput((bytes) => terminal.write(bytes)),
    watchSize(parent, size.update),
    watchTheme(() => {
      terminal.options.theme = terminalTheme()
    }),
    machine.onState(({ kind }) => {
      if (kind === 'starting') {
        terminal.reset()
        // Early, so that the first prompt has the right width, and because the window may have been resized since.
        if (parent.clientWidth > 0) size.fitToElement()
        size.reportToNewMachine()
      }
      if (kind === 'running') size.reportSoon()
    }),
    size.stop,
  ]
  const isShellKey = ignoringComposition((event: KeyboardEvent) => isShellKeyEvent(event, terminal, options))
  terminal.onData((keys) => machine.write(keys))
  followCursor(terminal, parent)
  scrollByTouch(terminal)
  terminal.parser.registerOscHandler(engineMessageCode, (piece) => {
    options.onEngineMessage?.(piece)
    return true
  })
  terminal.attachCustomKeyEventHandler((event) => isShellKey(event) ?? true)

  return {
    focus: () => terminal.focus(),
    setFontSize: (pixels) => {
      terminal.options.fontSize = pixels
      size.update()
    },
    setWide: size.setWide,
    setScreenReaderMode: (isOn) => {
      terminal.options.screenReaderMode = isOn
    },
    find: (text) => search.findPrevious(text),
    dispose() {
      for (const stop of disposers) stop()
      terminal.dispose()
      stopStyling()
    },
  }
}

/**
 * Keys that belong to the page and not to the shell. Ctrl C copies a selection, and without one goes to the shell;
 * Ctrl Shift C would open the browser's developer tools.
 */
function isShellKeyEvent(event: KeyboardEvent, terminal: Terminal, options: TerminalOptions): boolean {
  if (event.type !== 'keydown' || !event.ctrlKey || event.altKey || event.metaKey) return true
  const chord = `${event.shiftKey ? 'Shift ' : ''}${keyName(event)}`
  switch (chord) {
    // A key combination that no system or browser uses, unlike Escape.
    case 'Shift enter':
      options.onLeave()
      break
    case 'Shift f':
      options.onFind()
      break
    case 'c':
    case 'insert':
      if (!terminal.hasSelection()) return true
      void copyText(terminal.getSelection())
      terminal.clearSelection()
      break
    case 'Shift v':
      // The browser's paste event reaches xterm.
      return false
    default:
      return true
  }
  event.preventDefault()
  return false
}

function watchSize(parent: HTMLElement, onChange: () => void): () => void {
  const observer = new ResizeObserver(() => {
    // In a hidden tab the terminal has no size, and the shell keeps the previous one.
    if (parent.clientWidth > 0) onChange()
  })
  observer.observe(parent)
  return () => observer.disconnect()
}

function watchTheme(onChange: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  dark.addEventListener('change', onChange)
  return () => {
    observer.disconnect()
    dark.removeEventListener('change', onChange)
  }
}
