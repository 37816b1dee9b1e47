import type { Progress } from '#domain/progress/progress.ts'
import { setBookmark } from '#store/bookmarks.ts'
import { Button } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import type { ProgressLesson } from './progress-page-data.ts'
import { Section } from './section.tsx'

/** Bookmarked topics, the newest bookmark first. */
export function Bookmarks({
  bookmarks,
  lessons,
}: {
  bookmarks: Progress['bookmarks']
  lessons: ProgressLesson[]
}) {
  const marked = lessons
    .flatMap((lesson) => {
      const mark = bookmarks[lesson.id]
      return mark?.on ? [{ lesson, at: mark.at }] : []
    })
    .sort((a, b) => b.at - a.at)
  return (
    <Section title="Bookmarks">
      {marked.length === 0 ? (
        <p className="max-w-measure">
          No bookmarks yet. To add one, choose “Bookmark” at the end of a topic.
        </p>
      ) : (
        <ul className="max-w-xl">
          {marked.map(({ lesson }) => (
            <li
              key={lesson.id}
              className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule"
            >
              <PageLink to={lesson.address}>{lesson.title}</PageLink>
              <Button variant="plain" className="text-sm" onClick={() => setBookmark(lesson.id, false)}>
                Remove <span className="sr-only">the bookmark of {lesson.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
