// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Recap } from '#features/lesson/callouts.tsx'
import { LessonContext } from '#features/lesson/lesson-context.ts'

const chunks = { id: 'images.layers', body: '', quiz: '' }

// The space is optional, because jsdom has no layout that separates hidden from visible words.
test.each([
  ['beginner', 3, /^Key takeaways ?of the beginner depth$/],
  ['practitioner', 3, /^Key takeaways ?of the practitioner depth$/],
  [undefined, 2, /^Key takeaways$/],
] as const)('the heading of a recap names its depth: %s', (depth, level, name) => {
  render(
    <LessonContext value={{ chunks, minutes: {}, ...(depth && { depth }) }}>
      <Recap>Layers only grow.</Recap>
    </LessonContext>,
  )
  expect(screen.getByRole('heading', { level, name })).toBeInTheDocument()
})
