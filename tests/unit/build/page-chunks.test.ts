import { expect, test } from 'vitest'
import { pageChunk } from '#scripts/build/page-chunks.ts'

const importers: Record<string, string[]> = {
  '/src/ui/shared.ts': ['/src/ui/header.tsx'],
  '/src/ui/header.tsx': ['/src/app/layout/shell.tsx'],
  '/src/features/lesson/end.tsx': ['/src/app/routes/lesson.tsx'],
  '/src/features/lesson/contents.tsx': ['/src/app/routes/lesson.tsx', '/src/app/routes/primer.tsx'],
  '/src/ui/panel.tsx': ['/src/features/lesson/end.tsx', '/src/app/routes/labs.tsx'],
  '/src/features/labs/list.tsx': ['/src/app/routes/labs.tsx'],
  '/src/features/search/dialog.tsx': [],
  '/src/domain/a.ts': ['/src/domain/b.ts'],
  '/src/domain/b.ts': ['/src/domain/a.ts', '/src/app/routes/lesson.tsx'],
}
const graph = { getModuleInfo: (id: string) => ({ importers: importers[id] ?? [] }) }

test.each([
  ['what every page imports', '/src/ui/shared.ts', 'every-page'],
  ['what only lessons import', '/src/features/lesson/end.tsx', 'every-lesson'],
  ['what lessons and primers import', '/src/features/lesson/contents.tsx', 'every-lesson'],
  ['what lessons share with another page', '/src/ui/panel.tsx', 'every-page'],
  ['what only another page imports', '/src/features/labs/list.tsx', null],
  ['what is imported on demand', '/src/features/search/dialog.tsx', null],
  ['modules that import each other', '/src/domain/a.ts', 'every-lesson'],
])('%s: %s is in the chunk %s', (_, id, chunk) => {
  expect(pageChunk(id, graph)).toBe(chunk)
})
