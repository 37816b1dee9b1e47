import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { loadWithRetry, retryLoad, useLoadFailure } from '#store/load-with-retry.ts'
import { areShortcutsOn, useShortcuts } from '#store/settings.ts'
import { Icon } from '#ui/icon.tsx'
import { isTextInput, keyName, onKeyDown } from '#ui/keyboard.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { PageLink } from '#ui/page-link.tsx'

const part = 'search'
const SearchDialog = lazy(() => loadWithRetry(part, () => import('./search-dialog.tsx')))

/**
 * The way into search from every page: a link that works without JavaScript, and with it a dialog, also
 * by `/` and Ctrl or ⌘ K. The dialog's code and the index are fetched on first use.
 */
export function SearchLauncher({ address, indexAddress }: { address: string; indexAddress: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const hasShortcuts = useShortcuts()
  const trouble = useLoadFailure(part)
  const link = useRef<HTMLAnchorElement>(null)
  const open = () => {
    prefetchSearch(indexAddress)
    setTyped('')
    setIsOpen(true)
    retryLoad(part)
  }
  const close = () => {
    setIsOpen(false)
    // The browser gives the focus back to what had it. Where nothing had, this is the place that was left.
    if (document.activeElement === document.body) link.current?.focus()
  }
  useSearchKeys(open)
  // Once it is said that the dialog did not come, keys are the page's again.
  useBufferedKeys(isOpen && !trouble, (key) => setTyped((before) => before + key))
  return (
    <>
      <PageLink
        ref={link}
        to={address}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          open()
        }}
        onPointerEnter={() => prefetchSearch(indexAddress)}
        onFocus={() => prefetchSearch(indexAddress)}
        aria-keyshortcuts={hasShortcuts ? '/ Control+K Meta+K' : 'Control+K Meta+K'}
        className="touch-target inline-flex items-center justify-center gap-2 rounded-sm px-2 no-underline hover:underline"
      >
        <Icon name="search" />
        <span className="sr-only @min-[70rem]:not-sr-only">Search</span>
        {hasShortcuts && (
          <span
            aria-hidden="true"
            className="caption hidden border border-rule px-1.5 text-ink-soft @min-[70rem]:inline"
          >
            /
          </span>
        )}
      </PageLink>
      <LoadFailureNotice
        partName="The search"
        loadFailure={isOpen ? trouble : undefined}
        className="absolute inset-x-0 top-full z-40"
      />
      {isOpen && (
        <Suspense>
          <SearchDialog initialQuery={typed} indexAddress={indexAddress} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

/** The dialog's code and the small index together, so that neither waits for the other. The browser keeps them. */
function prefetchSearch(indexAddress: string): void {
  // What does not come now is asked for again, and missed, when it is used.
  void import('./search-dialog.tsx').catch(() => undefined)
  void fetch(indexAddress).then(
    (response) => response.arrayBuffer(),
    () => undefined,
  )
}

function useSearchKeys(open: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callback is new on every render
  useEffect(
    () =>
      onKeyDown((event) => {
        if (event.defaultPrevented || event.repeat || !(isPaletteKey(event) || isSlash(event))) return
        event.preventDefault()
        open()
      }),
    [],
  )
}

/**
 * Ctrl K, and ⌘ K on a Mac, where Ctrl K deletes to the end of the line. With Shift it is the browser's: Firefox
 * opens its console.
 */
function isPaletteKey(event: KeyboardEvent): boolean {
  const isMac = /mac|iphone|ipad/i.test(navigator.platform)
  const hasModifier = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  return hasModifier && !event.shiftKey && !event.altKey && keyName(event) === 'k'
}

/** Some keyboards have the slash behind Shift or AltGr, which Windows calls Ctrl and Alt. */
function isSlash(event: KeyboardEvent): boolean {
  const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey
  if (keyName(event) !== '/' || !(isPlain || event.getModifierState('AltGraph'))) return false
  return !isTextInput(event) && areShortcutsOn()
}

/** What is typed before the dialog's code has come would otherwise be lost, or be taken for another shortcut. */
function useBufferedKeys(isOpen: boolean, add: (key: string) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callback is new on every render
  useEffect(() => {
    if (!isOpen) return
    return onKeyDown((event) => {
      const isLetter = event.key.length === 1 && !event.metaKey && !event.ctrlKey && !event.altKey
      if (!isLetter || document.querySelector('.search-dialog')) return
      event.preventDefault()
      event.stopPropagation()
      add(event.key)
    }, true)
  }, [isOpen])
}
