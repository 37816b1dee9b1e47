/** An event before hydration, and the state of its control after it, because React may have reset the control. */
type EarlyEvent = { event: Event; value?: string; checked?: boolean; pending?: ControlPosition | undefined }

/** The position of a control: React replaces the element if a page translator has changed the text around it. */
type ControlPosition = { container: Element; index: number }

declare global {
  interface Window {
    /** Created by the head script (app/head-script.ts), which captures events until the page is hydrated. */
    early?: { events: EarlyEvent[]; capture: (event: Event) => void }
  }
}

const earlyTypes = ['click', 'input', 'keydown', 'submit']
const pendingTypes = ['click', 'input', 'keydown']
const pendingSelector = '[data-code-pending]'

/**
 * Replays events from before hydration, except those in elements whose code is still loading. New events there are
 * deferred too.
 */
export async function replayEarlyEvents(): Promise<void> {
  // While React runs effects, it cannot hydrate the target of an event, and drops the event.
  await Promise.resolve()
  const { early } = window
  if (!early) return
  for (const type of earlyTypes) document.removeEventListener(type, early.capture, true)
  for (const type of pendingTypes) window[listenWhilePending()](type, capturePendingEvent, true)
  const events = early.events.map((entry) => ({
    ...entry,
    pending: entry.pending ?? pendingControl(entry.event),
  }))
  const isReady = ({ pending }: EarlyEvent) => !pending?.container.matches(pendingSelector)
  early.events = events.filter((event) => !isReady(event))
  for (const event of events.filter(isReady)) {
    replayEarlyEvent(event)
    // Let React render before the next event.
    await Promise.resolve()
  }
}

/** Replays the deferred events of an element whose code has loaded. */
export function replayEventsIn(container: Element): Promise<void> {
  container.removeAttribute('data-code-pending')
  return replayEarlyEvents()
}

const listenWhilePending = () =>
  document.querySelector(pendingSelector) ? 'addEventListener' : 'removeEventListener'

/** Keeps an event from reaching React, which would drop it while the element has no code, or handle it twice. */
function capturePendingEvent(event: Event): void {
  const { target } = event
  if (!(target instanceof HTMLElement) || !target.closest(pendingSelector)) return
  if (target.closest('a[href], [popovertarget]')) return
  // A digit chooses an answer. Other keys belong to the browser or to the whole page.
  if (
    event instanceof KeyboardEvent &&
    !/^(radio|checkbox)[1-9]$/.test(Reflect.get(target, 'type') + event.key)
  )
    return
  event.stopPropagation()
  const { value, checked } = target as HTMLInputElement
  window.early?.events.push({ event, value, checked, pending: pendingControl(event) })
}

function pendingControl({ target }: Event): ControlPosition | undefined {
  const container = target instanceof Element && target.closest(pendingSelector)
  if (!container) return undefined
  const control = target.closest<HTMLElement>('button') ?? target
  return { container, index: findControls(container).indexOf(control as HTMLElement) }
}

/** In document order, which is the same before and after hydration. */
export function findControls(element: Element | null): HTMLElement[] {
  return [
    ...(element?.querySelectorAll<HTMLElement>('input, select, textarea, button, summary, a, [tabindex]') ??
      []),
  ]
}

function replayEarlyEvent({ event, value, checked, pending }: EarlyEvent): void {
  const { type } = event
  const isDetached = event.target instanceof Element && !event.target.isConnected
  const target = isDetached ? pending && findControls(pending.container)[pending.index] : event.target
  // The icon of a button is no `HTMLElement`.
  if (!(target instanceof Element)) return
  // Popovers and links work without script.
  if (type === 'click') target.closest<HTMLElement>('button:not([popovertarget])')?.click()
  if (type === 'keydown') target.dispatchEvent(new KeyboardEvent(type, event))
  if (type === 'input') restoreControlState(target, value, checked)
}

/** React adopts the state that it finds, so the control is reset first and then changed again. */
function restoreControlState(control: Element, value = '', checked = false): void {
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
    control.checked = !checked
    control.click()
    return
  }
  const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
  if (!(isText || control instanceof HTMLSelectElement)) return
  control.value = isText ? control.defaultValue : ''
  enterValue(control, value)
}

/** Sets a control's value as typing does: through the prototype, because React intercepts the element's own setter. */
export function enterValue(control: HTMLElement, value: string): void {
  Reflect.set(Object.getPrototypeOf(control), 'value', value, control)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}
