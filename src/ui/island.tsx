import { type ReactNode, type Ref, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { captureEvents, type DeferredEvent, replayEvents } from './deferred-events.ts'
import { findControls } from './replay-early-events.ts'

/**
 * Something interactive far down a page. Its prerendered HTML stays as it is, without its code, until the
 * reader comes near; then `children`, a lazily loaded component, takes its place, and what was picked, typed or pressed
 * in the meantime is done. On a page that was reached by a click there is no such HTML, and some room is kept instead.
 *
 * The HTML that is kept is the page's own, read back from where the server put it. `notice` stands above it, and says
 * what there is to say while the code does not come.
 */
export function Island({
  name,
  notice,
  children,
}: {
  /** Its own in the whole course: by it the HTML is found again. */
  name: string
  notice: ReactNode
  children: ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  const prerenderedElement = useRef<HTMLDivElement>(null)
  const [prerendered] = useState(() => readPrerenderedHtml(name))
  const [isNear, setIsNear] = useState(import.meta.env.LEFT_OUT === 'island')
  const [isMounted, setIsAwake] = useState(false)
  const [hasDeferredEvents, setIsPressed] = useState(false)
  const deferredEvents = useRef<DeferredEvent[]>([])
  useEffect(() => void prerenderedIslands.delete(name), [name])
  useEffect(() => {
    const element = place.current
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
      setIsPressed(true)
    })
  }, [])
  function handleMount(awake: HTMLElement) {
    const focused = findControls(prerenderedElement.current).findIndex((each) => each.matches(':focus'))
    setIsAwake(true)
    // React hears events once it has finished what it is at.
    queueMicrotask(() => {
      const controls = findControls(awake)
      controls[focused]?.focus({ preventScroll: true })
      void replayEvents(deferredEvents.current, controls)
    })
  }
  return (
    <div ref={place} data-island={name}>
      {isNear && !isMounted && notice}
      {hasDeferredEvents && !isMounted && <span className="loading-bar" aria-hidden="true" />}
      {/* The server has no boundary here: the browser must find the same elements that it left. */}
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

/** The object stays the same: for another one React writes the HTML anew, and what was picked in it is gone. */
function PrerenderedHtml({ html, ref }: { html: { __html: string } | undefined; ref: Ref<HTMLDivElement> }) {
  if (html === undefined) return <div className="min-h-96" />
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the page's own HTML, see above
  return <div ref={ref} dangerouslySetInnerHTML={html} suppressHydrationWarning />
}

/** Says when its children are there: before the browser paints, so that they are never seen twice. */
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
 * The islands of the page as it came, until React has taken them over. Read before React starts: where a translator has
 * changed the text around an island, React does not hydrate it but removes it and renders a new one, which needs this HTML.
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
