import { createStateFactory, type FigureState } from './figure-state.ts'

/**
 * Plate 8.3: the spans of one request through three services, and the traces that they form. `web` calls `api`, which
 * calls `stock` twice; the second call waits for a query, whose span is recorded by the database library in `stock`.
 * The spans that callers record around their calls are left out.
 */
export const moments = ['web', 'api', 'stock', 'end'] as const
/** How far the request has got. */
export type Moment = (typeof moments)[number]

export const droppers = ['nobody', 'web', 'api'] as const
/** The service that calls the next one without the header `traceparent`. */
export type Dropper = (typeof droppers)[number]

export type RequestSetup = { moment: Moment; dropper: Dropper; isParallel: boolean }

export const spanIds = ['checkout', 'order', 'first-call', 'second-call', 'query'] as const
type SpanId = (typeof spanIds)[number]

/** Times are in milliseconds from the start of the request. A span that has not ended yet ends at the moment shown. */
export type Span = {
  id: SpanId
  service: string
  name: string
  /** The first four of the 16 digits of its ID. */
  digits: string
  parent: SpanId | undefined
  start: number
  end: number
  isRunning: boolean
}

const durations = { before: 400, beforeCalls: 500, first: 600, second: 1900, afterCalls: 300, after: 300 }
/** Milliseconds by which the call to `stock` is longer than its query, before and after it. */
const aroundQuery = 100

type Plan = Omit<Span, 'isRunning' | 'parent'> & { caller: SpanId | undefined }

function planOf(isParallel: boolean): Plan[] {
  const order = durations.before
  const first = order + durations.beforeCalls
  const second = isParallel ? first : first + durations.first
  const answered = second + durations.second
  const ordered = answered + durations.afterCalls
  const span = (
    id: SpanId,
    text: string,
    digits: string,
    caller: SpanId | undefined,
    start: number,
    end: number,
  ) => {
    const [service = '', ...words] = text.split(' ')
    return { id, service, name: words.join(' '), digits, caller, start, end }
  }
  return [
    span('checkout', 'web GET /checkout', 'b7ad', undefined, 0, ordered + durations.after),
    span('order', 'api POST /order', '53ce', 'checkout', order, ordered),
    span('first-call', 'stock GET /stock/7', '9d2e', 'order', first, first + durations.first),
    span('second-call', 'stock GET /stock/9', 'e457', 'order', second, answered),
    span('query', 'stock SELECT', '6a01', 'second-call', second + aroundQuery, answered - aroundQuery),
  ]
}

function nowOf({ moment, isParallel }: RequestSetup, plan: readonly Plan[]): number {
  const startOf = (id: SpanId) => plan.find((each) => each.id === id)?.start ?? 0
  switch (moment) {
    case 'web':
      return startOf('order')
    case 'api':
      return startOf('first-call')
    case 'stock':
      return startOf('second-call') + (isParallel ? 400 : 500)
    case 'end':
      return Number.POSITIVE_INFINITY
    default:
      return moment satisfies never
  }
}

/** The spans that have started, each with the parent that its service was told about. */
export function spansOf(setup: RequestSetup): Span[] {
  const plan = planOf(setup.isParallel)
  const now = nowOf(setup, plan)
  const services = new Map(plan.map(({ id, service }) => [id, service]))
  return plan
    .filter(({ start }) => start < now)
    .map(({ caller, ...span }) => {
      const from = caller && services.get(caller)
      const isCall = from !== span.service
      const parent = isCall && from === setup.dropper ? undefined : caller
      return { ...span, parent, end: Math.min(span.end, now), isRunning: span.end > now }
    })
}

export type Trace = { id: string; spans: Span[] }

const traceIds = ['0af7…319c', '4bf9…4736', 'c0ff…1d2e']

/** A span without a parent starts a trace. */
export function tracesOf(spans: readonly Span[]): Trace[] {
  const rootOf = (span: Span): SpanId => {
    const parent = spans.find(({ id }) => id === span.parent)
    return parent ? rootOf(parent) : span.id
  }
  const roots = spans.filter(({ parent }) => parent === undefined)
  return roots.map((root, index) => ({
    id: traceIds[index] ?? '',
    spans: spans.filter((span) => rootOf(span) === root.id),
  }))
}

export function depthOf(span: Span, spans: readonly Span[]): number {
  const parent = spans.find(({ id }) => id === span.parent)
  return parent ? depthOf(parent, spans) + 1 : 0
}

type Interval = { start: number; end: number }

/** When a span was doing its own work, as far as the trace shows: when none of its child spans was running. */
export function ownTimesOf(span: Span, spans: readonly Span[]): Interval[] {
  const children = spans.filter(({ parent }) => parent === span.id).toSorted((a, b) => a.start - b.start)
  const own: Interval[] = []
  let at = span.start
  for (const { start, end } of children) {
    if (start > at) own.push({ start: at, end: start })
    at = Math.max(at, end)
  }
  if (span.end > at) own.push({ start: at, end: span.end })
  return own
}

export function ownMillis(span: Span, spans: readonly Span[]): number {
  return ownTimesOf(span, spans).reduce((sum, { start, end }) => sum + end - start, 0)
}

/** `0.7 s`, `4 s`. */
export function formatSeconds(millis: number): string {
  return `${Number((millis / 1000).toFixed(1))} s`
}

export function describeRequest(setup: RequestSetup): string {
  const spans = spansOf(setup)
  const [root] = spans
  if (!root) return ''
  if (setup.moment === 'web')
    return 'The request came without `traceparent`: `web` makes up a trace ID, and its span is the root of the tree.'
  const traces = tracesOf(spans)
  const joined =
    setup.dropper === 'nobody'
      ? 'The header goes along with each call, so there is one trace.'
      : describeDrop(setup.dropper, traces.length)
  if (setup.moment !== 'end') return `${joined} ${describeNow(spans)}`
  const own = formatSeconds(ownMillis(root, spans))
  const total = formatSeconds(root.end)
  if (setup.dropper === 'web') return `${joined} In the first, \`web\` takes ${total}, and nothing says why.`
  if (setup.dropper === 'api') return `${joined} The first ends at \`api\`; the slow query is in another.`
  const query = spans.find(({ id }) => id === 'query')
  const slow = query ? formatSeconds(query.end - query.start) : ''
  const calls = setup.isParallel ? 'Both calls run at once, so' : 'One call waits for the other:'
  return `${joined} ${calls} \`web\` takes ${total}, ${own} of it for itself. The query takes ${slow}.`
}

function describeDrop(dropper: 'web' | 'api', count: number): string {
  const next = dropper === 'web' ? '`api`' : '`stock`'
  const number = { 1: 'One trace', 2: 'two traces', 3: 'three traces' }[count] ?? `${count} traces`
  return `\`${dropper}\` calls ${next} without the header: ${number}.`
}

function describeNow(spans: readonly Span[]): string {
  const running = spans.filter(({ isRunning }) => isRunning).length
  return `${running} of the ${spans.length} spans so far are still running.`
}

const finished: RequestSetup = { moment: 'end', dropper: 'nobody', isParallel: false }

const state = createStateFactory(describeRequest)

export const figureStates: FigureState<RequestSetup>[] = [
  state('root', 'The first span', { ...finished, moment: 'web' }),
  state('growing', 'On its way', { ...finished, moment: 'stock' }),
  state('whole', 'One trace', finished),
  state('parallel', 'Calls at once', { ...finished, isParallel: true }),
  state('web-drops', '`web` drops the header', { ...finished, dropper: 'web' }),
  state('api-drops', '`api` drops the header', { ...finished, dropper: 'api' }),
]
