import type { ManagerContent, Objective } from '#domain/catalog/lesson.ts'
import type { Role } from '#domain/role.ts'

export type AreaTopic = {
  id: string
  title: string
  note: string
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
  quiz: string
  brief: string
  previous?: { title: string; address: string }
  next?: { title: string; address: string }
}
