import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '#domain/paths.ts'
import { searchEntryKey } from '#domain/search/search.ts'
import { Icon } from '#ui/icon.tsx'
import { ignoringComposition } from '#ui/keyboard.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { SearchResultItem } from './search-result-item.tsx'
import { type Search, useSearch } from './use-search.ts'

export { fetchTitleIndex } from '#content/search-index.ts'

/** The search dialog, loaded on first use. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one combobox, whose parts share the active result
export function SearchDialog({
  initialQuery,
  indexAddress,
  onClose,
}: {
  /** What was typed while the dialog was loading. */
  initialQuery: string
  indexAddress: string
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState(initialQuery)
  const search = useSearch(query, indexAddress, 12)
  const [activeKey, setActiveKey] = useState<string>()
  const navigate = useNavigate()
  const listId = useId()
  const results = search.kind === 'results' ? search.results : []
  // Found by id, because its position changes when more results arrive.
  const active = Math.max(
    0,
    results.findIndex(({ entry }) => searchEntryKey(entry) === activeKey),
  )
  const setActive = (index: number) => {
    const result = results[index]
    setActiveKey(result && searchEntryKey(result.entry))
  }
  // Opened before paint, which also focuses the field, so that the next key is not lost. Safari puts the cursor at the
  // start of the field, before what was typed while the dialog was loading.
  useLayoutEffect(() => {
    dialog.current?.showModal()
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [])

  // The close event comes later: a key that opens search again in between would have no effect.
  const close = () => {
    dialog.current?.close()
    onClose()
  }
  const open = (index: number) => {
    const chosen = results[index]
    if (!chosen) return
    close()
    navigate(chosen.entry.address)
  }
  const onKeyDown = ignoringComposition((event: KeyboardEvent) => {
    const moveSelection = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    // With a modifier, arrow keys select text or move by words.
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey
    if (moveSelection !== undefined && isPlain && results.length > 0) {
      event.preventDefault()
      setActive((active + moveSelection + results.length) % results.length)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      if (results.length > 0) open(active)
      else if (query.trim()) {
        close()
        navigate(paths.search(query))
      }
    }
  })
  return (
    <dialog
      ref={dialog}
      aria-label="Search the course"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
      onKeyDown={ignoringComposition(({ key }) => key === 'Escape' && close())}
      className="search-dialog scroll-pt-16 sm:scroll-pb-12 m-auto mt-[8vh] max-h-[80vh] w-[min(44rem,calc(100vw-1.5rem))] border border-rule-strong bg-paper text-ink"
    >
      <div className="sticky top-0 flex flex-nowrap items-center gap-x-3 border-b border-rule bg-paper px-4 @max-[15rem]:gap-x-1 has-[input:focus-visible]:border-accent @max-[15rem]:px-1">
        <Icon name="search" className="@max-[15rem]:hidden" />
        <input
          ref={field}
          type="search"
          {...verbatimInputProps}
          enterKeyHint="search"
          role="combobox"
          aria-label="Search topics, notes, commands and terms"
          aria-expanded={results.length > 0}
          aria-controls={listId}
          aria-activedescendant={results[active] ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          placeholder="Search topics, commands, terms"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value)
            setActiveKey(undefined)
          }}
          onKeyDown={onKeyDown}
          className="touch-target min-w-0 grow bg-transparent py-3 text-lg outline-none"
        />
        <button type="button" onClick={close} className="touch-target shrink-0 px-2 text-sm">
          <span className="@max-[15rem]:sr-only">Close</span>
          <span className="hidden @max-[15rem]:inline">
            <Icon name="cross" />
          </span>
        </button>
      </div>
      <p role="status" className={results.length > 0 ? 'sr-only' : 'px-4 py-5 text-ink-soft empty:p-0'}>
        {statusOf(search, query)}
      </p>
      <LoadFailureNotice
        partName="The search index"
        loadFailure={search.kind === 'empty' ? undefined : search.loadFailure}
      />
      <div id={listId} role="listbox" aria-label="Results">
        {results.map((result, index) => (
          // The input keeps the focus and the keys: options are pointed at by aria-activedescendant.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={searchEntryKey(result.entry)}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => open(index)}
            onMouseMove={() => index !== active && setActive(index)}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            className="cursor-pointer border-b border-rule px-4 py-2.5 aria-selected:bg-accent-paper aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent"
          >
            <SearchResultItem result={result} />
          </div>
        ))}
      </div>
      <p
        aria-hidden="true"
        className="caption sticky bottom-0 hidden border-t border-rule bg-paper px-4 py-2 text-ink-soft sm:block"
      >
        <kbd>↑</kbd> <kbd>↓</kbd> to move · <kbd>Enter</kbd> to open · <kbd>Esc</kbd> to close
      </p>
    </dialog>
  )
}

function statusOf(search: Search, query: string): string {
  switch (search.kind) {
    case 'loading':
      return search.loadFailure ? '' : 'Loading the index…'
    case 'empty':
      return 'Type a topic, a command such as docker run, a flag such as --memory, or a word.'
    case 'results':
      return search.results.length === 0
        ? `Nothing mentions “${query}”. Try fewer or shorter words.`
        : `${search.results.length} results${search.areMoreComing ? ', loading more…' : ''}`
    default:
      return search satisfies never
  }
}
