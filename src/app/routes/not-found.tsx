import { catalog } from '#content/catalog.server.ts'
import { paths } from '#domain/paths.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { fragmentRedirectScript } from '../fragment-redirect.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/not-found.ts'

/** Served for unknown addresses, so it must work without the router: see root.tsx. */
export const handle = { isStatic: true }

export function loader() {
  return {
    areas: catalog.areas.map(({ title, promise, slug }) => ({ title, promise, address: paths.area(slug) })),
  }
}

export function meta() {
  const description = 'There is no page at this address. Here is what the course covers.'
  return pageMeta({ title: 'Page not found', description, address: paths.notFound(), isIndexed: false })
}

export default function NotFoundRoute({ loaderData }: Route.ComponentProps) {
  return (
    <div className="max-w-measure">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text, hashed for the CSP */}
      <script dangerouslySetInnerHTML={{ __html: fragmentRedirectScript(import.meta.env.BASE_URL) }} />
      <h1>Page not found</h1>
      <p className="mt-4">
        The address may be mistyped, or the page may have moved. Nothing is lost: your progress is saved in
        this browser. Search for what you were looking for, or pick an area.
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a form works where the search element is unknown */}
      <form role="search" action={`${import.meta.env.BASE_URL}search`} className="mt-6 flex flex-wrap gap-3">
        <label className="sr-only" htmlFor="missing-search">
          Search the course
        </label>
        <input
          id="missing-search"
          name="q"
          type="search"
          {...verbatimInputProps}
          enterKeyHint="search"
          required
          className="touch-target min-w-0 grow field-box px-3"
        />
        <button type="submit" className={buttonClass('main')}>
          Search
        </button>
      </form>
      <ul className="mt-8 divide-y divide-rule border-y border-rule">
        {loaderData.areas.map(({ title, promise, address }, index) => (
          <li key={address} data-area={index + 1} className="flex gap-4 py-3">
            <span className="display-number w-8 text-xl">{String(index + 1).padStart(2, '0')}</span>
            <span>
              <PageLink to={address} className="font-semibold">
                {title}
              </PageLink>
              <span className="block text-sm text-ink-soft">{promise}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
