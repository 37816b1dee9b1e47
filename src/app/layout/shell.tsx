import { useEffect } from 'react'
import { Outlet, useNavigation, useSearchParams } from 'react-router'
import { chunks } from '#content/catalog.server.ts'
import { UpdateNotice } from '#features/offline/update-notice.tsx'
import { StorageBanner } from '#features/progress/storage-banner.tsx'
import { useRoleAttribute } from '#features/role-lens/role-lens.tsx'
import { trimCopiedCode } from '#platform/clipboard.ts'
import { useLoadFailure } from '#store/load-with-retry.ts'
import { startProgress } from '#store/progress.ts'
import { replayEarlyEvents } from '#ui/replay-early-events.ts'
import { pageLoadName } from '../navigation/fetch-page-data.ts'
import { useLinkNavigation } from '../navigation/link-navigation.ts'
import { NavigationFailureNotice, useRetryingRouter } from '../navigation/navigation-retry.tsx'
import type { Route } from './+types/shell.ts'
import { useFocusAfterRemoval, useFocusOnNavigation } from './focus-on-navigation.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { useThemeAttribute } from './theme-toggle.tsx'

/** What every page needs to know about the build. */
export function loader() {
  return { searchIndex: chunks.searchIndex }
}

/** The shell around every page. */
export default function Shell({ loaderData }: Route.ComponentProps) {
  const [parameters] = useSearchParams()
  useEffect(startProgress, [])
  useEffect(trimCopiedCode, [])
  useRoleAttribute(parameters.get('role'))
  useThemeAttribute()
  useFocusOnNavigation()
  useFocusAfterRemoval()
  useLinkNavigation()
  useRetryingRouter()
  useEffect(() => void replayEarlyEvents(), [])
  return (
    <div id="top" className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="touch-target absolute left-4 -top-24 z-50 inline-flex items-center bg-accent px-4 text-on-accent focus:top-2"
      >
        Skip to content
      </a>
      <Header {...loaderData} />
      <NavigationProgress />
      <StorageBanner />
      <UpdateNotice />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-8 sm:px-8 sm:py-12">
        <Outlet />
      </main>
      <Footer />
      <NavigationFailureNotice />
    </div>
  )
}

/** A thin loading bar, visible only if a page takes longer than a moment to load. */
function NavigationProgress() {
  const loadFailure = useLoadFailure(pageLoadName)
  const isLoading = useNavigation().state === 'loading' && !loadFailure
  return (
    <div role="status" className="no-print">
      {isLoading && (
        <>
          <span className="sr-only">Loading the page</span>
          <span className="loading-bar" aria-hidden="true" />
        </>
      )}
    </div>
  )
}
