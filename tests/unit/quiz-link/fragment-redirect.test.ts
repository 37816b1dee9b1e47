import { expect, test } from 'vitest'
import { fragmentRedirectScript } from '#app/fragment-redirect.ts'

/** Where the 404 page redirects this address, or undefined if it does not. */
function forwarded(address: string, base = '/'): string | undefined {
  const { pathname, search, hash } = new URL(address, 'https://docs.example.org')
  let to: string | undefined
  const location = { pathname, search, hash, replace: (next: string) => (to = next) }
  new Function('location', fragmentRedirectScript(base))(location)
  return to
}

test.each([
  ['/a%231CODE', '/a#%231CODE'],
  ['/a/%231CODE', '/a#/%231CODE'],
  ['/a/1CODE', '/a#/1CODE'],
  ['/A#1CODE', '/a#1CODE'],
  ['/a%25231CODE?utm_source=x#main', '/a#%25231CODE?utm_source=x#main'],
  ['/a.html#1CODE', '/a#1CODE'],
  ['/a/index.html%231CODE', '/a#%231CODE'],
  ['/a*1CODE', '/a#*1CODE'],
  ['/a%20#1CODE', '/a#%20#1CODE'],
])('%s redirects to %s', (address, to) => {
  expect(forwarded(address)).toBe(to)
  expect(forwarded(`/course/docker${address}`, '/course/docker/')).toBe(`/course/docker${to}`)
})

test.each(['/', '/a', '/a/', '/about/nothing', '/a-topic/1', '/areas#1', '/images/a%231CODE'])(
  '%s is left to the 404 page',
  (address) => {
    expect(forwarded(address)).toBeUndefined()
    expect(forwarded(address, '/course/')).toBeUndefined()
  },
)
