/** What a reader did, and the state it left the control in: React may find another one by now. */
type EarlyEvent = { event: Event; value?: string; checked?: boolean }

declare global {
  interface Window {
    /** Made by the head script (app/head-script.ts), which hears everything until the page is ready. */
    early?: { presses: EarlyEvent[]; hear: (event: Event) => void }
  }
}

/**
 * Does what was pressed, picked or typed before the page was ready. What stands in a place that is `data-late` waits
 * until that place is ready too, and calls this again.
 */
export async function replayEarlyEvents(ready: Document | Element): Promise<void> {
  const { early } = window
  if (!early) return
  for (const type of ['click', 'input', 'keydown', 'submit'])
    document.removeEventListener(type, early.hear, true)
  const isReady = ({ event: { target } }: EarlyEvent) => {
    const eventsForLazyParts = target instanceof Element && target.closest('[data-late]')
    return !eventsForLazyParts || eventsForLazyParts === ready
  }
  const events = early.presses.filter(isReady)
  early.presses = early.presses.filter((press) => !isReady(press))
  for (const press of events) {
    replayEarlyEvent(press)
    // React shows what came of it before the next.
    await Promise.resolve()
  }
}

function replayEarlyEvent({ event, value, checked }: EarlyEvent): void {
  const { target, type } = event
  if (!(target instanceof HTMLElement) || !target.isConnected) return
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
