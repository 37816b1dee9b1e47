import { createContext, useContext } from 'react'
import type { ContentRef } from '#content/body.ts'

/** The text that the components of the vocabulary stand in: a lesson or a primer. */
export type TextContext = {
  content: ContentRef
  minutes: Partial<Record<'beginner' | 'practitioner', number>>
}

export const LessonContext = createContext<TextContext | undefined>(undefined)

export function useText(): TextContext {
  const text = useContext(LessonContext)
  if (!text) throw new Error('this component stands inside the text of a lesson')
  return text
}
