import { Fragment } from 'react'
import { excerptOf, matchRanges, type TextRange } from '#domain/search/highlight.ts'
import type { SearchResult } from '#domain/search/search.ts'
import type { SearchKind } from '#domain/search/search-entry.ts'

const kindLabels = {
  lesson: 'Topic',
  section: 'Section',
  note: 'Note',
  command: 'Command',
  term: 'Glossary',
  primer: 'Primer',
  area: 'Area',
  lab: 'Lab',
} satisfies Record<SearchKind, string>

/** A search result, with the matches highlighted. */
export function SearchResultItem({ result }: { result: SearchResult }) {
  const { entry, terms } = result
  const excerpt = excerptOf(entry.text, terms, 150)
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span
          translate={entry.kind === 'command' ? 'no' : undefined}
          className={`min-w-0 [overflow-wrap:anywhere] ${entry.kind === 'command' ? 'font-mono text-sm' : 'font-semibold'}`}
        >
          <HighlightedText text={entry.title} ranges={matchRanges(entry.title, terms)} />
        </span>
        <span className="caption text-ink-soft">
          {kindLabels[entry.kind]}
          {entry.context && ` · ${entry.context}`}
        </span>
      </span>
      {excerpt.text && (
        <span className="block text-sm leading-snug text-ink-soft">
          <HighlightedText {...excerpt} />
        </span>
      )}
    </>
  )
}

function HighlightedText({ text, ranges }: { text: string; ranges: TextRange[] }) {
  const pieces = ranges.map(({ start, end }, index) => (
    <Fragment key={start}>
      {text.slice(ranges[index - 1]?.end ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
    </Fragment>
  ))
  return (
    <>
      {pieces}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  )
}
