const itemKindLabels: Record<string, string> = {
  single: 'pick one',
  multi: 'select all',
  short: 'type it',
  order: 'put in order',
  line: 'find the line',
  match: 'match pairs',
  trace: 'predict the output',
}

/** The label of a kind of item. A kind without a label keeps its own name. */
export function itemKindLabel(kind: string): string {
  return Object.hasOwn(itemKindLabels, kind) ? (itemKindLabels[kind] ?? kind) : kind
}

export const difficultyLabels = {
  1: 'recall',
  2: 'apply',
  3: 'diagnose',
} as const
