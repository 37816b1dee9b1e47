import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useIsHydrated } from './hydrated.ts'

/**
 * Something interactive far down a page. Its prerendered HTML stays as it is, without its code, until the
 * reader comes near; then `children`, a lazily loaded component, takes its place. On pages that were not
 * prerendered it is rendered at once.
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
    if (!element || prerendered === undefined || isNear) return
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
  }, [prerendered, isNear])
  const asItWas =
    prerendered === undefined ? null : (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the page's own HTML, see above
      <div dangerouslySetInnerHTML={{ __html: prerendered }} suppressHydrationWarning />
    )
  const isStill = asItWas !== null && !isNear
  return (
    <div id={id} ref={place}>
      {/* The server has no boundary here: the browser must find the same elements that it left. */}
      {import.meta.env.SSR && <div>{children}</div>}
      {!import.meta.env.SSR && isStill && asItWas}
      {!import.meta.env.SSR && !isStill && <Suspense fallback={asItWas}>{children}</Suspense>}
    </div>
  )
}

function htmlOf(id: string): string | undefined {
  return document.getElementById(id)?.firstElementChild?.innerHTML
}
