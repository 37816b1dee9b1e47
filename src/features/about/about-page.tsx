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
        Docker Mastery holds {figures.lessons} lessons of {figures.words.toLocaleString('en')} words,{' '}
        {figures.items} quiz items and {figures.terms} glossary terms, built from {figures.sources} sources.
      </p>
      <h2>How it is made</h2>
      <p>
        Each topic is told three times. The beginner’s text builds one picture and one habit. The
        practitioner’s starts where the documentation stops. The manager’s is about money, risk and the
        question to ask. The lens in the header decides which is open first; the others stay one click away.
      </p>
      <p>
        Every claim of a lesson has a source at its end, with the day it was last read. The notes the course
        grew from were wrong in places; where they were, the lesson says so and gives what can be cited.
      </p>
      <p>
        A quiz item gives a reason for every option, right or wrong, since being told right or wrong alone
        teaches next to nothing. You say how sure you are before you see the answer, because what you were
        sure of and got wrong is what you most need to know.
      </p>
      <h2>What happens to your data</h2>
      <p>
        Nothing leaves this browser. There is no account, no server, no cookie and no measurement. Progress is
        one document in the browser’s own storage. You can save it as a file, restore it elsewhere and delete
        it on the pages <PageLink to={paths.progress()}>Progress</PageLink> and{' '}
        <PageLink to={paths.settings()}>Settings</PageLink>. Some browsers delete what a site stored when it
        was not visited for a while; a backup file is the safe place.
      </p>
      <p>
        A quiz link carries its quiz behind the # of the address, which browsers never send to a server. A
        result goes to the instructor only when the learner hands it over.
      </p>
      <h2>License</h2>
      <p>
        The code is under the MIT License. The content may be used, changed and taught with, also for money,
        under Creative Commons Attribution 4.0. Docker is a trademark of Docker, Inc.; this course is not
        affiliated with it.
      </p>
      <p>The typeface is Source Serif 4, under the SIL Open Font License.</p>
    </article>
  )
}
