import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, useMatches } from 'react-router'
import stylesheet from '../styles/app.css?url'
import displayFont from '../styles/fonts/source-serif-display.woff2?url'
import textFont from '../styles/fonts/source-serif-text.woff2?url'
import { headScript } from './head-script.ts'
import { AnchoredScrollRestoration } from './navigation/anchored-scroll-restoration.tsx'

export { RouteError as ErrorBoundary } from './layout/route-error.tsx'

// Only the prerendered page has the script text, so that it is not part of the browser’s code; hydration leaves it as
// it is.
const script = import.meta.env.SSR ? headScript([textFont, displayFont], import.meta.env.BASE_URL) : ''

export function Layout({ children }: { children: ReactNode }) {
  return (
    // The head script sets data-theme and data-role before hydration.
    <html lang="en" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text, hashed for the CSP */}
        <script suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
        <Styles />
        <link rel="icon" href={`${import.meta.env.BASE_URL}icon.svg`} type="image/svg+xml" />
        <link rel="manifest" href={`${import.meta.env.BASE_URL}manifest.webmanifest`} />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <PageScripts />
      </body>
    </html>
  )
}

/**
 * The 404 page is served at addresses that the router does not know, so it must stay plain HTML: a route can set
 * `handle: { isStatic: true }`.
 */
function PageScripts() {
  const isStatic = useMatches().some(({ handle }) => isStaticHandle(handle))
  if (isStatic) return null
  return (
    <>
      <AnchoredScrollRestoration />
      <Scripts />
    </>
  )
}

function isStaticHandle(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'isStatic' in handle && handle.isStatic === true
}

/**
 * The last step of the build replaces this with the style sheet itself, so that the first paint does not wait for a
 * request: scripts/build/inline-styles.ts.
 */
function Styles() {
  if (import.meta.env.DEV) return <link rel="stylesheet" href={stylesheet} />
  return <meta name="inline-styles" content={stylesheet} />
}

export default function Root() {
  return <Outlet />
}
