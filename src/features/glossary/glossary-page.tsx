import { useState } from 'react'
import type { GlossaryEntry } from '#domain/catalog/glossary.ts'
import { normalizeText } from '#domain/typed/normalize-characters.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'

export type GlossaryTerm = GlossaryEntry & { lessonLink?: { title: string; address: string } }

/** All glossary terms on one page, so that find-in-page works too. */
export function GlossaryPage({ terms }: { terms: GlossaryTerm[] }) {
  const [text, setText] = useState('')
  const shown = terms.filter((term) => containsText(term, text))
  const letters = [...new Set(terms.map(initial))]
  return (
    <>
      <h1>Glossary</h1>
      <p className="mt-3 max-w-measure">
        {terms.length} terms, each in a sentence or two, with a source and the topic that explains it.
      </p>
      <label className="needs-script mt-6 block max-w-md">
        <span className="caption block text-ink-soft">Terms that mention</span>
        <input
          type="search"
          {...verbatimInputProps}
          enterKeyHint="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
          className="touch-target w-full field-box px-3"
        />
      </label>
      {shown.length === 0 && (
        <p role="status" className="mt-6">
          No term mentions that. Try a shorter word, or press / to search the whole course.
        </p>
      )}
      <div className="mt-8 columns-1 gap-12 @min-[52rem]/part:columns-2">
        {letters.map((letter) => (
          <TermsByLetter
            key={letter}
            letter={letter}
            terms={shown.filter((term) => initial(term) === letter)}
          />
        ))}
      </div>
    </>
  )
}

function TermsByLetter({ letter, terms }: { letter: string; terms: GlossaryTerm[] }) {
  if (terms.length === 0) return null
  return (
    <section className="mb-8">
      <h2 className="border-b-2 border-ink pb-1 text-xl">{letter}</h2>
      <dl>
        {terms.map((term) => (
          <div
            key={term.id}
            id={term.id}
            className="break-inside-avoid py-2.5 target:bg-mark target:outline-2 target:outline-rule-strong"
          >
            <dt className="font-semibold">
              {term.term}
              {term.also && <span className="font-normal text-ink-soft"> · {term.also.join(', ')}</span>}
            </dt>
            <dd className="leading-snug">
              <InlineText text={term.means} />
              <span className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
                {term.lessonLink && <PageLink to={term.lessonLink.address}>{term.lessonLink.title}</PageLink>}
                <a href={term.source} rel="noreferrer">
                  Source<span className="sr-only"> for {term.term}</span>
                </a>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function initial({ term }: GlossaryEntry): string {
  const letter = term
    .replace(/^[^a-z0-9]+/i, '')
    .charAt(0)
    .toUpperCase()
  return /[A-Z]/.test(letter) ? letter : '0–9'
}

function containsText({ term, also = [], means }: GlossaryEntry, text: string): boolean {
  return normalizeText([term, ...also, means].join(' '))
    .toLowerCase()
    .includes(normalizeText(text).toLowerCase())
}
