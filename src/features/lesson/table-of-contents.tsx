import { useEffect, useState } from 'react'
import { PageLink } from '#ui/page-link.tsx'

export type ContentsEntry = { slug: string; text: string; depth: number; group?: string }

/** The table of contents. On a wide page it stays in view and marks the current heading. */
export function TableOfContents({
  entries,
  className = '',
}: {
  entries: ContentsEntry[]
  className?: string
}) {
  const current = useCurrentHeading(entries)
  return (
    <nav aria-label="On this page" className={className}>
      <p className="caption text-ink-soft">On this page</p>
      <ul className="mt-2 border-l border-rule text-sm leading-snug">
        {entries.map(({ slug, text, depth, group }, index) => (
          <li key={slug}>
            {group && group !== entries[index - 1]?.group && (
              <span className="caption block pt-2 pl-4 text-ink-soft">{group}</span>
            )}
            <PageLink
              to={`#${slug}`}
              aria-current={current === slug ? 'location' : undefined}
              className={`-ml-px block border-l-2 border-transparent py-1.5 no-underline hover:underline aria-[current]:border-area aria-[current]:font-semibold ${depth === 3 ? 'pl-7' : 'pl-4'}`}
            >
              {text}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The id of the heading that the reader is at. */
function useCurrentHeading(entries: ContentsEntry[]): string | undefined {
  const [current, setCurrent] = useState<string>()
  useEffect(() => {
    const observer = new IntersectionObserver(
      (seen) => {
        const first = seen.find((entry) => entry.isIntersecting)
        if (first) setCurrent(first.target.id)
      },
      { rootMargin: '0px 0px -60% 0px' },
    )
    for (const { slug } of entries) {
      const heading = document.getElementById(slug)
      if (heading) observer.observe(heading)
    }
    return () => observer.disconnect()
  }, [entries])
  return current
}
