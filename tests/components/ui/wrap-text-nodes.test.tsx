// @vitest-environment jsdom
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { InlineText } from '#ui/inline-text.tsx'

/** All text nodes with siblings, except whitespace. A page translator would break their updates. */
function textsWithSiblings(place: Node): string[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const isAlone = text.parentNode?.childNodes.length === 1
    if (text.nodeValue?.trim() && !isAlone) found.push(text.nodeValue)
  }
  return found
}

const count = 7
const none = null as ReactNode
const Named = ({ children }: { children: ReactNode }) => <b>{children}</b>

const cases: [string, ReactNode, string][] = [
  ['a number and a word', <p key="1">{count} topics</p>, '<p>7 topics</p>'],
  ['text in a component', <Named key="2">{count} topics</Named>, '<b>7 topics</b>'],
  ['text that may be away', <p key="3">Right{none}.</p>, '<p>Right.</p>'],
  [
    'text beside an element',
    <p key="4">
      {count} of <b>9</b>
    </p>,
    '<p><span>7 of</span> <b>9</b></p>',
  ],
  [
    'a space between elements, which no translator touches',
    <p key="5">
      <i /> <b />
    </p>,
    '<p><i></i> <b></b></p>',
  ],
  ['text in a fragment', <>{count} topics</>, '<span>7 topics</span>'],
  ['text in a list', <p key="6">{['a', <b key="b">b</b>]}</p>, '<p><span>a</span><b>b</b></p>'],
  [
    'text beside inline code',
    <p key="9">
      <InlineText text="Add `--rm` to it" />
    </p>,
    '<p><span>Add</span> <code translate="no"><span>--rm</span></code> <span>to it</span></p>',
  ],
  [
    'text of a drawing',
    <svg key="7" aria-hidden="true">
      <text>
        {count} <tspan>MiB</tspan>
      </text>
    </svg>,
    '<svg aria-hidden="true"><text><tspan>7</tspan> <tspan>MiB</tspan></text></svg>',
  ],
  [
    'code, which is never translated',
    <code key="8">docker {'run'}</code>,
    '<code translate="no">docker run</code>',
  ],
]

test.each(cases)('%s', (_, element, html) => {
  const { container } = render(element)
  expect(container.innerHTML).toBe(html)
  if (!html.includes('translate="no"')) expect(textsWithSiblings(container)).toEqual([])
})

/** Replaces all text nodes, as a page translator does. A repeated call also replaces those added since. */
function translate(place: Element): void {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text as Text)
  for (const text of texts.filter(({ data }) => data.trim() && !data.startsWith('»'))) {
    const font = document.createElement('font')
    font.append(`»${text.data}`)
    text.replaceWith(font)
  }
}

function Changing({ done, name }: { done: number; name?: string }) {
  return (
    <section>
      <p>
        {done} of {9} done
      </p>
      <p>
        Step {done} {name && <b>{name}</b>} of many
      </p>
      <>
        {name && 'You are '}
        {name}
        <hr />
      </>
    </section>
  )
}

test('text that a translator has replaced still updates, appears and disappears', () => {
  const { container, rerender } = render(<Changing done={1} />)
  for (const props of [
    { done: 2, name: 'Ada' },
    { done: 3 },
    { done: 4, name: 'Bo' },
    { done: 5, name: 'Cy' },
  ]) {
    translate(container)
    rerender(<Changing {...props} />)
    expect(container.textContent?.replaceAll('»', '')).toBe(
      `${props.done} of 9 doneStep ${props.done} ${props.name ?? ''} of many${props.name ? `You are ${props.name}` : ''}`,
    )
  }
})
