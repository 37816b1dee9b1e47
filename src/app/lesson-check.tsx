import { use } from 'react'
import { type ContentRef, loadItems } from '#content/body.ts'
import { QuickCheck } from '#features/quiz/quick-check.tsx'

/** Some items of a lesson's quiz inside its text. Loaded lazily, hence the default export. */
export default function LessonCheck({ ids, content }: { ids: string[]; content: ContentRef }) {
  const items = use(loadItems(content))
  return <QuickCheck items={items.filter((item) => ids.includes(item.id))} />
}
