import { bodies, quizzes } from 'virtual:content/bodies'
import type { MDXContent } from 'mdx/types'
import type { Item } from '#domain/quiz/item.ts'
import { downloadCode } from './download-code.ts'

/** A lesson's or primer's id and the addresses of its chunks. */
export type LessonChunks = { id: string; body: string; quiz: string; recordings?: string }

/**
 * What a machine needs to repeat a recording: a setup script that is hidden from the reader, and the commands to type.
 */
export type RepeatableRecording = { script?: string; commands: string[] }

const bodyPromises = new Map<string, Promise<MDXContent>>()
const itemPromises = new Map<string, Promise<Item[]>>()
const recordingPromises = new Map<string, Promise<Record<string, RepeatableRecording>>>()

/**
 * Loads the text of a lesson as a component, once: React's `use` needs the same promise every time. Rejects if the
 * chunk fails to load.
 */
export function loadBody({ id, body }: Pick<LessonChunks, 'id' | 'body'>): Promise<MDXContent> {
  return memoizePromise(bodyPromises, id, async () => {
    const load = import.meta.env.SSR ? bodies[id] : undefined
    if (!load) await downloadCode([body])
    const module = load ? await load() : await import(/* @vite-ignore */ body)
    return module.default
  })
}

/** Loads the items of a lesson. Routes pass it to their pages, so that tests can pass another function. */
export type LoadItems = (chunks: Pick<LessonChunks, 'id' | 'quiz'>) => Promise<Item[]>

/** Loads the items of a lesson, once. Rejects if the chunk fails to load. */
export function loadItems({ id, quiz }: Pick<LessonChunks, 'id' | 'quiz'>): Promise<Item[]> {
  return memoizePromise(itemPromises, id, async () => {
    const load = import.meta.env.SSR ? quizzes[id] : undefined
    if (!load) await downloadCode([quiz])
    const module = load ? await load() : await import(/* @vite-ignore */ quiz)
    return module.items
  })
}

/** Loads the starting points of a lesson’s recordings, by recording, once. Rejects if the chunk fails to load. */
export function loadRecordings(id: string, address: string): Promise<Record<string, RepeatableRecording>> {
  return memoizePromise(recordingPromises, id, async () => {
    await downloadCode([address])
    return (await import(/* @vite-ignore */ address)).recordings
  })
}

/** One promise per id. Failed loads are removed from the cache, so that they can be retried. */
export function memoizePromise<Value>(
  cache: Map<string, Promise<Value>>,
  id: string,
  load: () => Promise<Value>,
): Promise<Value> {
  const cachedPromise = cache.get(id)
  if (cachedPromise) return cachedPromise
  const loading = load()
  cache.set(id, loading)
  loading.catch(() => cache.delete(id))
  return loading
}
