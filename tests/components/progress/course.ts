import { emptyProgress } from '#domain/progress/progress.ts'
import type { ProgressPageData } from '#features/progress/progress-page-data.ts'
import { progressStore } from '#store/progress.ts'
import { storageStatus } from '#store/save-status.ts'

export const pageData: ProgressPageData = {
  labs: [],
  primers: [
    {
      id: 'start.devops-essentials',
      title: 'DevOps Essentials',
      address: '/start/devops-essentials',
      items: [
        { id: 'start.devops-essentials.q-built-twice', rev: 1, objective: 'start.devops-essentials.build' },
        { id: 'start.devops-essentials.q-ranking', rev: 1, objective: 'start.devops-essentials.numbers' },
      ],
    },
  ],
  areas: [
    {
      number: 3,
      id: 'images',
      title: 'Images',
      address: '/images',
      quiz: '/quiz/images',
      lessons: [
        {
          id: 'images.layering',
          title: 'Layering',
          address: '/images/layering',
          items: [
            { id: 'images.layering.q-size', rev: 1, objective: 'images.layering.sizes' },
            { id: 'images.layering.q-cow', rev: 1, objective: 'images.layering.sizes' },
          ],
        },
        { id: 'images.dockerignore', title: '.dockerignore', address: '/images/dockerignore', items: [] },
      ],
    },
  ],
}

/** Makes the browser one that has never been here, with an empty store. */
export function resetBrowser(): void {
  localStorage.clear()
  progressStore.setState(emptyProgress, true)
  localStorage.clear()
  storageStatus.setState({
    saveStatus: { kind: 'saved', at: undefined },
    draftsStatus: undefined,
    quarantined: [],
  })
}
