import { createStateFactory, type FigureState } from './figure-state.ts'
import { parseMemorySize } from './limit-flags.ts'

/**
 * Plate 1.1: a day of one or more applications on one server. The day is an example, chosen so that one application
 * uses 12 percent of the server on average, as in the studies that the lesson quotes.
 */
export const counts = ['1', '2', '3', '4', '6'] as const
export type Count = (typeof counts)[number]

export const peakTimes = ['same', 'spread'] as const
export type PeakTime = (typeof peakTimes)[number]

/** What the figure shows: how many applications there are, when they are busiest, and the memory of each, as typed. */
export type Day = { count: Count; peaks: PeakTime; memory: string }

export const server = { cores: 32, gibibytes: 128 }
export const hours = 24

/** The cores that one application uses, by hour: few at night, and a peak at 8 p.m. */
const coresByHour = [1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 7, 26, 13, 5, 3]

const gibibyte = 1024 ** 3

export function memoryProblem(memory: string): string | undefined {
  const bytes = parseMemorySize(memory.trim()) ?? 0
  const isTaken = bytes >= gibibyte / 8 && bytes <= server.gibibytes * gibibyte
  return isTaken ? undefined : `Enter a size from \`128m\` to \`${server.gibibytes}g\`.`
}

/** The cores that all applications need, by hour. Spread peaks are as far apart as the day allows. */
export function demandOf({ count, peaks }: Day): number[] {
  const applications = Array.from({ length: Number(count) }, (_, index) =>
    peaks === 'same' ? 0 : Math.round((index * hours) / Number(count)),
  )
  return coresByHour.map((_, hour) =>
    applications.reduce((sum, shift) => sum + (coresByHour[(hour + shift) % hours] ?? 0), 0),
  )
}

export type Fit = 'fits' | 'too few cores' | 'too little memory'

export type Load = {
  demand: number[]
  averagePercent: number
  peakPercent: number
  peakHour: number
  gibibytes: number
  fit: Fit
}

export function loadOf(day: Day): Load {
  const demand = demandOf(day)
  const peak = Math.max(...demand)
  const percentOf = (cores: number) => Math.round((100 * cores) / server.cores)
  const gibibytes = (Number(day.count) * (parseMemorySize(day.memory.trim()) ?? 0)) / gibibyte
  const isFull = gibibytes > server.gibibytes
  return {
    demand,
    averagePercent: percentOf(demand.reduce((sum, cores) => sum + cores, 0) / hours),
    peakPercent: percentOf(peak),
    peakHour: demand.indexOf(peak),
    gibibytes,
    fit: isFull ? 'too little memory' : peak > server.cores ? 'too few cores' : 'fits',
  }
}

/** `midnight`, `8 a.m.`, `noon`, `8 p.m.` */
export function formatHour(hour: number): string {
  if (hour % 12 === 0) return hour % 24 === 0 ? 'midnight' : 'noon'
  return `${hour % 12} ${hour < 12 ? 'a.m.' : 'p.m.'}`
}

export function formatGibibytes(count: number): string {
  return `${Number(count.toFixed(1))} GiB`
}

const applicationNames = {
  1: 'One application',
  2: 'Two applications',
  3: 'Three applications',
  4: 'Four applications',
  6: 'Six applications',
} satisfies Record<Count, string>

export function describeDay(day: Day): string {
  const { averagePercent, peakPercent, peakHour, gibibytes, fit } = loadOf(day)
  const name = applicationNames[day.count]
  const hour = formatHour(peakHour)
  switch (fit) {
    case 'too little memory':
      return `${name} would keep ${averagePercent}% of the cores busy on average, but need ${formatGibibytes(gibibytes)} of memory, and the server has ${server.gibibytes} GiB. Idle cores don’t help when memory is full.`
    case 'too few cores':
      return `${name} keep ${averagePercent}% of the cores busy on average, which sounds like room for more. At ${hour}, they want ${peakPercent}% and have to wait.`
    case 'fits':
      return day.count === '1'
        ? `${name} keeps ${averagePercent}% of the cores busy on average, but ${peakPercent}% at ${hour}, the hour for which the server was bought.`
        : `${name} keep ${averagePercent}% of the cores busy on average, and ${peakPercent}% at most, at ${hour}: they fit, as long as their peaks stay apart.`
    default:
      return fit satisfies never
  }
}

const state = createStateFactory(describeDay)
const example: Day = { count: '1', peaks: 'same', memory: '24g' }

export const figureStates: FigureState<Day>[] = [
  state('one', 'One application', example),
  state('same', 'Two applications, busy at the same hour', { ...example, count: '2' }),
  state('spread', 'Three applications, busy at different hours', { ...example, count: '3', peaks: 'spread' }),
  state('memory', 'Six applications, and memory is full', { ...example, count: '6', peaks: 'spread' }),
]
