import type { Lesson, ManagerContent, Objective } from '#domain/catalog/lesson.ts'
import type { Role } from '#domain/role.ts'
import type { LabEntry } from '../lab/lab-page-data.ts'

export type AreaTopic = {
  id: string
  title: string
  note: string
  plainNote: Lesson['plainNote']
  address: string
  minutes: Record<Role, number>
  objectives: Objective[]
  decision: ManagerContent['decision']
  items: number
}

export type AreaPageData = {
  number: number
  title: string
  promise: string
  summary: string
  topics: AreaTopic[]
  labs: LabEntry[]
  quiz: string
  brief: string
  previous?: { title: string; address: string }
  next?: { title: string; address: string }
}
