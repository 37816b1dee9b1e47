import { afterEach, expect, test, vi } from 'vitest'
import { runShell, runTool, ToolError } from '../../image-builder/run-tool.ts'

afterEach(() => vi.unstubAllEnvs())

test('programs for root are found where the caller’s path leads to those of all users only', () => {
  vi.stubEnv('PATH', '/usr/bin:/bin')
  expect(runShell('printf %s "$PATH"', '.')).toBe('/usr/bin:/bin:/usr/sbin:/sbin')
})

test('a program that fails is quoted with the last that it said', () => {
  expect(() => runTool('sh', ['-c', 'echo no room left >&2; exit 3'])).toThrow(
    new ToolError('sh', 'no room left'),
  )
})

test('a program that is not there is named', () => {
  expect(() => runTool('no-such-program', [])).toThrow(/^no-such-program failed:\n.*ENOENT/)
})
