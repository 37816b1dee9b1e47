import { globSync, readFileSync } from 'node:fs'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'

type Field = { path: string; kind: string; attributes: Record<string, string | undefined>; spreads: string[] }

/** All fields in a file that accept text. */
function fieldsIn(path: string): Field[] {
  const source = readFileSync(path, 'utf8')
  const fields: Field[] = []
  new Visitor({
    JSXOpeningElement({ name, attributes }) {
      if (name.type !== 'JSXIdentifier' || !/^(?:input|textarea)$/.test(name.name)) return
      const field: Field = { path, kind: name.name, attributes: {}, spreads: [] }
      for (const attribute of attributes) {
        if (attribute.type === 'JSXSpreadAttribute') {
          field.spreads.push(source.slice(attribute.argument.start, attribute.argument.end))
        } else if (attribute.name.type === 'JSXIdentifier') {
          const { value } = attribute
          field.attributes[attribute.name.name] = value ? source.slice(value.start, value.end) : 'true'
        }
      }
      fields.push(field)
    },
  }).visit(parseSync(path, source).program)
  return fields.filter(({ attributes }) => {
    const isText = !/checkbox|radio|file|range|hidden|\{type\}|date/.test(attributes.type ?? '')
    return isText && attributes.readOnly !== 'true'
  })
}

const fields = globSync('src/**/*.tsx').flatMap(fieldsIn)

test('the source has fields to test', () => {
  expect(fields.length).toBeGreaterThan(10)
})

test('autocorrect is off in every field not marked as prose', () => {
  const left = fields.filter(
    ({ attributes, spreads }) =>
      !spreads.includes('verbatimInputProps') &&
      !attributes.autoCapitalize &&
      !/number/.test(attributes.type ?? ''),
  )
  expect(left).toEqual([])
})

test('the Enter key has a label, and number fields get a numeric keyboard', () => {
  const unnamed = fields.filter(({ kind, attributes }) => kind === 'input' && !attributes.enterKeyHint)
  expect(unnamed).toEqual([])
  const numbers = fields.filter(({ attributes }) => /number/.test(attributes.type ?? ''))
  expect(numbers.filter(({ attributes }) => !attributes.inputMode)).toEqual([])
})
