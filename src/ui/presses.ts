import { whenPressed } from './keys.ts'

type State = { checked: boolean; value: string }

/** Something done to a control that has no code yet: its new state, a key pressed in it, or else a click. */
export type Press = { control: number; state?: State | undefined; key?: KeyboardEvent }

/** In the order of the page, which is the same before and after. */
export function controlsOf(element: Element | null): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>('input, select, button, summary, a, [tabindex]') ?? [])]
}

/** Tells what is done in a place that has no code yet, as it happens: radios of one name uncheck each other. */
export function notePresses(place: HTMLElement, note: (press: Press) => void): () => void {
  const hear = (event: Event) => {
    const press = pressOf(event, place)
    if (press) note(press)
  }
  const hearKey = whenPressed((event: KeyboardEvent) => hear(event))
  // It would be sent to the server.
  const keepForm = (event: Event) => event.preventDefault()
  place.addEventListener('input', hear)
  place.addEventListener('click', hear)
  place.addEventListener('keydown', hearKey)
  place.addEventListener('submit', keepForm)
  return () => {
    place.removeEventListener('input', hear)
    place.removeEventListener('click', hear)
    place.removeEventListener('keydown', hearKey)
    place.removeEventListener('submit', keepForm)
  }
}

/** What is to be done again of an event. What the browser does without code needs no second time. */
function pressOf(event: Event, place: Element): Press | undefined {
  const { target } = event
  if (!(target instanceof HTMLElement)) return undefined
  const button = target.closest('button')
  const control = controlsOf(place).indexOf(button ?? target)
  if (control < 0) return undefined
  if (event.type === 'input') return { control, state: stateOf(target) }
  if (!(event instanceof KeyboardEvent)) return button ? { control } : undefined
  const isNative = event.key === 'Tab' || (button && /^(Enter| )$/.test(event.key))
  return isNative ? undefined : { control, key: event }
}

/** Does it all again, one after the other, as a reader would, so that React hears of it. */
export async function doAgain(presses: readonly Press[], controls: readonly HTMLElement[]): Promise<void> {
  for (const { control, state, key } of presses) {
    const element = controls[control]
    if (state) redo(element, state)
    else if (key) element?.dispatchEvent(new KeyboardEvent(key.type, key))
    else element?.click()
    // React shows what came of it before the next.
    await Promise.resolve()
  }
}

function stateOf(control: HTMLElement): State | undefined {
  if (control instanceof HTMLInputElement) return { checked: control.checked, value: control.value }
  return control instanceof HTMLSelectElement ? { checked: false, value: control.value } : undefined
}

function redo(control: HTMLElement | undefined, state: State): void {
  const now = control && stateOf(control)
  if (!now) return
  if (now.checked !== state.checked) control.click()
  if (now.value === state.value) return
  // By way of the prototype: a value set on the element itself React takes for its own.
  Reflect.set(Object.getPrototypeOf(control), 'value', state.value, control)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}
