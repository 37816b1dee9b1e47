/** What the home page shows of an area and its topics. */
export type HomeArea = {
  number: number
  title: string
  promise: string
  address: string
  topics: HomeTopic[]
}

export type HomeTopic = { id: string; title: string; address: string; minutes: number }

export type HomePrimer = { title: string; note: string; minutes: number; address: string }
