import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { labOnlyFiles } from '#scripts/build/lab-code.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function builtSite(scripts: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'))
  folders.push(folder)
  mkdirSync(join(folder, 'assets'))
  for (const [name, code] of Object.entries(scripts)) writeFileSync(join(folder, 'assets', name), code)
  return folder
}

const scripts = {
  'entry-1.js': 'import{r}from"./vendor-1.js";const lab=()=>import("./lab-1.js")',
  'lab-1.js': 'import"./vendor-1.js";import("./terminal-pane-1.js"),import(`./editor-pane-1.js`)',
  'terminal-pane-1.js': 'import{t}from"./xterm-1.js";import{r}from"./vendor-1.js"',
  'editor-pane-1.js': 'import"./shared-1.js";const lint=()=>import("./linter-1.js")',
  'machine-worker-1.js': 'postMessage(1)',
  'vendor-1.js': '',
  'xterm-1.js': '',
  'linter-1.js': '',
  'shared-1.js': '',
  'search-1.js': 'import"./shared-1.js"',
}

test('lab-only files are those that only lab entry points import', () => {
  expect(labOnlyFiles(builtSite(scripts))).toEqual([
    'assets/editor-pane-1.js',
    'assets/linter-1.js',
    'assets/machine-worker-1.js',
    'assets/terminal-pane-1.js',
    'assets/xterm-1.js',
  ])
})

test('a renamed entry point is reported with a clear message', () => {
  const { 'machine-worker-1.js': _, ...others } = scripts
  expect(() => labOnlyFiles(builtSite(others))).toThrow('Expected a script called machine-worker-…')
})
