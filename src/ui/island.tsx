import { type ReactNode, Suspense, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useIsHydrated } from './hydrated.ts'

/**
 * Something interactive far down a page. Its prerendered HTML stays as it is, without its code, until the
 * reader comes near; then `children`, a lazily loaded component, takes its place, with what was picked or typed
 * in the meantime. On a page that was reached by a click there is no such HTML, and some room is kept instead.
 *
 * The HTML that is kept is the page's own, read back from where the server put it. `notice` stands above it, and says
 * what there is to say while the code does not come.
 */
export function Island({ notice, children }: { notice: ReactNode; children: ReactNode }) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const isHydrated = useIsHydrated()
  const [prerendered] = useState(() => (isHydrated || import.meta.env.SSR ? undefined : htmlOf(id)))
  const [isNear, setIsNear] = useState(false)
  const [isAwake, setIsAwake] = useState(false)
  const done = useRef<(State | undefined)[]>([])
  useEffect(() => {
    const element = place.current
    if (!element || isNear) return
    const approach = () => setIsNear(true)
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && approach(), {
      rootMargin: '50% 0px',
    })
    observer.observe(element)
    element.addEventListener('focusin', approach)
    return () => {
      observer.disconnect()
      element.removeEventListener('focusin', approach)
    }
  }, [isNear])
  /** What the reader did before the code was there. Read now: radios of one name uncheck each other. */
  function note() {
    if (!isAwake && place.current) done.current = controlsOf(place.current).map(stateOf)
  }
  function wake(awake: HTMLElement) {
    const focused = controlsOf(awake.previousElementSibling).findIndex((each) => each.matches(':focus'))
    setIsAwake(true)
    // React hears events once it has finished what it is at.
    queueMicrotask(() => {
      const controls = controlsOf(awake)
      for (const [index, state] of done.current.entries()) redo(controls[index], state)
      controls[focused]?.focus({ preventScroll: true })
    })
  }
  return (
    <div id={id} ref={place} onInput={note} data-island="">
      {isNear && !isAwake && notice}
      {/* The server has no boundary here: the browser must find the same elements that it left. */}
      {import.meta.env.SSR && <div>{children}</div>}
      {!import.meta.env.SSR && !isAwake && <AsItWas html={prerendered} />}
      {!import.meta.env.SSR && isNear && (
        <Suspense>
          <Awake onMount={wake}>{children}</Awake>
        </Suspense>
      )}
    </div>
  )
}

function AsItWas({ html }: { html: string | undefined }) {
  if (html === undefined) return <div className="min-h-96" />
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the page's own HTML, see above
  return <div dangerouslySetInnerHTML={{ __html: html }} suppressHydrationWarning />
}

/** Says when its children are there: before the browser paints, so that they are never seen twice. */
function Awake({ onMount, children }: { onMount: (element: HTMLElement) => void; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => {
    if (element.current) onMount(element.current)
  }, [])
  return <div ref={element}>{children}</div>
}

type State = { checked: boolean; value: string }

/** In the order of the page, which is the same before and after. */
function controlsOf(element: Element | null): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>('input, select, button, summary, a') ?? [])]
}

function stateOf(control: HTMLElement): State | undefined {
  if (control instanceof HTMLInputElement) return { checked: control.checked, value: control.value }
  return control instanceof HTMLSelectElement ? { checked: false, value: control.value } : undefined
}

/** Brings the control to this state as a reader would, so that React hears of it. */
function redo(control: HTMLElement | undefined, state: State | undefined): void {
  const now = control && stateOf(control)
  if (!state || !now) return
  if (now.checked !== state.checked) control.click()
  if (now.value === state.value) return
  // By way of the prototype: a value set on the element itself React takes for its own.
  Reflect.set(Object.getPrototypeOf(control), 'value', state.value, control)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}

function htmlOf(id: string): string | undefined {
  return document.getElementById(id)?.firstElementChild?.innerHTML
}
