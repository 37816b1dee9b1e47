/** What a reader did, and the state it left the control in: React may find another one by now. */
type EarlyEvent = { event: Event; value?: string; checked?: boolean; late?: LateControl | undefined }

/** Where a control stands: React puts another one there if a translator has changed the place. */
type LateControl = { place: Element; index: number }

declare global {
  interface Window {
    /** Made by the head script (app/head-script.ts), which hears everything until the page is ready. */
    early?: { presses: EarlyEvent[]; hear: (event: Event) => void }
  }
}

const types = ['click', 'input', 'keydown', 'submit']
const lateTypes = ['click', 'input']
const latePlace = '[data-code-pending]'

/**
 * Does what was pressed, picked or typed before the page was ready, but for what stands in a place that is still late.
 * What is pressed there from now on waits for it too.
 */
export async function replayEarlyEvents(): Promise<void> {
  const { early } = window
  if (!early) return
  for (const type of types) document.removeEventListener(type, early.hear, true)
  for (const type of lateTypes) window[listenWhileLate()](type, captureInLatePlace, true)
  const presses = early.presses.map((press) => ({ ...press, late: press.late ?? lateControl(press.event) }))
  const isReady = ({ late }: EarlyEvent) => !late?.place.matches(latePlace)
  const events = presses.filter(isReady)
  early.presses = presses.filter((press) => !isReady(press))
  for (const press of events) {
    replayEarlyEvent(press)
    // React shows what came of it before the next.
    await Promise.resolve()
  }
}

/** The code of this place has come: does what was pressed in it. */
export function replayEventsIn(place: Element): Promise<void> {
  place.removeAttribute('data-code-pending')
  return replayEarlyEvents()
}

const listenWhileLate = () => (document.querySelector(latePlace) ? 'addEventListener' : 'removeEventListener')

/** Keeps an event from React, which would drop it as long as the place has no code, or handle it a second time. */
function captureInLatePlace(event: Event): void {
  const { target } = event
  if (!(target instanceof HTMLElement) || !target.closest(latePlace)) return
  if (target.closest('a[href], [popovertarget]')) return
  event.stopPropagation()
  const { value, checked } = target as HTMLInputElement
  window.early?.presses.push({ event, value, checked, late: lateControl(event) })
}

function lateControl({ target }: Event): LateControl | undefined {
  const place = target instanceof Element && target.closest(latePlace)
  if (!place) return undefined
  const control = target.closest<HTMLElement>('button') ?? target
  return { place, index: findControls(place).indexOf(control as HTMLElement) }
}

/** In the order of the page, which is the same before and after. */
export function findControls(element: Element | null): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>('input, select, button, summary, a, [tabindex]') ?? [])]
}

function replayEarlyEvent({ event, value, checked, late }: EarlyEvent): void {
  const { type } = event
  const isGone = event.target instanceof Element && !event.target.isConnected
  const target = isGone ? late && findControls(late.place)[late.index] : event.target
  if (!(target instanceof HTMLElement)) return
  // A popover opens without script, and a link leads on without.
  if (type === 'click') target.closest<HTMLElement>('button:not([popovertarget])')?.click()
  if (type === 'keydown') target.dispatchEvent(new KeyboardEvent(type, event))
  if (type === 'input') restoreControlState(target, value, checked)
}

/** React takes the state that it finds for its own, so the control goes back and comes again. */
function restoreControlState(control: HTMLElement, value = '', checked = false): void {
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
    control.checked = !checked
    control.click()
    return
  }
  if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return
  control.value = control instanceof HTMLInputElement ? control.defaultValue : ''
  Reflect.set(Object.getPrototypeOf(control), 'value', value, control)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}
