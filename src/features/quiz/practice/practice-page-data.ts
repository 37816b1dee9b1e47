/** A topic that a practice quiz can draw from, and the address of its items. */
export type PracticeTopic = { id: string; title: string; address: string; quiz: string; items: number }

export type PracticeView = {
  title: string
  /** One area, or none for the mixed quiz. */
  area?: { number: number; slug: string; title: string; address: string }
  groups: { title: string; topics: PracticeTopic[] }[]
}
