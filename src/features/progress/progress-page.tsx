import { useState } from 'react'
import { finishedLayers } from '#domain/progress/finished-layers.ts'
import { resumeTarget } from '#domain/progress/resume-target.ts'
import { now } from '#platform/clock.ts'
import { useProgress } from '#store/progress.ts'
import { useRole } from '#store/role.ts'
import { useStorageStatus } from '#store/save-status.ts'
import { LabList } from '../lab/lab-list.tsx'
import { QuizLinkResults } from '../quiz-link/quiz-link-results.tsx'
import { BackupSection } from './backup-section.tsx'
import { Bookmarks } from './bookmarks.tsx'
import { Calibration } from './calibration.tsx'
import { LayerTable } from './layer-table.tsx'
import type { ProgressPageData } from './progress-page-data.ts'
import { type NextPage, ProgressSummary } from './progress-summary.tsx'
import { ScoreTable } from './score-table.tsx'
import { Section } from './section.tsx'

/** The progress page, which reads like `docker history you:latest`. */
export function ProgressPage({ data }: { data: ProgressPageData }) {
  const isLoaded = useStorageStatus().saveStatus.kind !== 'unknown'
  return (
    <>
      <h1>Progress</h1>
      {isLoaded ? <LoadedProgress data={data} /> : <Loading />}
    </>
  )
}

/**
 * Progress exists only in the browser. As high as the screen, so that the footer does not jump when the rest appears.
 */
function Loading() {
  return (
    <p className="mt-3 min-h-dvh max-w-measure">
      Your progress is saved in your browser, so this page needs JavaScript to show it.
    </p>
  )
}

function LoadedProgress({ data }: { data: ProgressPageData }) {
  const progress = useProgress((state) => state)
  const isBeginner = useRole() === 'beginner'
  // Read once, so that relative times do not change while the page is open.
  const [openedAt] = useState(now)
  const lessons = data.areas.flatMap((area) =>
    area.lessons.map((lesson) => ({ ...lesson, areaNumber: area.number })),
  )
  const items = lessons.flatMap((lesson) => lesson.items)
  // Quizzes in progress continue on their own pages; here the next step is a topic.
  const next = resumeTarget<NextPage>(
    { ...progress, sessions: {} },
    lessons,
    isBeginner ? data.primers[0] : undefined,
  )
  return (
    <>
      <ProgressSummary
        progress={progress}
        lessons={lessons}
        primers={data.primers}
        next={next}
        now={openedAt}
      />
      <LayerTable layers={finishedLayers(progress, lessons, items)} now={openedAt} />
      <ScoreTable primers={data.primers} areas={data.areas} progress={progress} />
      {data.labs.length > 0 && (
        <Section title="Labs">
          <LabList labs={data.labs} />
        </Section>
      )}
      <QuizLinkResults items={items} />
      <Calibration answers={progress.answers} />
      <Bookmarks bookmarks={progress.bookmarks} lessons={lessons} />
      <BackupSection />
    </>
  )
}
