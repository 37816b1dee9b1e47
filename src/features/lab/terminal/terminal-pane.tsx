import type { Machine } from 'docker-in-browser'
import { useEffect, useRef, useState } from 'react'
import { ignoringComposition } from '#ui/keyboard.ts'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { createTerminal, type TerminalHandle } from './create-terminal.ts'
import { type TerminalSettings, useTerminalSettings } from './terminal-settings.ts'
import { TouchKeys } from './touch-keys.tsx'

/** Loaded when a machine starts, hence the default export. */
export default function TerminalPane({
  machine,
  onEngineMessage,
}: {
  machine: Machine
  /** Passed only if there is an engine panel. */
  onEngineMessage?: (piece: string) => void
}) {
  const parent = useRef<HTMLDivElement>(null)
  const leave = useRef<HTMLButtonElement>(null)
  const terminal = useRef<TerminalHandle>(undefined)
  const [isFinding, setIsFinding] = useState(false)
  const [settings, change] = useTerminalSettings()
  // Opened once for each machine; the effects below pass on later changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!parent.current) return
    const opened = createTerminal(parent.current, machine, {
      ...settings,
      onLeave: () => leave.current?.focus(),
      onFind: () => setIsFinding(true),
      ...(onEngineMessage && { onEngineMessage }),
    })
    terminal.current = opened
    return () => opened.dispose()
  }, [machine])
  useEffect(() => terminal.current?.setFontSize(settings.fontSize), [settings.fontSize])
  useEffect(
    () => terminal.current?.setScreenReaderMode(settings.isScreenReaderMode),
    [settings.isScreenReaderMode],
  )
  useEffect(() => terminal.current?.setWide(settings.isWide), [settings.isWide])
  const write = (keys: string) => {
    machine.write(keys)
    terminal.current?.focus()
  }
  return (
    <section className="lab-terminal" aria-label="Terminal">
      <div ref={parent} translate="no" className="lab-screen" />
      <TouchKeys onKeys={write} />
      <div className="lab-toolbar">
        <button
          ref={leave}
          type="button"
          className="lab-toolbar-button"
          onClick={() => focusAfter(leave.current)}
        >
          Leave the terminal <kbd>Ctrl Shift Enter</kbd>
        </button>
        <TerminalControls settings={settings} onChange={change} onFind={() => setIsFinding(!isFinding)} />
      </div>
      {isFinding && (
        <FindInTerminal
          onFind={(text) => terminal.current?.find(text) ?? false}
          onClose={() => {
            setIsFinding(false)
            terminal.current?.focus()
          }}
        />
      )}
    </section>
  )
}

function TerminalControls({
  settings,
  onChange,
  onFind,
}: {
  settings: TerminalSettings
  onChange: (settings: TerminalSettings) => void
  onFind: () => void
}) {
  const resize = (by: number) =>
    onChange({ ...settings, fontSize: Math.min(28, Math.max(9, settings.fontSize + by)) })
  return (
    <>
      <button type="button" className="lab-toolbar-button" onClick={() => resize(-1)}>
        <span className="sr-only">Smaller text</span>
        <span aria-hidden="true">A−</span>
      </button>
      <button type="button" className="lab-toolbar-button" onClick={() => resize(1)}>
        <span className="sr-only">Larger text</span>
        <span aria-hidden="true">A+</span>
      </button>
      <button type="button" className="lab-toolbar-button" onClick={onFind}>
        Find
      </button>
      <button
        type="button"
        className="lab-toolbar-button"
        aria-pressed={settings.isScreenReaderMode}
        onClick={() => onChange({ ...settings, isScreenReaderMode: !settings.isScreenReaderMode })}
      >
        Screen reader
      </button>
      <button
        type="button"
        className="lab-toolbar-button lab-wide-lines"
        aria-pressed={settings.isWide}
        onClick={() => onChange({ ...settings, isWide: !settings.isWide })}
      >
        80 columns
      </button>
    </>
  )
}

function FindInTerminal({ onFind, onClose }: { onFind: (text: string) => boolean; onClose: () => void }) {
  const [isFound, setIsFound] = useState<boolean>()
  return (
    <form
      className="lab-toolbar"
      onSubmit={(event) => {
        event.preventDefault()
        setIsFound(onFind(String(new FormData(event.currentTarget).get('text'))))
      }}
    >
      <label className="caption">
        Find in the output{' '}
        <input
          name="text"
          {...verbatimInputProps}
          enterKeyHint="search"
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a key
          autoFocus
          className="lab-field"
          onKeyDown={ignoringComposition(({ key }) => key === 'Escape' && onClose())}
        />
      </label>
      <button type="submit" className="lab-toolbar-button">
        Previous
      </button>
      <button type="button" className="lab-toolbar-button" onClick={onClose}>
        Close
      </button>
      <span role="status" className="caption">
        {isFound === false && 'Nothing found'}
      </span>
    </form>
  )
}

/** Moves the focus to the first focusable element after the Leave button. */
function focusAfter(button: HTMLElement | null): void {
  const next = button?.nextElementSibling
  if (next instanceof HTMLElement) next.focus()
}
