import { type ComponentProps, lazy } from 'react'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { Island } from '#ui/island.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { useLessonContext } from './lesson-context.ts'

const Prediction = lazy(async () => {
  const { Prediction: Loaded } = await loadWithRetry('prediction', () => import('./prediction.tsx'))
  return { default: Loaded }
})

/** `<Predict question="…">` in a lesson. */
export function LazyPrediction(props: ComponentProps<typeof Prediction>) {
  const { chunks } = useLessonContext()
  const loadFailure = useLoadFailure('prediction')
  return (
    <Island
      name={`prediction ${chunks.id} ${props.question}`}
      notice={<LoadFailureNotice partName="This question" loadFailure={loadFailure} />}
    >
      <Prediction {...props} />
    </Island>
  )
}
