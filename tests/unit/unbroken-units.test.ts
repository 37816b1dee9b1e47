import { expect, test } from 'vitest'
import { mdxProcessor } from '#scripts/content/mdx-processor.ts'
import { withUnbrokenUnits } from '#scripts/content/rehype-unbroken-units.ts'

test.each([
  ['It uses 30 GB, then 512 MiB.', 'It uses 30_GB, then 512_MiB.'],
  ['after 8 ms or 2 s', 'after 8_ms or 2_s'],
  ['1.6 Mbit/s', '1.6_Mbit/s'],
  ['3 seconds', '3 seconds'],
  ['2 services', '2 services'],
  ['from 5 GBit on', 'from 5 GBit on'],
])('a number and its unit stay together: “%s”', (text, expected) => {
  expect(withUnbrokenUnits(text)).toBe(expected.replaceAll('_', '\u00a0'))
})

test('in a lesson, text gets unbroken units and code keeps its spaces', async () => {
  const file = await mdxProcessor.process('**30 GB**, but `sleep 2 s`\n\n```console\n$ sleep 2 s\n```\n')
  const program = String(file)
  expect(program).toContain('30\u00a0GB')
  expect(program).not.toContain('2\u00a0s')
})
