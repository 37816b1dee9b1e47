declare module 'virtual:content/catalog' {
  export const catalog: import('#domain/catalog/catalog.ts').Catalog
  /** Of every item of every lesson and primer, in course order. */
  export const itemFacts: Pick<
    import('#domain/quiz/item.ts').Item,
    'id' | 'rev' | 'kind' | 'objective' | 'roles' | 'difficulty' | 'stem'
  >[]
}

declare module 'virtual:content/labs' {
  /** With what their solutions print, which a lab that was just changed may not have yet. */
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
    /** The small index that answers first, and knows where the whole one is. */
    searchIndex: string
  }
}

declare module 'virtual:content/bodies' {
  /** For prerendering; both are empty in the browser. */
  export const bodies: Record<string, () => Promise<typeof import('*.mdx')>>
  export const quizzes: Record<string, () => Promise<{ items: import('#domain/quiz/item.ts').Item[] }>>
}
