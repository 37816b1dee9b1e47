import { type ReactNode, type Ref, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { captureEvents, type DeferredEvent, replayEvents } from './deferred-events.ts'
import { findControls } from './replay-early-events.ts'

/**
 * An interactive part far down a page. Its prerendered HTML has no code until the reader comes near; then `children`, a
 * lazily loaded component, replaces it, and deferred events are replayed. On a page reached by client-side navigation
 * there is no such HTML, and a placeholder reserves space. The HTML is read back from the prerendered page. `notice` is
 * shown above it until the code has loaded.
 */
export function Island({
  name,
  notice,
  children,
}: {
  /** Unique in the whole course, because the HTML is found by it. */
  name: string
  notice: ReactNode
  children: ReactNode
}) {
  const container = useRef<HTMLDivElement>(null)
  const prerenderedElement = useRef<HTMLDivElement>(null)
  const [prerendered] = useState(() => readPrerenderedHtml(name))
  const [isNear, setIsNear] = useState(import.meta.env.OMITTED_OPTIMIZATION === 'island')
  const [isMounted, setIsMounted] = useState(false)
  const [hasDeferredEvents, setHasDeferredEvents] = useState(false)
  const deferredEvents = useRef<DeferredEvent[]>([])
  useEffect(() => void prerenderedIslands.delete(name), [name])
  useEffect(() => {
    const element = container.current
    if (!element || isNear) return
    const startLoading = () => setIsNear(true)
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && startLoading(), {
      rootMargin: '50% 0px',
    })
    observer.observe(element)
    element.addEventListener('focusin', startLoading)
    return () => {
      observer.disconnect()
      element.removeEventListener('focusin', startLoading)
    }
  }, [isNear])
  useEffect(() => {
    if (!prerenderedElement.current) return
    return captureEvents(prerenderedElement.current, (press) => {
      deferredEvents.current.push(press)
      setIsNear(true)
      setHasDeferredEvents(true)
    })
  }, [])
  function handleMount(mounted: HTMLElement) {
    const focused = findControls(prerenderedElement.current).findIndex((each) => each.matches(':focus'))
    setIsMounted(true)
    // React handles events only after the current commit.
    queueMicrotask(() => {
      const controls = findControls(mounted)
      controls[focused]?.focus({ preventScroll: true })
      void replayEvents(deferredEvents.current, controls)
    })
  }
  return (
    <div ref={container} data-island={name}>
      {isNear && !isMounted && notice}
      {hasDeferredEvents && !isMounted && <span className="loading-bar" aria-hidden="true" />}
      {/* Without a Suspense boundary on the server, so that the markup is the same on both sides. */}
      {import.meta.env.SSR && <div>{children}</div>}
      {!import.meta.env.SSR && !isMounted && <PrerenderedHtml html={prerendered} ref={prerenderedElement} />}
      {!import.meta.env.SSR && isNear && (
        <Suspense>
          <MountedChildren onMount={handleMount}>{children}</MountedChildren>
        </Suspense>
      )}
    </div>
  )
}

/** The `html` object must stay the same: React would rewrite the HTML for a new one and lose input. */
function PrerenderedHtml({ html, ref }: { html: { __html: string } | undefined; ref: Ref<HTMLDivElement> }) {
  if (html === undefined) return <div className="min-h-96" />
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the page's own HTML, see above
  return <div ref={ref} dangerouslySetInnerHTML={html} suppressHydrationWarning />
}

/** Calls `onMount` when its children are mounted, before the browser paints, so that they are never visible twice. */
function MountedChildren({
  onMount,
  children,
}: {
  onMount: (element: HTMLElement) => void
  children: ReactNode
}) {
  const element = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => {
    if (element.current) onMount(element.current)
  }, [])
  return <div ref={element}>{children}</div>
}

/**
 * The prerendered islands of the page, until React has hydrated them. They are read before React starts: if a page
 * translator has changed the text around an island, React does not hydrate it but renders a new one, which needs this
 * HTML.
 */
const prerenderedIslands = new Map(
  import.meta.env.SSR
    ? []
    : [...document.querySelectorAll<HTMLElement>('[data-island]')].map((each) => [each.dataset.island, each]),
)

function readPrerenderedHtml(name: string): { __html: string } | undefined {
  const element = prerenderedIslands.get(name)?.firstElementChild
  return element ? { __html: element.innerHTML } : undefined
}
