import { useEffect, useState } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { paths } from '#domain/paths.ts'
import { diagnoseLoadFailure } from '#platform/load-failure.ts'
import { Button } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'

/**
 * What shows when a page cannot be: an address nobody made, or a bug of ours, for what does not load is waited for
 * (page-arrival.ts). Its links load the page they lead to from the start.
 */
export function RouteError() {
  const error = useRouteError()
  const isMissing = isRouteErrorResponse(error) && error.status === 404
  const [isOutdatedBuild, setIsOld] = useState(false)
  // Code of one build may fail on the data of another.
  useEffect(() => void diagnoseLoadFailure().then((message) => setIsOld(message === 'gone')), [])
  return (
    <main className="mx-auto max-w-page px-4 py-16 sm:px-8">
      <h1>{isMissing ? 'No page has this address' : 'This page did not load'}</h1>
      <p className="mt-4 max-w-measure">
        {isMissing && 'The address may be mistyped, or a topic may have moved. '}
        {isOutdatedBuild && 'The course has been updated since you opened it: load the page again. '}
        {!isMissing && !isOutdatedBuild && 'Part of the page failed to run: load the page again. '}
        Your progress is safe in this browser.
      </p>
      <p className="mt-6 flex flex-wrap items-center gap-6">
        {/* No link: one to this very address with a # would only scroll. */}
        <Button onClick={() => location.reload()}>Load again</Button>
        <PageLink to={paths.home()}>All topics</PageLink>
        <PageLink to={paths.search()}>Search</PageLink>
      </p>
    </main>
  )
}
