import { paths } from '#domain/paths.ts'
import { setBookmark } from '#store/bookmarks.ts'
import { markRead, markUnread } from '#store/lessons.ts'
import { useProgress } from '#store/progress.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { Synopsis } from '#ui/synopsis.tsx'
import type { LessonLink, LessonPageData } from './lesson-page-data.ts'

/** The end of a lesson: mark it as read, bookmark it, take the quiz, continue. */
export function LessonEnd({ data }: { data: LessonPageData }) {
  return (
    <footer className="no-print mt-10 max-w-measure">
      <div className="needs-script flex flex-wrap gap-3">
        <ReadButton lesson={data.lesson.id} />
        <BookmarkButton lesson={data.lesson.id} />
        <PageLink to={data.area.quiz} className={buttonClass('quiet')}>
          Quiz on {data.area.title}
        </PageLink>
      </div>
      <nav aria-label="Previous and next topic" className="mt-8 grid gap-4 sm:grid-cols-2">
        {data.previous ? <AdjacentLessonLink link={data.previous} direction="previous" /> : <span />}
        {data.next && <AdjacentLessonLink link={data.next} direction="next" />}
      </nav>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <PageLink to={paths.home()}>All topics</PageLink>
        <a href="#top">Back to top</a>
      </p>
    </footer>
  )
}

function ReadButton({ lesson }: { lesson: string }) {
  const isRead = useProgress((progress) => progress.read[lesson]?.on ?? false)
  return (
    <Button
      variant={isRead ? 'quiet' : 'main'}
      aria-pressed={isRead}
      onClick={() => (isRead ? markUnread(lesson) : markRead(lesson))}
    >
      <Icon name="check" />
      {isRead ? 'Read: added to your image' : 'Mark as read'}
    </Button>
  )
}

function BookmarkButton({ lesson }: { lesson: string }) {
  const isBookmarked = useProgress((progress) => progress.bookmarks[lesson]?.on ?? false)
  return (
    <Button aria-pressed={isBookmarked} onClick={() => setBookmark(lesson, !isBookmarked)}>
      <Icon name="bookmark" className={isBookmarked ? 'fill-current' : ''} />
      {isBookmarked ? 'Bookmarked' : 'Bookmark'}
    </Button>
  )
}

function AdjacentLessonLink({ link, direction }: { link: LessonLink; direction: 'previous' | 'next' }) {
  return (
    <PageLink
      to={link.address}
      rel={direction === 'next' ? 'next' : 'prev'}
      className={`block border-t-2 border-ink pt-3 no-underline hover:bg-paper-sunk ${direction === 'next' ? 'sm:text-right' : ''}`}
    >
      <span className="caption text-ink-soft">{direction === 'next' ? 'Next' : 'Previous'}</span>
      <span className="block font-display text-xl leading-snug">{link.title}</span>
      <span className="mt-1 block text-sm leading-snug text-ink-soft">
        <Synopsis {...link} />
      </span>
    </PageLink>
  )
}
