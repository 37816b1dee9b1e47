import { useEffect, useState } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { paths } from '#domain/paths.ts'
import { diagnoseLoadFailure } from '#platform/diagnose-load-failure.ts'
import { Button } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'

/**
 * Shown for an unknown address or a bug; failed loads are retried instead (navigation-retry.tsx). Its links are full
 * page loads.
 */
export function RouteError() {
  const error = useRouteError()
  const isMissing = isRouteErrorResponse(error) && error.status === 404
  const [isOutdatedBuild, setIsOutdatedBuild] = useState(false)
  // Code of one build may fail on the data of another.
  useEffect(
    () => void diagnoseLoadFailure().then((reason) => setIsOutdatedBuild(reason === 'outdated-build')),
    [],
  )
  return (
    <main className="mx-auto max-w-page px-4 py-16 sm:px-8">
      <h1>{isMissing ? 'Page not found' : 'This page did not load'}</h1>
      <p className="mt-4 max-w-measure">
        {isMissing && 'The address may be mistyped, or a topic may have moved. '}
        {isOutdatedBuild && 'The course has been updated since you opened it: load the page again. '}
        {!isMissing && !isOutdatedBuild && 'Part of the page failed to run: load the page again. '}
        Your progress is safe in this browser.
      </p>
      <p className="mt-6 flex flex-wrap items-center gap-6">
        {/* Not a link: a link to the current address with a fragment would only scroll. */}
        <Button onClick={() => location.reload()}>Reload the page</Button>
        <PageLink to={paths.home()}>All topics</PageLink>
        <PageLink to={paths.search()}>Search</PageLink>
      </p>
    </main>
  )
}
