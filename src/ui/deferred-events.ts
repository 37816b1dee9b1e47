import { ignoringComposition } from './keyboard.ts'
import { enterValue, findControls } from './replay-early-events.ts'

type ControlState = { checked: boolean; value: string }

/** An event on a control whose code has not loaded: its new state, a key, or else a click. */
export type DeferredEvent = { control: number; state?: ControlState | undefined; key?: KeyboardEvent }

/**
 * Calls back with each event in an element whose code has not loaded, in order, because radio buttons of one name
 * uncheck each other.
 */
export function captureEvents(
  container: HTMLElement,
  onDeferred: (event: DeferredEvent) => void,
): () => void {
  const handleEvent = (event: Event) => {
    const deferred = toDeferredEvent(event, container)
    if (deferred) onDeferred(deferred)
  }
  const handleKey = ignoringComposition((event: KeyboardEvent) => handleEvent(event))
  // Without code, a form would be submitted to the server.
  const preventSubmit = (event: Event) => event.preventDefault()
  container.addEventListener('input', handleEvent)
  container.addEventListener('click', handleEvent)
  container.addEventListener('keydown', handleKey)
  container.addEventListener('submit', preventSubmit)
  return () => {
    container.removeEventListener('input', handleEvent)
    container.removeEventListener('click', handleEvent)
    container.removeEventListener('keydown', handleKey)
    container.removeEventListener('submit', preventSubmit)
  }
}

/** What to replay of an event; undefined if the browser handles it without code. */
function toDeferredEvent(event: Event, container: Element): DeferredEvent | undefined {
  const { target } = event
  // The icon of a button is no `HTMLElement`.
  if (!(target instanceof Element)) return undefined
  const button = target.closest('button')
  const controls: Element[] = findControls(container)
  const control = controls.indexOf(button ?? target)
  if (control < 0) return undefined
  if (event.type === 'input') return { control, state: controlState(target) }
  if (!(event instanceof KeyboardEvent)) return button ? { control } : undefined
  const isNative = event.key === 'Tab' || (button && /^(Enter| )$/.test(event.key))
  return isNative ? undefined : { control, key: event }
}

/** Replays events one after the other, so that React handles them. */
export async function replayEvents(
  events: readonly DeferredEvent[],
  controls: readonly HTMLElement[],
): Promise<void> {
  for (const { control, state, key } of events) {
    const element = controls[control]
    if (state) restoreState(element, state)
    else if (key) element?.dispatchEvent(new KeyboardEvent(key.type, key))
    else element?.click()
    // Let React render before the next event.
    await Promise.resolve()
  }
}

function controlState(control: Element): ControlState | undefined {
  if (control instanceof HTMLInputElement) return { checked: control.checked, value: control.value }
  const hasValue = control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement
  return hasValue ? { checked: false, value: control.value } : undefined
}

function restoreState(control: HTMLElement | undefined, state: ControlState): void {
  const now = control && controlState(control)
  if (!now) return
  if (now.checked !== state.checked) control.click()
  if (now.value !== state.value) enterValue(control, state.value)
}
