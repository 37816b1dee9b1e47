import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { paths } from '#domain/paths.ts'
import { RoleLens } from '#features/role-lens/role-lens.tsx'
import { SearchLauncher } from '#features/search/search-launcher.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

const navigationItems = [
  { address: paths.home(), name: 'All topics' },
  { address: paths.summary(), name: 'Summary' },
  { address: paths.quiz(), name: 'Quiz' },
  { address: paths.labs(), name: 'Labs' },
  { address: paths.progress(), name: 'Progress' },
  { address: paths.instructor(), name: 'Instructor' },
]

export function Header({ searchIndex }: { searchIndex: string }) {
  const menu = useRef<HTMLDivElement>(null)
  const { key, pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: every visit of a page closes the menu
  useEffect(() => menu.current?.hidePopover(), [key])
  const item = (destination: (typeof navigationItems)[number]) => (
    <NavigationItem
      key={destination.address}
      {...destination}
      isCurrent={isWithin(destination.address, pathname)}
    />
  )
  return (
    <header className="site-header no-print sticky top-0 z-40 border-b border-rule bg-paper">
      <div className="relative mx-auto flex max-w-page flex-wrap items-center gap-x-2 pr-18 pl-4 @max-[20rem]:flex-nowrap @max-[20rem]:gap-x-1 @max-[20rem]:pr-16 @max-[15rem]:pr-[calc(44px+1rem)] @min-[46rem]:gap-x-5 @min-[46rem]:pr-22 @min-[46rem]:pl-8 @min-[70rem]:flex-nowrap @min-[70rem]:pr-8">
        <PageLink
          to={paths.home()}
          className="touch-target mr-auto inline-flex min-w-0 items-center gap-2.5 no-underline"
        >
          <Logo />
          <span
            translate="no"
            className="font-display text-lg leading-none whitespace-nowrap @max-[20rem]:text-base @max-[20rem]:whitespace-normal @max-[17.5rem]:sr-only"
          >
            Docker Mastery
          </span>
        </PageLink>
        <nav aria-label="Main" className="hidden @min-[70rem]:block">
          <ul className="flex">{navigationItems.map(item)}</ul>
        </nav>
        <RoleLens className="hidden @min-[46rem]:inline-flex" />
        <SearchLauncher address={paths.search()} indexAddress={searchIndex} />
        <ThemeToggle className="hidden @min-[46rem]:inline-flex" />
        {/* Its space is reserved, because the header may be painted before the rest of the page has arrived. */}
        <button
          type="button"
          popoverTarget="menu"
          className="touch-target absolute inset-y-0 right-2 inline-flex items-center justify-center @min-[46rem]:right-6 @min-[70rem]:hidden"
        >
          <Icon name="menu" />
          <span className="sr-only">Menu</span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens for the focus leaving it */}
      <div
        ref={menu}
        id="menu"
        popover="auto"
        onBlur={({ relatedTarget }) => {
          if (relatedTarget && !menu.current?.contains(relatedTarget)) menu.current?.hidePopover()
        }}
        className="fixed inset-x-0 top-(--header-height) m-0 max-h-[calc(100dvh-var(--header-height))] w-full overflow-y-auto border-y border-rule bg-paper px-4 py-3 text-ink @min-[70rem]:hidden"
      >
        <nav aria-label="Menu">
          <ul className="grid gap-1">{[...navigationItems, settings].map(item)}</ul>
        </nav>
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3 border-t border-rule pt-3 @min-[46rem]:hidden">
          <RoleLens />
          <ThemeToggle />
        </div>
      </div>
    </header>
  )
}

const settings = { address: paths.settings(), name: 'Settings' }

/** An item is current on its own page and on pages below it. */
function isWithin(address: string, pathname: string): boolean {
  return pathname === address || (address !== '/' && pathname.startsWith(`${address}/`))
}

function NavigationItem({ address, name, isCurrent }: { address: string; name: string; isCurrent: boolean }) {
  return (
    <li>
      <PageLink
        to={address}
        aria-current={isCurrent ? 'page' : undefined}
        className="touch-target inline-flex items-center px-2 text-base whitespace-nowrap no-underline decoration-2 underline-offset-[0.45em] hover:underline aria-[current=page]:underline aria-[current=page]:decoration-accent"
      >
        {name}
      </PageLink>
    </li>
  )
}

/** Four layers, the top one still being written. */
function Logo() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="h-5 w-5 shrink-0 fill-current">
      <path d="M1 16h18v2.5H1zM1 11.5h18V14H1zM1 7h12v2.5H1zM1 2.5h6V5H1z" />
    </svg>
  )
}
