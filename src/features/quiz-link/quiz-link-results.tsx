import { paths } from '#domain/paths.ts'
import { useResults } from '#store/results.ts'
import { SavedResultList } from './saved-result-list.tsx'

/** The results of all quiz links, for the progress page; empty before the first. */
export function QuizLinkResults({
  items,
}: {
  /** The course's items with their current revisions. */
  items: readonly { id: string; rev: number }[]
}) {
  const results = useResults()
  return (
    <div className="mt-12 empty:hidden">
      <SavedResultList
        title="Quiz results"
        level={2}
        results={results}
        currentRevisions={new Map(items.map(({ id, rev }) => [id, rev]))}
        quizLinkAddress={paths.quizLink}
      >
        <p>Quizzes you took from a link. Each result can still be submitted, as a code or a file.</p>
      </SavedResultList>
    </div>
  )
}
