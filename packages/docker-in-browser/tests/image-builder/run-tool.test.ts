import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { packageFolder } from '../../image-builder/package-folder.ts'
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

const hostProgramsOnly = /may only run programs of the host/

test.each(['lib/ld-linux.so.2', './busybox', '/tree/usr/bin/tcc', 'chroot', 'env', 'qemu-i386', 'xargs'])(
  'a step cannot run %s, which may be or start a program of the root filesystem',
  (program) => {
    expect(() => runTool(program, [])).toThrow(hostProgramsOnly)
  },
)

test.each([
  'bin/busybox --list',
  'for name in $(bin/busybox --list); do echo "$name"; done',
  'echo hello | ./cat',
  'if ./test; then echo yes; fi',
  '(./ls)',
  'tree=.; $tree/ls',
  'tree=.; "$tree/ls"',
  'LANG=C ./ls',
  'chroot . ls',
  'cat list | xargs ls',
  'qemu-i386-static ls',
])('a step cannot run a program by its path from a shell either: %s', (script) => {
  expect(() => runShell(script, '.')).toThrow(hostProgramsOnly)
})

test('a shell script of plain names runs as usual', () => {
  const script = `size=$(echo 4); [ -e nowhere ] || echo none
    for name in a b; do echo "$name/$size"; done; (cd / && ls >/dev/null); { printf %s end; }`
  expect(runShell(script, '.')).toBe('none\na/4\nb/4\nend')
})

test('no other file of the builder starts programs', () => {
  const folder = join(packageFolder, 'image-builder')
  const starting = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => readFileSync(join(folder, name), 'utf8').includes('child_process'))
  // The other two run apt-get and unshare, before there is a root filesystem.
  expect(starting).toEqual(['host-tools.ts', 'run-tool.ts', 'user-namespace.ts'])
})

test('packages are unpacked without running their programs', () => {
  const source = readFileSync(join(packageFolder, 'image-builder/install-packages.ts'), 'utf8')
  expect(source).toContain("'--variant=extract'")
  expect(source).not.toMatch(/--(chrooted|customize|essential)-/)
})
