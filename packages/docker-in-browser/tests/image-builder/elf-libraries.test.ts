import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findLibraries, readNeededLibraries } from '../../image-builder/elf-libraries.ts'

/** An i386 ELF file that needs these libraries; its load address differs from its offset in the file. */
function elf(...needed: string[]): Uint8Array {
  const [base, strings, dynamic] = [0x1000, 0x100, 0x200]
  const bytes = Buffer.alloc(0x300)
  const words = (at: number, ...values: number[]) =>
    bytes.set(Buffer.from(Uint32Array.from(values).buffer), at)
  words(0, 0x464c_457f)
  bytes.set([1, 1, 1], 4)
  words(28, 52)
  bytes.writeUInt16LE(32, 42)
  bytes.writeUInt16LE(2, 44)
  const entries = [[5, base + strings]]
  let at = 1
  for (const name of needed) {
    bytes.write(name, strings + at, 'latin1')
    entries.push([1, at])
    at += name.length + 1
  }
  words(52, 1, 0, base, base, bytes.length, bytes.length)
  words(84, 2, dynamic, base + dynamic, base + dynamic, (entries.length + 1) * 8)
  words(dynamic, ...entries.flat())
  return bytes
}

function treeOf(files: Record<string, Uint8Array>): string {
  const tree = mkdtempSync(join(tmpdir(), 'tree-'))
  onTestFinished(() => rmSync(tree, { recursive: true }))
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), bytes)
  }
  return tree
}

test('the libraries that a program needs are read from its file', () => {
  expect(readNeededLibraries(elf('libc.so.6', 'libm.so.6'))).toEqual(['libc.so.6', 'libm.so.6'])
  expect(readNeededLibraries(elf())).toEqual([])
})

test.each([
  ['a script', Buffer.from('#!/bin/sh\n'.padEnd(100))],
  ['a short file', Buffer.from('\x7fELF')],
  ['a 64-bit program', Buffer.from(elf()).fill(2, 4, 5)],
])('%s is not a 32-bit ELF file', (_, bytes) => {
  expect(() => readNeededLibraries(bytes)).toThrow('not a 32-bit ELF file')
})

test('libraries of libraries are found too, each once, in all of Debian’s folders', () => {
  const tree = treeOf({
    'usr/bin/server': elf('liba.so.1', 'libc.so.6'),
    'usr/bin/client': elf('libc.so.6'),
    'usr/lib/i386-linux-gnu/liba.so.1': elf('libb.so.2', 'libc.so.6'),
    'lib/i386-linux-gnu/libb.so.2': elf('liba.so.1'),
    'usr/lib/i386-linux-gnu/libc.so.6': elf('ld-linux.so.2'),
    'usr/lib/ld-linux.so.2': elf(),
  })
  expect(findLibraries(tree, ['usr/bin/server', 'usr/bin/client'])).toEqual([
    'lib/i386-linux-gnu/libb.so.2',
    'usr/lib/i386-linux-gnu/liba.so.1',
    'usr/lib/i386-linux-gnu/libc.so.6',
    'usr/lib/ld-linux.so.2',
  ])
})

test('a missing library is named, with the file that needs it', () => {
  const tree = treeOf({ 'usr/bin/server': elf('libgone.so.1') })
  expect(() => findLibraries(tree, ['usr/bin/server'])).toThrow('usr/bin/server needs libgone.so.1')
})
