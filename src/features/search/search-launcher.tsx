import { lazy, Suspense, useEffect, useState } from 'react'
import { Icon } from '#ui/icon.tsx'
import { PageLink } from '#ui/page-link.tsx'

const SearchDialog = lazy(() => import('./search-dialog.tsx'))

/**
 * The way into search from every page: a link that works without JavaScript, and with it a dialog, also
 * by `/` and Ctrl or ⌘ K. The dialog's code and the index are fetched on first use.
 */
export function SearchLauncher({ address, indexAddress }: { address: string; indexAddress: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const open = () => {
    setTyped('')
    setIsOpen(true)
  }
  useSearchKeys(open)
  useKeysMeanwhile(isOpen, (key) => setTyped((before) => before + key))
  return (
    <>
      <PageLink
        to={address}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          open()
        }}
        aria-keyshortcuts="/ Control+K Meta+K"
        className="target inline-flex items-center justify-center gap-2 rounded-sm px-2 no-underline hover:underline"
      >
        <Icon name="search" />
        <span className="sr-only xl:not-sr-only">Search</span>
        <span aria-hidden="true" className="label hidden border border-rule px-1.5 text-ink-soft xl:inline">
          /
        </span>
      </PageLink>
      {isOpen && (
        <Suspense>
          <SearchDialog typed={typed} indexAddress={indexAddress} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function useSearchKeys(open: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callback is new on every render
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPaletteKey = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)
      const isSlash = event.key === '/' && !event.metaKey && !event.ctrlKey && !isTyping(event.target)
      if (!isPaletteKey && !isSlash) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** What is typed before the dialog's code has come would otherwise be lost, or be taken for another shortcut. */
function useKeysMeanwhile(isOpen: boolean, add: (key: string) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callback is new on every render
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      const isLetter = event.key.length === 1 && !event.metaKey && !event.ctrlKey && !event.altKey
      if (!isLetter || document.querySelector('.search-dialog')) return
      event.preventDefault()
      event.stopPropagation()
      add(event.key)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [isOpen])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
