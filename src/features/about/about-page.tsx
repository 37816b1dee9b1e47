import { paths } from '#domain/paths.ts'
import { PageLink } from '#ui/page-link.tsx'

export type AboutStatistics = {
  lessons: number
  items: number
  terms: number
  words: number
  sources: number
}

/** Method, sources, license, privacy. */
export function AboutPage({ figures }: { figures: AboutStatistics }) {
  return (
    <article className="prose stack-spacing">
      <h1>About</h1>
      <p className="text-lg">
        Docker Mastery has {figures.lessons} lessons with {figures.words.toLocaleString('en-US')} words,{' '}
        {figures.items} quiz questions and {figures.terms} glossary terms, based on {figures.sources} sources.
      </p>
      <h2>How it is made</h2>
      <p>
        Each topic has three depths. The beginner’s text builds one mental picture and one habit. The
        practitioner’s starts where the documentation stops. The manager’s is about money, risk and the
        questions to ask. “Read as” in the header decides which one is open first; the others stay one click
        away.
      </p>
      <p>
        Every claim in a lesson has a source, listed at the end with the date it was last checked. The notes
        this course grew out of were wrong in places; where they were, the lesson says so and gives what can
        be cited.
      </p>
      <p>
        A quiz question explains every option, right or wrong, because “right” or “wrong” alone teaches next
        to nothing. You say how sure you are before you see the answer, because what you were sure of and got
        wrong is what you most need to know.
      </p>
      <h2>What happens to your data</h2>
      <p>
        Nothing leaves this browser. There are no accounts, no servers, no cookies and no analytics. Your
        progress is one document in the browser’s own storage. You can save it as a file, restore it elsewhere
        and delete it on the <PageLink to={paths.progress()}>Progress</PageLink> and{' '}
        <PageLink to={paths.settings()}>Settings</PageLink> pages. Some browsers delete a site’s data if you
        have not visited it for a while; a backup file is safe from that.
      </p>
      <p>
        A quiz link carries the quiz after the # in its address, a part that browsers never send to a server.
        A result goes to the instructor only when the learner sends it.
      </p>
      <h2>License</h2>
      <p>
        The code is under the MIT License. You may use, change and teach with the content, even commercially,
        under Creative Commons Attribution 4.0. Docker is a trademark of Docker, Inc.; this course is not
        affiliated with it.
      </p>
      <p>The typeface is Source Serif 4, under the SIL Open Font License.</p>
    </article>
  )
}
