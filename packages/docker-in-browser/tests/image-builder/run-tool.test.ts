import { afterEach, expect, test, vi } from 'vitest'
import { runShell, runTool, ToolError } from '../../image-builder/run-tool.ts'

afterEach(() => vi.unstubAllEnvs())

test('system programs are found even if PATH does not include them', () => {
  vi.stubEnv('PATH', '/usr/bin:/bin')
  expect(runShell('printf %s "$PATH"', '.')).toBe('/usr/bin:/bin:/usr/sbin:/sbin')
})

test('a failing program is reported with the end of its output', () => {
  expect(() => runTool('sh', ['-c', 'echo no room left >&2; exit 3'])).toThrow(
    new ToolError('sh', 'no room left'),
  )
})

test('a missing program is reported by name', () => {
  expect(() => runTool('no-such-program', [])).toThrow(/^no-such-program failed:\n.*ENOENT/)
})
