// @vitest-environment jsdom
import { EditorView } from '@codemirror/view'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MachineError } from 'docker-in-browser'
import { scriptedMachine } from 'docker-in-browser/testing'
import { beforeAll, expect, test, vi } from 'vitest'
import EditorPane from '#features/lab/editor/editor-pane.tsx'

const first = '/root/notes.txt'
const second = '/root/other.txt'

// CodeMirror calls this, but jsdom does not have it.
beforeAll(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
})

async function show(files: Record<string, string> = { [first]: 'one', [second]: 'two' }) {
  const machine = scriptedMachine({ files })
  await machine.start()
  render(<EditorPane machine={machine} files={[first, second]} />)
  const written = async (path: string) => new TextDecoder().decode(await machine.readFile(path))
  return { machine, written }
}

const announcement = () => screen.getByRole('status').textContent
const open = () => userEvent.click(screen.getByRole('button', { name: 'Open' }))
const save = () => userEvent.click(screen.getByRole('button', { name: /^Save/ }))
const choose = async (path: string) => {
  const field = screen.getByRole('combobox', { name: 'File' })
  await userEvent.clear(field)
  await userEvent.type(field, path)
}

/** The editor, which is in a shadow root. Undefined until a file is opened. */
function editor(): EditorView | undefined {
  const root = document.querySelector('.lab-editor')?.shadowRoot
  if (!root) return undefined
  return EditorView.findFromDOM(within(root as unknown as HTMLElement).getByRole('textbox')) ?? undefined
}
const text = () => editor()?.state.doc.toString()
const edit = (insert: string) => act(() => editor()?.dispatch({ changes: { from: 0, insert } }))

const noAnswer = () => new MachineError('timeout', 'Nothing came back from the machine within 60 seconds.')

test('an existing file is opened, and a missing one is new', async () => {
  await show()
  await open()
  expect([announcement(), text()]).toEqual([`Opened ${first}.`, 'one'])
  await choose('/root/none.txt')
  await open()
  expect([announcement(), text()]).toEqual(['/root/none.txt is new.', ''])
})

test.each(['timeout', 'not-running', 'crashed'] as const)(
  'after %s, no file is reported as new',
  async (failure) => {
    const { machine } = await show()
    vi.spyOn(machine, 'readFile').mockRejectedValue(new MachineError(failure, 'in its own words'))
    await open()
    expect(announcement()).toBe(
      `${first} was not opened: the machine did not respond. Wait a moment and open it again.`,
    )
    expect(editor()).toBeUndefined()
    expect(screen.queryByRole('button', { name: /^Save/ })).not.toBeInTheDocument()
  },
)

test('a file that fails to open leaves the editor and the file to save unchanged', async () => {
  const { machine, written } = await show()
  await open()
  vi.spyOn(machine, 'readFile').mockRejectedValueOnce(noAnswer())
  await choose(second)
  await open()
  expect(announcement()).toMatch(/other\.txt was not opened: /)
  expect(text()).toBe('one')
  edit('zero ')
  await save()
  expect([await written(first), await written(second)]).toEqual(['zero one', 'two'])
})

test('a save that times out and a save that fails have different messages', async () => {
  const { machine } = await show()
  await open()
  const write = vi.spyOn(machine, 'writeFile')
  write.mockRejectedValueOnce(noAnswer())
  await save()
  expect(announcement()).toBe('Not saved: the machine did not respond. Wait a moment and save again.')
  write.mockRejectedValueOnce(new MachineError('no-such-file', 'bash: line 1: /root: Is a directory'))
  await save()
  expect(announcement()).toBe(
    'Not saved: the machine cannot write there. It reported: bash: line 1: /root: Is a directory',
  )
  expect(text()).toBe('one')
})

test('opening and saving are announced as they begin, so that each save is announced', async () => {
  const { machine } = await show()
  expect(announcement()).toBe('')
  const reading = Promise.withResolvers<Uint8Array>()
  vi.spyOn(machine, 'readFile').mockReturnValueOnce(reading.promise)
  await open()
  expect(announcement()).toBe(`Opening ${first}…`)
  await act(async () => reading.resolve(new TextEncoder().encode('one')))
  expect(announcement()).toBe(`Opened ${first}.`)
  for (const _ of ['once', 'again']) {
    const writing = Promise.withResolvers<void>()
    vi.spyOn(machine, 'writeFile').mockReturnValueOnce(writing.promise)
    await save()
    expect(announcement()).toBe(`Saving ${first}…`)
    await act(async () => writing.resolve())
    expect(announcement()).toBe(`Saved ${first} in the machine.`)
  }
})

test('Ctrl+S in the editor saves like the button', async () => {
  const { written } = await show()
  await open()
  edit('zero ')
  const field = editor()?.contentDOM
  if (!field) throw new Error('no editor')
  await act(async () => fireEvent.keyDown(field, { key: 's', code: 'KeyS', ctrlKey: true }))
  expect([announcement(), await written(first)]).toEqual([`Saved ${first} in the machine.`, 'zero one'])
})

const unsaved = `${first} has unsaved changes. Press Open again to discard them, or Save to keep them.`

test('unsaved changes are discarded only by pressing Open twice', async () => {
  await show()
  await open()
  edit('zero ')
  await choose(second)
  await open()
  expect([announcement(), text()]).toEqual([unsaved, 'zero one'])
  await open()
  expect([announcement(), text()]).toEqual([`Opened ${second}.`, 'two'])
})

test('an edit after the warning requires another warning, even if it is undone', async () => {
  await show()
  await open()
  edit('zero ')
  await open()
  edit('x')
  expect(announcement()).toBe('')
  act(() => editor()?.dispatch({ changes: { from: 0, to: 1 } }))
  await open()
  expect([announcement(), text()]).toEqual([unsaved, 'zero one'])
})

test('a save after the warning requires another warning, unless it saved the changes', async () => {
  const { machine } = await show()
  await open()
  edit('zero ')
  await open()
  vi.spyOn(machine, 'writeFile').mockRejectedValueOnce(noAnswer())
  await save()
  await open()
  expect([announcement(), text()]).toEqual([unsaved, 'zero one'])
  await save()
  await choose(second)
  await open()
  expect(text()).toBe('two')
})

test('text typed while a file is being opened is not lost', async () => {
  const { machine } = await show()
  await open()
  const reading = Promise.withResolvers<Uint8Array>()
  vi.spyOn(machine, 'readFile').mockReturnValueOnce(reading.promise)
  await choose(second)
  await open()
  edit('zero ')
  expect(announcement()).toBe(`Opening ${second}…`)
  await act(async () => reading.resolve(new TextEncoder().encode('two')))
  expect([announcement(), text()]).toEqual([unsaved, 'zero one'])
})

test('text typed while a file is being saved is unsaved', async () => {
  const { machine } = await show()
  await open()
  const writing = Promise.withResolvers<void>()
  vi.spyOn(machine, 'writeFile').mockReturnValueOnce(writing.promise)
  edit('zero ')
  await save()
  edit('minus ')
  await act(async () => writing.resolve())
  await open()
  expect([announcement(), text()]).toEqual([unsaved, 'minus zero one'])
})

test('opening a file with Windows line endings does not change it', async () => {
  await show({ [first]: 'one\r\ntwo\r\n', [second]: 'two' })
  await open()
  await choose(second)
  await open()
  expect(text()).toBe('two')
})
