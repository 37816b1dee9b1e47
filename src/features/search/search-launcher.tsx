import { useEffect, useRef, useState } from 'react'
import { loadWithRetry, retryLoad, useLoadFailure } from '#store/load-with-retry.ts'
import { areShortcutsOn, useShortcuts } from '#store/settings.ts'
import { Icon } from '#ui/icon.tsx'
import { isTextInput, keyName, onKeyDown } from '#ui/keyboard.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { PageLink } from '#ui/page-link.tsx'

const part = 'search'
type SearchDialogCode = typeof import('./search-dialog.tsx')

/**
 * Opens search from every page: a link that works without JavaScript and opens a dialog with it, also by `/` and Ctrl
 * or ⌘ K. The dialog's code and the index load on first use.
 */
export function SearchLauncher({ address, indexAddress }: { address: string; indexAddress: string }) {
  const [isOpen, setIsOpen] = useState(false)
  // Not by `lazy`: React would show no other page until it has loaded, and would replace a fallback 300 ms late.
  const [SearchDialog, setSearchDialog] = useState<SearchDialogCode['SearchDialog']>()
  const [typed, setTyped] = useState('')
  const hasShortcuts = useShortcuts()
  const loadFailure = useLoadFailure(part)
  const link = useRef<HTMLAnchorElement>(null)
  /** One load for all openings: after a failure, it ends when a retry succeeds. */
  const load = useRef<Promise<void>>(undefined)
  const open = () => {
    prefetchSearch(indexAddress)
    setTyped('')
    setIsOpen(true)
    retryLoad(part)
    load.current ??= loadWithRetry(part, () => import('./search-dialog.tsx')).then((code) =>
      setSearchDialog(() => code.SearchDialog),
    )
  }
  const close = () => {
    setIsOpen(false)
    // The browser restores the focus. If nothing had it before, it goes to the link.
    if (document.activeElement === document.body) link.current?.focus()
  }
  useSearchKeys(open)
  // Once a load failure is shown, keys belong to the page again.
  useBufferedKeys(isOpen && !loadFailure, (key) => setTyped((before) => before + key))
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
        loadFailure={isOpen ? loadFailure : undefined}
        className="absolute inset-x-0 top-full z-40"
      />
      {isOpen && SearchDialog && (
        <SearchDialog initialQuery={typed} indexAddress={indexAddress} onClose={close} />
      )}
    </>
  )
}

/** Loads the dialog’s code and the title index in parallel, and parses the index before the dialog has rendered. */
async function prefetchSearch(indexAddress: string): Promise<void> {
  try {
    const download = fetch(indexAddress)
    const [{ fetchTitleIndex }] = await Promise.all([import('./search-dialog.tsx'), download])
    await fetchTitleIndex(indexAddress, download)
  } catch {
    // Opening the dialog loads it again and reports the failure.
  }
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
 * Ctrl K, and ⌘ K on a Mac, where Ctrl K deletes to the end of the line. With Shift it belongs to the browser:
 * Firefox opens its console.
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

/**
 * Buffers keys that are typed before the dialog’s code has loaded; otherwise they would be lost or act as shortcuts.
 */
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
