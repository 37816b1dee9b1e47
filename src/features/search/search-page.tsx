import { paths } from '#domain/paths.ts'
import { pluralize } from '#domain/pluralize.ts'
import { type SearchResult, searchEntryKey } from '#domain/search/search.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { useQueryText } from '#ui/use-query-text.ts'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { SearchResultItem } from './search-result-item.tsx'
import { useSearch } from './use-search.ts'

/** The search page, so that results have an address to link to. */
export function SearchPage({ indexAddress }: { indexAddress: string }) {
  const [query, setQuery] = useQueryText('q')
  const search = useSearch(query, indexAddress, 40)
  return (
    <>
      <h1>Search</h1>
      <form className="needs-script mt-6 max-w-measure" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span className="caption block text-ink-soft">Topics, notes, text, commands and glossary</span>
          <input
            type="search"
            {...verbatimInputProps}
            enterKeyHint="search"
            name="q"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            className="touch-target w-full field-box px-3 text-lg"
          />
        </label>
      </form>
      <noscript>
        <p className="mt-6">
          Search runs in the page and needs JavaScript. Without it, use <a href="./summary">the summary</a> or{' '}
          <a href="./glossary">the glossary</a> and your browser’s own find.
        </p>
      </noscript>
      <div role="status" className="caption mt-6 text-ink-soft">
        {search.kind === 'loading' && !search.loadFailure && 'Loading the index…'}
        {search.kind === 'results' &&
          `${pluralize(search.results.length, 'result')}${search.areMoreComing ? ', loading more…' : ''}`}
      </div>
      <LoadFailureNotice
        partName="The search index"
        loadFailure={search.kind === 'empty' ? undefined : search.loadFailure}
        className="mt-4 max-w-measure"
      />
      {search.kind === 'results' && <Results results={search.results} query={query} />}
    </>
  )
}

function Results({ results, query }: { results: SearchResult[]; query: string }) {
  if (results.length === 0) {
    return (
      <p className="mt-2 max-w-measure">
        Nothing mentions “{query}”. Try fewer or shorter words, or look through{' '}
        <PageLink to={paths.home()}>all topics</PageLink>.
      </p>
    )
  }
  return (
    <ol className="mt-2 max-w-measure border-t border-rule">
      {results.map((result) => (
        <li key={searchEntryKey(result.entry)} className="border-b border-rule">
          <PageLink to={result.entry.address} className="block py-3 no-underline hover:bg-paper-sunk">
            <SearchResultItem result={result} />
          </PageLink>
        </li>
      ))}
    </ol>
  )
}
