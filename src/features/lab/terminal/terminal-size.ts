import { FitAddon } from '@xterm/addon-fit'
import type { Terminal } from '@xterm/xterm'
import type { Machine } from 'docker-in-browser'

/** The width for which programs lay out their tables and progress, if they are not told another. */
const wideColumns = 80

/**
 * Fits the terminal to its element and tells the machine its size. If it is wide, its lines have at least 80 columns, and
 * the element has to scroll sideways.
 */
export function createTerminalSize(terminal: Terminal, machine: Machine, isInitiallyWide: boolean) {
  const addon = new FitAddon()
  terminal.loadAddon(addon)
  let isWide = isInitiallyWide
  let reportedSize = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const fitToElement = () => {
    const size = addon.proposeDimensions()
    if (size) terminal.resize(isWide ? Math.max(size.cols, wideColumns) : size.cols, size.rows)
  }
  const report = () => {
    const size = `${terminal.cols} × ${terminal.rows}`
    if (size === reportedSize) return
    reportedSize = size
    machine.resize(terminal.cols, terminal.rows)
  }
  /** Reporting a size costs the machine time, so it is reported only once resizing has stopped. */
  const reportSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(report, 200)
  }
  const update = () => {
    fitToElement()
    reportSoon()
  }
  return {
    fitToElement,
    /** Fits the terminal and reports its size soon. */
    update,
    reportSoon,
    /** For a machine that has just started. */
    reportToNewMachine: () => {
      reportedSize = ''
      report()
    },
    setWide: (isOn: boolean) => {
      isWide = isOn
      update()
    },
    stop: () => clearTimeout(timer),
  }
}
