import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { InputQueue } from '../src/emulator/input-queue.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function queueWithLog() {
  const sent: string[] = []
  return { queue: new InputQueue((text) => sent.push(text)), sent }
}

test('keys wait until the queue is open and keep their order', () => {
  const { queue, sent } = queueWithLog()
  queue.type('docker ')
  queue.type('ps\r')
  vi.runAllTimers()
  expect(sent).toEqual([])
  queue.open()
  queue.type('ls')
  vi.runAllTimers()
  expect(sent).toEqual(['docker ps\r', 'ls'])
})

test('a few keys are sent immediately', () => {
  const { queue, sent } = queueWithLog()
  queue.open()
  queue.type('l')
  expect(sent).toEqual(['l'])
})

test('a long paste is sent completely, in chunks that the guest can buffer', () => {
  const { queue, sent } = queueWithLog()
  const paste = 'x'.repeat(1000)
  queue.open()
  queue.type(paste)
  vi.runAllTimers()
  expect(sent.join('')).toBe(paste)
  expect(Math.max(...sent.map(({ length }) => length))).toBeLessThanOrEqual(256)
})

test('nothing is sent after the end', () => {
  const { queue, sent } = queueWithLog()
  queue.open()
  queue.type('x'.repeat(600))
  queue.end()
  vi.runAllTimers()
  expect(sent).toHaveLength(1)
})
