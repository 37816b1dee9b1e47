import { createContext, useContext } from 'react'
import type { LessonChunks } from '#content/lesson-chunks.ts'

/** The lesson or primer around a component in its text. */
export type LessonContextValue = {
  chunks: LessonChunks
  minutes: Partial<Record<'beginner' | 'practitioner', number>>
  /** The depth around the component. A primer has none. */
  depth?: 'beginner' | 'practitioner'
}

export const LessonContext = createContext<LessonContextValue | undefined>(undefined)

export function useLessonContext(): LessonContextValue {
  const text = useContext(LessonContext)
  if (!text) throw new Error('this component stands inside the text of a lesson')
  return text
}
