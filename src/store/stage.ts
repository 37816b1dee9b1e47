import { create } from 'zustand'
import { browserStorage } from '#platform/storage.ts'

/** Specific to this device, so it is not part of progress. The head script (app/head-script.ts) reads it too. */
const key = 'docker-mastery.stage'
const storage = browserStorage()

const useStage = create<{ isClosed: boolean }>(() => ({
  isClosed: !import.meta.env.SSR && document.documentElement.dataset.stage === 'closed',
}))

/** Whether the reader keeps figures in the text on wide screens too. */
export function useIsStageClosed(): boolean {
  return useStage(({ isClosed }) => isClosed)
}

/** Moves the figures, through styles/stage.css. */
export function setStageClosed(isClosed: boolean): void {
  if (isClosed) storage.write(key, 'closed')
  else storage.remove(key)
  if (isClosed) document.documentElement.dataset.stage = 'closed'
  else delete document.documentElement.dataset.stage
  useStage.setState({ isClosed })
}
