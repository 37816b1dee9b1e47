import type { Attempt } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { LineItem } from '#domain/quiz/kinds/line.ts'
import type { MatchItem } from '#domain/quiz/kinds/match.ts'
import type { MultiItem } from '#domain/quiz/kinds/multi.ts'
import type { OrderItem } from '#domain/quiz/kinds/order.ts'
import type { ShortItem } from '#domain/quiz/kinds/short.ts'
import type { SingleItem } from '#domain/quiz/kinds/single.ts'
import type { TraceItem } from '#domain/quiz/kinds/trace.ts'

const common = {
  rev: 1,
  objective: 'images.multi-stage.separate',
  roles: ['beginner', 'practitioner'],
  difficulty: 2,
  explain: 'Only the last stage is shipped.',
  home: 'one-file-two-stages',
  sources: ['https://docs.docker.com/build/building/multi-stage/'],
} satisfies Partial<Item>

/** An option, line or pair with its explanation. */
const part = (id: string, text = `Text of ${id}`) => ({ id, text, why: `Why ${id}.` })

/** Right: `b`. */
export function singleItem(overrides: Partial<SingleItem> = {}): SingleItem {
  return {
    ...common,
    kind: 'single',
    id: 'images.multi-stage.q-single',
    stem: 'Which stage is shipped?',
    options: [part('a'), { ...part('b'), right: true }, part('c')],
    ...overrides,
  }
}

/** Right: `a` and `c`. */
export function multiItem(overrides: Partial<MultiItem> = {}): MultiItem {
  return {
    ...common,
    kind: 'multi',
    id: 'images.multi-stage.q-multi',
    stem: 'Which of these hold?',
    options: [
      { ...part('a'), right: true },
      { ...part('b'), right: false },
      { ...part('c'), right: true },
      { ...part('d'), right: false },
    ],
    ...overrides,
  }
}

/** Right: `docker run --rm -p 8080:80 nginx`. */
export function shortItem(overrides: Partial<ShortItem> = {}): ShortItem {
  return {
    ...common,
    kind: 'short',
    id: 'images.multi-stage.q-short',
    stem: 'Which command runs it on port 8080?',
    as: 'command',
    accept: ['docker run --rm -p 8080:80 nginx'],
    near: [{ match: 'docker run --rm -p 80:8080 nginx', why: 'The port of the host comes first.' }],
    ...overrides,
  }
}

/** Right: `a`, `b`, `c`, `d`; `x` is a distractor. */
export function orderItem(overrides: Partial<OrderItem> = {}): OrderItem {
  return {
    ...common,
    kind: 'order',
    id: 'images.multi-stage.q-order',
    stem: 'Put the lines in order.',
    lines: [part('a'), part('b'), part('c'), part('d')],
    distractors: [part('x')],
    ...overrides,
  }
}

/** Right: `two`. */
export function lineItem(overrides: Partial<LineItem> = {}): LineItem {
  return {
    ...common,
    kind: 'line',
    id: 'images.multi-stage.q-line',
    stem: 'Which line starts the second stage?',
    file: 'Dockerfile',
    lines: [
      { id: 'one', text: 'FROM golang AS build', why: 'That starts the first.' },
      { id: 'two', text: 'FROM scratch', right: true, why: 'Each FROM starts a stage.' },
      { id: 'three', text: 'COPY --from=build /app /', why: 'That copies between stages.' },
    ],
    ...overrides,
  }
}

/** Right: each term with the definition that has its id; `extra` is a distractor. */
export function matchItem(overrides: Partial<MatchItem> = {}): MatchItem {
  const pair = (id: string) => ({ id, term: `Term ${id}`, definition: `Definition ${id}`, why: `Why ${id}.` })
  return {
    ...common,
    kind: 'match',
    id: 'images.multi-stage.q-match',
    stem: 'What does each mean?',
    pairs: [pair('a'), pair('b'), pair('c')],
    extra: [{ id: 'extra', definition: 'Definition extra', why: 'It fits none.' }],
    ...overrides,
  }
}

/** Right: `b`. */
export function traceItem(overrides: Partial<TraceItem> = {}): TraceItem {
  return {
    ...common,
    kind: 'trace',
    id: 'images.multi-stage.q-trace',
    stem: 'What does the last command print?',
    session: 'unseen',
    code: { language: 'console', text: '$ docker images -q tool' },
    recordedOn: 'Docker Engine 28.5.2, November 26, 2026',
    options: [part('a'), { ...part('b'), right: true }, part('c')],
    ...overrides,
  }
}

/** One item of every kind. */
export function itemsOfEveryKind(): Item[] {
  return [singleItem(), multiItem(), shortItem(), orderItem(), lineItem(), matchItem(), traceItem()]
}

export function createAttempt(overrides: Partial<Attempt> = {}): Attempt {
  return {
    title: 'Images',
    origin: { kind: 'area', area: 'images' },
    items: itemsOfEveryKind().map((item) => item.id),
    seed: 'seed',
    shuffle: false,
    feedback: 'each',
    answers: {},
    at: 0,
    startedAt: 1_700_000_000_000,
    ...overrides,
  }
}
