import type { LoadItems } from '#content/lesson-chunks.ts'
import type { InstructorArea } from './instructor-page-data.ts'
import { QuizLinkForm } from './quiz-link-form.tsx'
import { ResultsSection } from './results-section.tsx'

/** The instructor's page: make a quiz link, read the results. */
export function InstructorPage({
  areas,
  linkAddress,
  loadItems,
}: {
  areas: InstructorArea[]
  /** The full address of a quiz link, on the current site. */
  linkAddress: (code: string) => string
  loadItems: LoadItems
}) {
  return (
    <div className="group">
      <header className="no-print max-w-measure">
        <h1>For instructors</h1>
        <p className="mt-3 text-lg leading-relaxed">
          Put a quiz together, send it as a link, and read the results that come back. Everything is in the
          link: no account, no server, nothing to install.
        </p>
        <p className="mt-3">
          What this cannot do: nothing in a static page can stop a determined cheat. The correct answers are
          in the page, clocks and attempt counts can be reset, and a result can be made up. Use it to teach
          and to find out what needs another look; proctor your exams.
        </p>
        <noscript>
          <p className="mt-3">Making links and reading results requires JavaScript.</p>
        </noscript>
      </header>
      <section aria-labelledby="make" className="needs-script mt-10 print:mt-0">
        <h2 id="make" className="no-print mb-5">
          Make a quiz link
        </h2>
        <QuizLinkForm areas={areas} linkAddress={linkAddress} loadItems={loadItems} />
      </section>
      <div className="mt-14 print:mt-0">
        <ResultsSection areas={areas} loadItems={loadItems} />
      </div>
    </div>
  )
}
