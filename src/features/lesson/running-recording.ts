import { useEffect } from 'react'
import { create } from 'zustand'

/** The recording whose machine is open. Only one can be, because each virtual machine needs its memory. */
const useRunning = create<{ key: string | undefined }>(() => ({ key: undefined }))

export function useRunningRecording(key: string): { isRunning: boolean; run: () => void; close: () => void } {
  const isRunning = useRunning((state) => state.key === key)
  const run = () => useRunning.setState({ key })
  const close = () => useRunning.setState((state) => (state.key === key ? { key: undefined } : state))
  // A lesson that was left stays in the page, hidden, and its machine would stay with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the recording is hidden or removed
  useEffect(() => close, [])
  return { isRunning, run, close }
}
