import * as v from 'valibot'

type Schema = v.GenericSchema
/** The properties of valibot's schemas that this file uses, for schemas of any type. */
type Parts = {
  type: string
  entries?: Record<string, Schema>
  options?: Schema[]
  value?: Schema
  item?: Schema
  wrapped?: Schema
}

/** The paths of all fields that the schema allows, such as `era.cut` or `answers[].response<array>`. */
export function fieldsOfSchema(schema: Schema, path = ''): string[] {
  return [path, ...childrenOf(schema, path).flatMap(([child, at]) => fieldsOfSchema(child, at))].filter(
    Boolean,
  )
}

/** The same paths, but only of fields that the value has. */
export function fieldsOfValue(schema: Schema, value: unknown, path = ''): string[] {
  const inside = childrenOf(schema, path).flatMap(([child, at, key]) =>
    valuesAt(child, value, key).flatMap((each) => fieldsOfValue(child, each, at)),
  )
  return [path, ...inside].filter(Boolean)
}

/** The child schemas, each with its path and the key of its value in the parent’s value. */
function childrenOf(schema: Schema, path: string): [child: Schema, path: string, key: string][] {
  const { type, entries, options, value, item, wrapped } = schema as unknown as Parts
  if (entries)
    return Object.entries(entries).map(([key, child]) => [child, path ? `${path}.${key}` : key, key])
  if (type === 'union' || type === 'variant')
    return (options ?? []).map((child) => [child, `${path}<${nameOf(child)}>`, 'same'])
  if (type === 'record' && value) return [[value, `${path}{}`, 'all']]
  if (item) return [[item, `${path}[]`, 'all']]
  return wrapped ? [[wrapped, path, 'same']] : []
}

function nameOf(schema: Schema): string {
  const { type, entries } = schema as unknown as Parts
  const kind = entries?.kind as { literal?: string } | undefined
  return kind?.literal ?? type
}

function valuesAt(child: Schema, value: unknown, key: string): unknown[] {
  if (key === 'same') return v.is(child, value) && value !== null ? [value] : []
  if (key === 'all') return Object.values(value as object)
  return Object.hasOwn(value as object, key) ? [(value as Record<string, unknown>)[key]] : []
}
