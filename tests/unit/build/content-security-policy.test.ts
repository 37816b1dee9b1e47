import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addPolicyMeta } from '#scripts/build/content-security-policy.ts'

const charset = '<meta charSet="utf-8"/>'
const page = (head: string, body = '') => `<html><head>${charset}${head}</head><body>${body}</body></html>`
const policyIn = (html: string) =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
const directive = (html: string, name: string) =>
  policyIn(html)
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('the policy comes before anything it governs', () => {
  const html = addPolicyMeta(page('<script>run()</script>'))
  expect(html).toContain(`${charset}<meta http-equiv="Content-Security-Policy"`)
})

test('each inline script and style is allowed by its hash, once, and an external script has none', () => {
  const html = addPolicyMeta(
    page(
      '<script>one()</script><style>a{}</style>',
      '<script type="module" async="">two()</script><script src="/a.js"></script><script>one()</script>',
    ),
  )
  expect(directive(html, 'script-src')).toBe(`script-src 'self' ${hashOf('one()')} ${hashOf('two()')}`)
  expect(directive(html, 'style-src')).toBe(`style-src 'self' ${hashOf('a{}')}`)
})

test('the hash of any script is the one that a browser computes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('</')),
      (text) => {
        expect(directive(addPolicyMeta(page(`<script>${text}</script>`)), 'script-src')).toContain(
          hashOf(text),
        )
      },
    ),
  )
})

test('nothing else is allowed: no eval, nothing inline without a hash, nothing from elsewhere', () => {
  const policy = policyIn(addPolicyMeta(page('')))
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).not.toMatch(/unsafe|https?:|\*|blob:/)
  for (const name of ['base-uri', 'form-action']) expect(policy).toContain(name)
})

test('a page that does not begin with its character set is an error', () => {
  expect(() => addPolicyMeta('<html><head></head></html>')).toThrow('where the policy belongs')
})
