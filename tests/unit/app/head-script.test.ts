// @vitest-environment jsdom
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headScript } from '#app/head-script.ts'

type Visit = {
  /** The text stored under the key of progress, or a function that throws as blocked storage does. */
  stored?: string | null | (() => never)
  path?: string
  base?: string
  connection?: { rtt?: number; downlink?: number }
}

const fonts = ['/assets/serif.woff2', '/assets/display.woff2']

/** Runs the script on a new page. Returns the page’s attributes, the fonts it loads and the events it records. */
function visit({ stored = null, path = '/', base = '/', connection }: Visit = {}) {
  const page = document.implementation.createHTMLDocument()
  let address = path
  const window: { early?: Window['early'] } = {}
  runInNewContext(headScript(fonts, base), {
    document: page,
    window,
    navigator: { connection },
    location: new URL(`https://example.org${path}`),
    history: {
      state: null,
      replaceState: (_state: unknown, _unused: string, to: string) => {
        address = to
      },
    },
    URLSearchParams,
    get localStorage() {
      if (typeof stored === 'function') stored()
      return { getItem: (key: string) => (key === 'docker-mastery.progress' ? stored : null) }
    },
  })
  const links = [...page.head.querySelectorAll<HTMLLinkElement>('link[rel="preload"]')]
  return {
    page,
    dataset: { ...page.documentElement.dataset },
    fonts: links.filter((link) => link.as === 'font').map((link) => link.getAttribute('href')),
    early: window.early,
    address,
  }
}

const settings = (values: Record<string, unknown>) =>
  JSON.stringify({
    settings: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])),
  })

describe('stored settings', () => {
  test.each(['light', 'dark'])('the theme %s is set before the first paint', (theme) => {
    expect(visit({ stored: settings({ theme }) }).dataset).toMatchObject({ theme })
  })

  test.each(['system', 'purple', 1, null])('the theme %j leaves the choice to the browser', (theme) => {
    expect(visit({ stored: settings({ theme }) }).dataset).not.toHaveProperty('theme')
  })

  test.each([
    ['the stored one', settings({ role: 'manager' }), '/', 'manager'],
    ['the address wins', settings({ role: 'manager' }), '/?role=practitioner', 'practitioner'],
    ['an unknown one in the address is ignored', settings({ role: 'manager' }), '/?role=boss', 'manager'],
    ['an unknown stored one is ignored', settings({ role: 'boss' }), '/', 'beginner'],
    ['nothing stored', null, '/', 'beginner'],
  ])('the role: %s', (_, stored, path, role) => {
    expect(visit({ stored, path }).dataset).toMatchObject({ role })
  })

  test('with blocked storage, the role is beginner', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    expect(visit({ stored: refuse }).dataset).toEqual({ role: 'beginner' })
  })

  test.each([
    '{"torn',
    'null',
    '[]',
    '7',
    '""',
    '{"settings":null}',
    '{"settings":{"role":null,"theme":"dark"}}',
  ])('with %s in storage, the role is beginner', (stored) => {
    expect(visit({ stored }).dataset).toEqual({ role: 'beginner' })
  })

  test('whatever is stored, the page gets a valid role and a valid theme or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        const { role, theme = 'dark' } = visit({ stored }).dataset
        expect(['beginner', 'practitioner', 'manager']).toContain(role)
        expect(['light', 'dark']).toContain(theme)
      }),
    )
  })
})

test.each([
  ['/', '/', '/'],
  ['/', '/internals/cgroups', '/internals/cgroups'],
  ['/', '/internals/cgroups/?role=manager#the-end', '/internals/cgroups?role=manager#the-end'],
  ['/', '/internals//', '/internals'],
  ['/', '//internals/cgroups/', '/internals/cgroups'],
  ['/', '/internals//cgroups', '/internals/cgroups'],
  ['/', '/internals%2Fcgroups', '/internals/cgroups'],
  ['/', '/internals/cgroups/index.html?role=manager', '/internals/cgroups?role=manager'],
  ['/', '/index.html#top', '/#top'],
  ['/docker/', '/docker/index.html', '/docker/'],
  ['/docker/', '/docker/', '/docker/'],
  ['/docker/', '/docker/?role=manager', '/docker/?role=manager'],
  ['/docker/', '/docker/internals/', '/docker/internals'],
])('below %s, the address %s becomes %s', (base, path, address) => {
  expect(visit({ base, path }).address).toBe(address)
})

describe('fonts', () => {
  test.each<[string, Visit, boolean]>([
    ['a browser that reports no connection', {}, true],
    ['a first visit on a fast connection', { connection: { rtt: 50, downlink: 10 } }, true],
    ['a first visit with high latency', { connection: { rtt: 125, downlink: 10 } }, false],
    ['a first visit with low bandwidth', { connection: { rtt: 50, downlink: 1.4 } }, false],
    ['a later visit on a slow connection', { connection: { rtt: 300 }, stored: '{}' }, true],
    [
      'a brief, which is printed, on a slow connection',
      { connection: { rtt: 300 }, path: '/brief/images' },
      true,
    ],
  ])('%s', (_, options, areAsked) => {
    const seen = visit(options)
    expect(seen.fonts).toEqual(areAsked ? fonts : [])
    expect(seen.dataset.fonts).toBe(areAsked ? undefined : 'later')
  })
})

describe('before the page is ready', () => {
  function press(html: string, event: Event) {
    const { page, early } = visit()
    page.body.innerHTML = html
    page.body.firstElementChild?.dispatchEvent(event)
    return { event, events: early?.events ?? [] }
  }

  test.each(['click', 'input', 'keydown'])('a %s is recorded with the state of its control', (type) => {
    const { event, events } = press('<input type="checkbox" value="b" checked>', new Event(type))
    expect(events).toEqual([{ event, value: 'b', checked: true }])
  })

  test('a form without an action is not sent to the server; one with an action is', () => {
    const submit = () => new Event('submit', { cancelable: true })
    expect(press('<form></form>', submit()).event.defaultPrevented).toBe(true)
    expect(press('<form action="/search"></form>', submit()).event.defaultPrevented).toBe(false)
    expect(press('<form></form>', submit()).events).toEqual([])
  })
})
