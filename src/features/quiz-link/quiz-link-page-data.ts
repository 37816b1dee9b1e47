/** A topic as the page gets it: where its items are fetched and where its lesson is read. */
export type LinkTopic = { id: string; title: string; address: string; quiz: string }
