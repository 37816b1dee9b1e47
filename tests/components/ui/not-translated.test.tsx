// @vitest-environment jsdom
import { cleanup, render, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import type { Item } from '#domain/quiz/item.ts'
import { gradeTables } from '#domain/quiz-link/grade-table.ts'
import { encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { BuildContext } from '#features/figures/drawings/build-context.tsx'
import { BuildStages } from '#features/figures/drawings/build-stages.tsx'
import { GhostWeight } from '#features/figures/drawings/ghost-weight.tsx'
import { SeenFromTheSwitch } from '#features/figures/drawings/seen-from-the-switch.tsx'
import { StartOrder } from '#features/figures/drawings/start-order.tsx'
import { VxlanFrame } from '#features/figures/drawings/vxlan-frame.tsx'
import { WhatAContainerSees } from '#features/figures/drawings/what-a-container-sees.tsx'
import { WhatSurvives } from '#features/figures/drawings/what-survives.tsx'
import { WhoGetsThePort } from '#features/figures/drawings/who-gets-the-port.tsx'
import { WhoResolvesWhom } from '#features/figures/drawings/who-resolves-whom.tsx'
import { GradeTableSection } from '#features/instructor/grade-table-section.tsx'
import { ImportReport } from '#features/instructor/import-report.tsx'
import { importStateStore } from '#features/instructor/import-submissions.ts'
import { QuizLinkPanel } from '#features/instructor/quiz-link-panel.tsx'
import { EnginePanel } from '#features/lab/engine/engine-panel.tsx'
import { TouchKeys } from '#features/lab/terminal/touch-keys.tsx'
import { CodeBlock } from '#features/lesson/code-block.tsx'
import { ItemView } from '#features/quiz/item-view.tsx'
import { SavedResultRow } from '#features/quiz-link/saved-result-row.tsx'
import { SubmissionCode } from '#features/quiz-link/submission-code.tsx'
import { SearchResultItem } from '#features/search/search-result-item.tsx'
import { lineItem, shortItem } from '#tests/support/factories.ts'
import { recordedEngine } from '#tests/unit/engine/recorded.ts'
import { itemResultWith, resultWith } from '#tests/unit/quiz-link/arbitraries.ts'

/** A page translator must not change codes, links, names that people chose, and names of files and in machines. */

const result = resultWith({ title: 'Week 3: images', name: 'Ada', group: 'Class 4b' })
const itemId = 'images.multi-stage.q-single'
const noTopics = { topics: [], index: [], loadItems: async () => [] }

const quiz = (item: Item, response?: string) => (
  <ItemView item={item} response={response} onChange={() => undefined} grade={undefined} order={[]} />
)
const found = (kind: 'command' | 'lesson', title: string) => (
  <SearchResultItem
    result={{ entry: { kind, title, context: '', text: '', address: '/' }, score: 1, terms: [] }}
  />
)

const places: [name: string, place: () => ReactNode, texts: string[]][] = [
  ['a result’s code', () => <SubmissionCode result={result} by="Grace" />, [encodeResultCode(result).code]],
  [
    'a kept result',
    () => <SavedResultRow code="Q1-abc" result={result} by="Grace" href="/a" onDelete={() => undefined} />,
    ['Week 3: images', 'Ada, Class 4b'],
  ],
  [
    'a quiz link',
    () => (
      <QuizLinkPanel
        address="https://example.org/a#Q1-abc"
        items={[{ id: itemId, rev: 1, stem: 'What?', kind: 'single' } as never]}
        requestedCount={1}
        missing={[]}
        onPrint={() => undefined}
      />
    ),
    ['https://example.org/a#Q1-abc'],
  ],
  [
    'a class',
    () => (
      <GradeTableSection
        table={gradeTables([resultWith({ ...result, items: [itemResultWith({ percent: 0 })] })])[0] as never}
        {...noTopics}
        isInitiallyOpen
        onDelete={() => undefined}
      />
    ),
    ['Week 3: images', '(Week 3: images)', 'Ada', 'Class 4b', 'abc_-1'],
  ],
  ['files that were not read', () => <ImportReport />, ['submission-of-ada.txt']],
  [
    'a file of a lesson',
    () => <CodeBlock>{<code data-file="compose.yaml">{''}</code>}</CodeBlock>,
    ['compose.yaml'],
  ],
  ['a file of a quiz', () => quiz(lineItem()), ['Dockerfile', 'FROM scratch']],
  ['a typed command', () => quiz(shortItem(), 'docker ps'), ['docker ps']],
  ['a command that search found', () => found('command', 'docker run --memory'), ['docker run --memory']],
  ['keys of a terminal', () => <TouchKeys onKeys={() => undefined} />, ['Ctrl-C', 'Tab', 'Esc']],
  [
    'what a machine holds',
    () => <EnginePanel engine={recordedEngine('web')} />,
    ['web', 'bridge', '172.17.0.2', 'sdk:1.0'],
  ],
  ['figure ghost-weight', () => <GhostWeight />, ['FROM alpine:3.22', '/bin /etc /lib …']],
  ['figure build-context', () => <BuildContext />, ['.dockerignore', '!src', 'api/.env']],
  ['figure build-stages', () => <BuildStages />, ['sdk', 'api.c', 'FROM sdk:1.0 AS build']],
  ['figure seen-from-the-switch', () => <SeenFromTheSwitch />, ['macvlan', 'eth0', 'MAC …:10', 'web']],
  ['figure start-order', () => <StartOrder />, ['db', 'api']],
  ['figure vxlan-frame', () => <VxlanFrame />, ['--opt', 'encrypted']],
  ['figure what-a-container-sees', () => <WhatAContainerSees />, ['systemd', 'eth0', 'nginx']],
  ['figure what-survives', () => <WhatSurvives />, ['docker compose', 'down', '/run', 'tmpfs']],
  ['figure who-gets-the-port', () => <WhoGetsThePort />, ['-p 80:8080', ':22', 'sshd']],
  ['figure who-resolves-whom', () => <WhoResolvesWhom />, ['web', 'db']],
]

afterEach(() => importStateStore.setState({ kind: 'idle', report: undefined }, true))

test.each(places)('%s is left alone', async (_, place, texts) => {
  const rejected = [{ source: 'submission-of-ada.txt', message: 'This is no result.' }]
  const report = { rejected, rejectedCount: 1, isCanceled: false } as never
  importStateStore.setState({ kind: 'idle', report }, true)
  const { container } = render(<MemoryRouter>{place()}</MemoryRouter>)
  for (const details of container.querySelectorAll('details')) details.open = true
  for (const text of texts) {
    await waitFor(() => expect(elementsWith(text, container), text).not.toEqual([]))
    const translated = elementsWith(text, container).filter((element) => !element.closest('[translate="no"]'))
    expect(translated.map(({ outerHTML }) => outerHTML)).toEqual([])
  }
})

test('messages of other results are translated', () => {
  const { container } = render(found('lesson', 'Volumes'))
  expect(container.querySelector('[translate]')).toBeNull()
  cleanup()
})

/** The innermost elements, and the fields, that have exactly this text. */
function elementsWith(text: string, container: HTMLElement): Element[] {
  return [...container.querySelectorAll('*')].filter((element) => {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
      return element.value === text
    return element.textContent === text && ![...element.children].some((child) => child.textContent === text)
  })
}
