import { paths } from '#domain/paths.ts'
import { PageLink } from '#ui/page-link.tsx'

export function Footer() {
  return (
    <footer className="no-print mt-16 border-t border-rule">
      <div className="mx-auto flex max-w-page flex-wrap gap-x-8 gap-y-2 px-4 py-8 text-sm text-ink-soft sm:px-8">
        <p className="mr-auto max-w-measure py-1">
          No account, no server, no tracking: what you do here stays in this browser.
        </p>
        <p className="flex flex-wrap gap-x-6">
          <PageLink to={paths.glossary()} className="py-1">
            Glossary
          </PageLink>
          <PageLink to={paths.settings()} className="py-1">
            Settings
          </PageLink>
          <PageLink to={paths.about()} className="py-1">
            About and sources
          </PageLink>
        </p>
      </div>
    </footer>
  )
}
