import { join } from 'node:path'
import { compile, run } from '@mdx-js/mdx'
import { createElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { filesOnDisk } from '#scripts/content/content-files.ts'
import { mdxOptions } from '#scripts/content/mdx-processor.ts'
import { readRecordingFiles } from '#scripts/content/recording-files.ts'

const folder = join(import.meta.dirname, 'valid/content/01-images/01-layers')

function Terminal({ title, seen, children }: { title: string; seen: string; children?: ReactNode }) {
  return createElement('figure', { title, 'data-seen': seen }, children)
}

/** The HTML of a lesson’s text, compiled as in the build. */
async function htmlOf(text: string, from = folder): Promise<string> {
  const recordings = readRecordingFiles(filesOnDisk(from), 'lesson.mdx').files
  const file = { path: join(from, 'lesson.mdx'), value: text, data: { recordings } }
  const code = await compile(file, { ...mdxOptions, outputFormat: 'function-body' })
  const { default: Text } = await run(code, { ...runtime, baseUrl: import.meta.url })
  const html = renderToStaticMarkup(createElement(Text, { components: { Terminal } }))
  // All code has this attribute. It is checked here once and left out in the tests below.
  expect(html).not.toMatch(/<(code|kbd|samp)>/)
  return html.replaceAll(' translate="no"', '')
}

test('a recording becomes elements of the lesson that mark omitted lines and failed commands', async () => {
  expect(await htmlOf('<Terminal id="two-layers" />')).toBe(
    '<figure title="An image of two layers" data-seen="Docker Engine 28.5.2 with client 26.1.5, November 26, 2026">' +
      '<kbd>docker history page\n</kbd>' +
      '<samp>IMAGE          CREATED       CREATED BY\n' +
      '4f0d9a3a1c11   2 hours ago   COPY serve /usr/local/bin/serve\n</samp>' +
      '<small>… 1 more line\n</small>' +
      '<kbd>docker run page false\n</kbd>' +
      '<small>exit code 1\n</small>' +
      '</figure>',
  )
})

test('an option of a command does not break across lines', async () => {
  const html = await htmlOf('<Terminal id="two-limits" />', 'content/07-storage/04-tmpfs')
  expect(html).toContain(
    '<kbd>docker run <span>--rm</span> <span>--memory</span> 32m <span>--memory-swap</span>',
  )
})

test('an option in inline code stays unbroken, but not in a code block', async () => {
  const html = await htmlOf('Give it `docker run --rm`.\n\n```text\ndocker run --rm\n```\n')
  expect(html).toContain('<code>docker run <span>--rm</span></code>')
  expect(html).toContain('docker run --rm\n</code></pre>')
})

test('an explained command becomes a list in which each part is described by its meaning', async () => {
  const html = await htmlOf(
    '<CommandParts caption="The parts">\n\n- `run` Make a container.\n- `busybox:1` The *image*.\n\n</CommandParts>',
  )
  expect(html.replaceAll('\n', '')).toBe(
    '<fieldset class="command-parts"><legend>The parts</legend><dl>' +
      '<div><dt><label><input type="radio" aria-describedby="command-1-1" name="command-1"/><code>run</code></label></dt>' +
      '<dd id="command-1-1" data-part="run"><span> Make a container.</span></dd></div>' +
      '<div><dt><label><input type="radio" aria-describedby="command-1-2" name="command-1"/><code>busybox:1</code></label></dt>' +
      '<dd id="command-1-2" data-part="busybox:1"><span> The <em>image</em>.</span></dd></div>' +
      '</dl></fieldset>',
  )
})
