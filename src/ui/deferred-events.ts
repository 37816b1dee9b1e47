import { ignoringComposition } from './keyboard.ts'
import { findControls } from './replay-early-events.ts'

type State = { checked: boolean; value: string }

/** Something done to a control that has no code yet: its new state, a key pressed in it, or else a click. */
export type DeferredEvent = { control: number; state?: State | undefined; key?: KeyboardEvent }

/** Tells what is done in a place that has no code yet, as it happens: radios of one name uncheck each other. */
export function captureEvents(place: HTMLElement, note: (press: DeferredEvent) => void): () => void {
  const handleEvent = (event: Event) => {
    const press = toDeferredEvent(event, place)
    if (press) note(press)
  }
  const handleKey = ignoringComposition((event: KeyboardEvent) => handleEvent(event))
  // It would be sent to the server.
  const preventSubmit = (event: Event) => event.preventDefault()
  place.addEventListener('input', handleEvent)
  place.addEventListener('click', handleEvent)
  place.addEventListener('keydown', handleKey)
  place.addEventListener('submit', preventSubmit)
  return () => {
    place.removeEventListener('input', handleEvent)
    place.removeEventListener('click', handleEvent)
    place.removeEventListener('keydown', handleKey)
    place.removeEventListener('submit', preventSubmit)
  }
}

/** What is to be done again of an event. What the browser does without code needs no second time. */
function toDeferredEvent(event: Event, place: Element): DeferredEvent | undefined {
  const { target } = event
  if (!(target instanceof HTMLElement)) return undefined
  const button = target.closest('button')
  const control = findControls(place).indexOf(button ?? target)
  if (control < 0) return undefined
  if (event.type === 'input') return { control, state: controlState(target) }
  if (!(event instanceof KeyboardEvent)) return button ? { control } : undefined
  const isNative = event.key === 'Tab' || (button && /^(Enter| )$/.test(event.key))
  return isNative ? undefined : { control, key: event }
}

/** Does it all again, one after the other, as a reader would, so that React hears of it. */
export async function replayEvents(
  presses: readonly DeferredEvent[],
  controls: readonly HTMLElement[],
): Promise<void> {
  for (const { control, state, key } of presses) {
    const element = controls[control]
    if (state) restoreState(element, state)
    else if (key) element?.dispatchEvent(new KeyboardEvent(key.type, key))
    else element?.click()
    // React shows what came of it before the next.
    await Promise.resolve()
  }
}

function controlState(control: HTMLElement): State | undefined {
  if (control instanceof HTMLInputElement) return { checked: control.checked, value: control.value }
  return control instanceof HTMLSelectElement ? { checked: false, value: control.value } : undefined
}

function restoreState(control: HTMLElement | undefined, state: State): void {
  const now = control && controlState(control)
  if (!now) return
  if (now.checked !== state.checked) control.click()
  if (now.value === state.value) return
  // By way of the prototype: a value set on the element itself React takes for its own.
  Reflect.set(Object.getPrototypeOf(control), 'value', state.value, control)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}
