import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useIsHydrated } from './hydrated.ts'

/**
 * Something interactive far down a page. Its prerendered HTML stays as it is, without its code, until the
 * reader comes near; then `children`, a lazily loaded component, takes its place. On a page that was reached
 * by a click there is no such HTML, and some room is kept instead.
 *
 * The HTML that is kept is the page's own, read back from where the server put it.
 */
export function Island({ children }: { children: ReactNode }) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const isHydrated = useIsHydrated()
  const [prerendered] = useState(() => (isHydrated || import.meta.env.SSR ? undefined : htmlOf(id)))
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element || isNear) return
    const wake = () => setIsNear(true)
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && wake(), {
      rootMargin: '50% 0px',
    })
    observer.observe(element)
    element.addEventListener('focusin', wake)
    return () => {
      observer.disconnect()
      element.removeEventListener('focusin', wake)
    }
  }, [isNear])
  const asItWas =
    prerendered === undefined ? (
      <div className="min-h-96" />
    ) : (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the page's own HTML, see above
      <div dangerouslySetInnerHTML={{ __html: prerendered }} suppressHydrationWarning />
    )
  return (
    <div id={id} ref={place}>
      {/* The server has no boundary here: the browser must find the same elements that it left. */}
      {import.meta.env.SSR && <div>{children}</div>}
      {!import.meta.env.SSR && !isNear && asItWas}
      {!import.meta.env.SSR && isNear && <Suspense fallback={asItWas}>{children}</Suspense>}
    </div>
  )
}

function htmlOf(id: string): string | undefined {
  return document.getElementById(id)?.firstElementChild?.innerHTML
}
