import { isRouteErrorResponse, useHref, useRouteError } from 'react-router'
import { PageLink } from '#ui/page-link.tsx'
import { paths } from '../paths.ts'

/**
 * What shows when a page cannot be: an address nobody made, a chunk that did not load, or a bug of ours. Its links load
 * the page they lead to from the start.
 */
export function RouteError() {
  const error = useRouteError()
  const here = useHref('.')
  const isMissing = isRouteErrorResponse(error) && error.status === 404
  return (
    <main className="mx-auto max-w-page px-4 py-16 sm:px-8">
      <h1>{isMissing ? 'No page has this address' : 'This page did not load'}</h1>
      <p className="mt-4 max-w-measure">
        {isMissing
          ? 'The address may be mistyped, or a topic may have moved. Your progress is safe in this browser.'
          : 'Part of the page could not be fetched or failed to run. Your progress is safe in this browser. Check the connection and load the page again.'}
      </p>
      <p className="mt-6 flex flex-wrap gap-6">
        <a href={here}>Load again</a>
        <PageLink to={paths.home()}>All topics</PageLink>
        <PageLink to={paths.search()}>Search</PageLink>
      </p>
    </main>
  )
}
