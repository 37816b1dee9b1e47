/** What the home page shows about an area and its topics. */
export type HomeArea = {
  number: number
  title: string
  promise: string
  address: string
  topics: HomeTopic[]
}

/** `minutes` is the reading time of the beginner and practitioner depths together; `words` counts the whole lesson. */
export type HomeTopic = { id: string; title: string; address: string; minutes: number; words: number }

export type HomePrimer = { id: string; title: string; note: string; minutes: number; address: string }
