import type { Role } from '#domain/role.ts'

/** A topic that a practice quiz can draw from, the address of its items, and how many there are. */
export type PracticeTopic = {
  id: string
  title: string
  address: string
  quiz: string
  items: number
  itemsByRole: Record<Role, number>
}

export type PracticePageData = {
  title: string
  /** One area, or none for the mixed quiz. */
  area?: { number: number; slug: string; title: string; address: string }
  groups: { title: string; topics: PracticeTopic[] }[]
}
