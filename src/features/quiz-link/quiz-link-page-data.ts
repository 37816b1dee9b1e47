/** A topic with the addresses of its items (`quiz`) and its lesson. */
export type LinkTopic = { id: string; title: string; address: string; quiz: string }
