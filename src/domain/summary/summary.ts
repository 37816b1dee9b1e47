import type { Role } from '../role.ts'
import { normalizeText } from '../typed/normalize-characters.ts'

/** A topic as the summary tables show it. */
export type SummaryTopic = {
  id: string
  title: string
  address: string
  note: string
  plainNote?: string | undefined
  decision: string
  cost: string
  risk: string
}

export type SummaryArea = {
  number: number
  slug: string
  title: string
  address: string
  topics: SummaryTopic[]
}

export type SummaryFilter = { text: string; area: string }

type SummaryColumn = { name: string; value: (topic: SummaryTopic) => string }

const note: SummaryColumn = { name: 'Short note', value: (topic) => topic.note }
const plainNote: SummaryColumn = { name: 'Short note', value: (topic) => topic.plainNote ?? topic.note }

/** The columns that a reader of each role compares. */
const columns = {
  beginner: [plainNote],
  practitioner: [note],
  manager: [
    plainNote,
    { name: 'Decide', value: (topic) => topic.decision },
    { name: 'Cost', value: (topic) => topic.cost },
    { name: 'Risk', value: (topic) => topic.risk },
  ],
} satisfies Record<Role, SummaryColumn[]>

export function columnsFor(role: Role): SummaryColumn[] {
  return columns[role]
}

/** The areas and topics that contain every word of the text, without areas that have no such topic. */
export function filterSummary(areas: SummaryArea[], { text, area }: SummaryFilter): SummaryArea[] {
  const words = normalizeText(text).toLowerCase().split(' ').filter(Boolean)
  return areas
    .filter(({ slug }) => area === '' || slug === area)
    .map((candidate) => ({
      ...candidate,
      topics: candidate.topics.filter((topic) => containsText(candidate, topic, words)),
    }))
    .filter(({ topics }) => topics.length > 0)
}

function containsText(area: SummaryArea, topic: SummaryTopic, words: string[]): boolean {
  const { title, note, plainNote = '', decision, cost, risk } = topic
  const searchableText = [area.title, title, note, plainNote, decision, cost, risk].join(' ')
  const text = normalizeText(searchableText).toLowerCase()
  return words.every((word) => text.includes(word))
}

/** The tables as rows of cells, starting with the header, for Markdown and CSV. */
export function summaryRows(areas: SummaryArea[], role: Role): string[][] {
  const shown = columnsFor(role)
  const body = areas.flatMap((area) =>
    area.topics.map((topic) => [area.title, topic.title, ...shown.map(({ value }) => value(topic))]),
  )
  return [['Area', 'Topic', ...shown.map(({ name }) => name)], ...body]
}
