// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { captureEvents, type DeferredEvent, replayEvents } from '#ui/deferred-events.ts'
import { findControls } from '#ui/replay-early-events.ts'

function controlsOf(html: string): HTMLElement {
  const place = document.createElement('div')
  place.innerHTML = html
  document.body.replaceChildren(place)
  return place
}

const controls = {
  'a line of text': ['<input>', 'typed early'],
  'several lines of text': ['<textarea></textarea>', '.git\n**/.env*'],
  'a choice from a list': ['<select><option>a</option><option>b</option></select>', 'b'],
} as const

test.each(Object.entries(controls))(
  '%s, entered before the code has loaded, is kept',
  async (_, [html, value]) => {
    const deferred: DeferredEvent[] = []
    const early = controlsOf(html)
    captureEvents(early, (event) => deferred.push(event))
    const [control] = findControls(early)
    Reflect.set(control ?? {}, 'value', value)
    control?.dispatchEvent(new Event('input', { bubbles: true }))

    const late = findControls(controlsOf(html))
    await replayEvents(deferred, late)
    expect(late[0]).toHaveProperty('value', value)
  },
)
