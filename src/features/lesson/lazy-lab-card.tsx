import { type ComponentProps, lazy } from 'react'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { Island } from '#ui/island.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'

/** The HTML is prerendered; the code loads when the reader comes near. */
const LabCard = lazy(async () => {
  const { LabCard: Card } = await loadWithRetry('lab card', () => import('../lab/lab-card.tsx'))
  return { default: Card }
})

export function LazyLabCard(props: ComponentProps<typeof LabCard>) {
  const loadFailure = useLoadFailure('lab card')
  return (
    <Island
      name={`lab ${props.lab.id}`}
      notice={<LoadFailureNotice partName="The state of this lab" loadFailure={loadFailure} />}
    >
      <LabCard {...props} />
    </Island>
  )
}
