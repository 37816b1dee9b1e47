declare module 'virtual:content/catalog' {
  export const catalog: import('#domain/catalog/catalog.ts').Catalog
  /** Summaries of every item of every lesson and primer, in course order. */
  export const itemSummaries: Pick<
    import('#domain/quiz/item.ts').Item,
    'id' | 'rev' | 'kind' | 'objective' | 'roles' | 'difficulty' | 'stem'
  >[]
}

declare module 'virtual:content/labs' {
  /** With the recorded output of their solutions; a lab that has just changed may have none. */
  export const labs: {
    lab: import('#domain/lab/lab.ts').Lab
    output?: import('#domain/recording/lab-output.ts').LabOutput
  }[]
}

declare module 'virtual:content/chunks' {
  /** Addresses of the chunks that the browser imports, by lesson or primer id. */
  export const chunks: {
    bodies: Record<string, string>
    quizzes: Record<string, string>
    /** Only of pages that show recordings. */
    recordings: Record<string, string>
    /** The title index, which contains the address of the full index. */
    searchIndex: string
  }
}

declare module 'virtual:content/bodies' {
  /** For prerendering; both are empty in the browser. */
  export const bodies: Record<string, () => Promise<typeof import('*.mdx')>>
  export const quizzes: Record<string, () => Promise<{ items: import('#domain/quiz/item.ts').Item[] }>>
}
