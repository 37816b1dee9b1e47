// @vitest-environment jsdom
import { globSync, readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { ignoringComposition, isTextInput, keyName, onKeyDown, pressedDigit } from '#ui/keyboard.ts'

test.each([
  ['Latin', { key: 'k', code: 'KeyK' }, 'k'],
  ['Latin with Shift', { key: 'K', code: 'KeyK' }, 'k'],
  ['Dvorak, where k is on the key of v', { key: 'k', code: 'KeyV' }, 'k'],
  ['Dvorak, where the key of k gives t', { key: 't', code: 'KeyK' }, 't'],
  ['Russian', { key: 'л', code: 'KeyK' }, 'k'],
  ['Greek', { key: 'κ', code: 'KeyK' }, 'k'],
  ['Hebrew', { key: 'ל', code: 'KeyK' }, 'k'],
  ['Arabic', { key: 'ن', code: 'KeyK' }, 'k'],
  ['Hebrew, where the key of q gives a slash', { key: '/', code: 'KeyQ' }, '/'],
  ['Russian, where the key of the slash gives a period', { key: '.', code: 'Slash' }, '.'],
  ['Arabic, where the key of the slash gives a letter', { key: 'ظ', code: 'Slash' }, '/'],
  ['AZERTY, where the slash needs Shift', { key: '/', code: 'Period' }, '/'],
  ['a named key', { key: 'Enter', code: 'NumpadEnter' }, 'enter'],
])('a shortcut on a keyboard layout for %s', (_, key, name) => {
  expect(keyName(key)).toBe(name)
})

test.each([
  ['Latin', { key: '3', code: 'Digit3', shiftKey: false }, 3],
  ['AZERTY without Shift', { key: '"', code: 'Digit3', shiftKey: false }, 3],
  ['AZERTY with Shift', { key: '3', code: 'Digit3', shiftKey: true }, 3],
  ['Czech without Shift', { key: 'š', code: 'Digit3', shiftKey: false }, 3],
  ['Arabic', { key: '٣', code: 'Digit3', shiftKey: false }, 3],
  ['the number pad', { key: '3', code: 'Numpad3', shiftKey: false }, 3],
  ['the number pad without Num Lock', { key: 'PageDown', code: 'Numpad3', shiftKey: false }, undefined],
  ['Latin with Shift', { key: '#', code: 'Digit3', shiftKey: true }, undefined],
  ['zero', { key: '0', code: 'Digit0', shiftKey: false }, undefined],
])('a digit on %s', (_, key, digit) => {
  expect(pressedDigit(key)).toBe(digit)
})

test.each([
  ['in a composition', { isComposing: true, keyCode: 13 }, 0],
  ['ending a composition in Safari', { isComposing: false, keyCode: 229 }, 0],
  ['by itself', { isComposing: false, keyCode: 13 }, 1],
])('Enter %s', (_, settings, times) => {
  const handle = vi.fn()
  const stop = onKeyDown(handle)
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...settings }))
  stop()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  expect(handle).toHaveBeenCalledTimes(times)
})

test('React events are recognized by their native event', () => {
  const handle = vi.fn()
  const press = ignoringComposition(handle)
  const event = {
    key: 'a',
    code: '',
    keyCode: 65,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
  }
  press({ ...event, nativeEvent: { isComposing: true } })
  expect(handle).not.toHaveBeenCalled()
  press({ ...event, nativeEvent: { isComposing: false } })
  expect(handle).toHaveBeenCalledOnce()
})

test('keys are text input in fields, including fields in a shadow root', () => {
  document.body.innerHTML = '<input><input type="checkbox"><textarea></textarea><p></p><div></div>'
  const root = document.querySelector('div')?.attachShadow({ mode: 'open' })
  if (root) root.innerHTML = '<textarea></textarea>'
  const targets = [...document.body.children, root?.firstElementChild].filter(
    (element) => element?.tagName !== 'DIV',
  )
  const heard: boolean[] = []
  const stop = onKeyDown((event) => heard.push(isTextInput(event)))
  for (const target of targets)
    target?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true }))
  stop()
  expect(heard).toEqual([true, false, true, false, true])
})

/** Matches where a key handler is set, and captures the rest of the line. */
const places =
  /\b(?:onKey(?:Down|Up|Press)(?:Capture)?(?:=\{|:)|addEventListener\(\s*'key\w+',|attachCustomKeyEventHandler\()([^\n]*)/g

/** Whether the handler is guarded, either in place or by a named function in the same file. */
function isGuarded(handler: string, file: string): boolean {
  if (/\b(?:ignoringComposition|createQuizKeyHandler)\(/.test(handler)) return true
  const names = handler.match(/\b\w+\b/g) ?? []
  return names.some((name) => new RegExp(`const ${name} = ignoringComposition\\(`).test(file))
}

test('every key handler ignores input method composition', () => {
  const found = globSync('src/**/*.{ts,tsx}').flatMap((path) => {
    const file = readFileSync(path, 'utf8')
    return [...file.matchAll(places)].map(([, handler = '']) => ({
      path,
      handler,
      ok: isGuarded(handler, file),
    }))
  })
  expect(found.length).toBeGreaterThan(5)
  expect(found.filter(({ ok }) => !ok)).toEqual([])
  expect(readFileSync('src/features/quiz/quiz-shortcuts.ts', 'utf8')).toContain('return ignoringComposition(')
})
