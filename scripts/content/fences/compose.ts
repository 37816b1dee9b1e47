import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { type Document, isMap, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml'
import { lineOfPath } from '../read-yaml.ts'
import { patchedComposeSchema, variablePattern } from './compose-schema.ts'
import type { Finding } from './fence.ts'
import { yamlFindings } from './yaml.ts'

/** Whether Compose looks for files of this name. */
export function isComposeFile(file: string | undefined): boolean {
  return /(^|\/)(docker-)?compose[\w.-]*\.ya?ml$/.test(file ?? '')
}

/** Checks a Compose file, or part of one, against the JSON Schema of the Compose Specification. */
export function composeFindings(text: string): Finding[] {
  const syntaxErrors = yamlFindings(text)
  if (syntaxErrors.length > 0) return syntaxErrors
  const lineCounter = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter, prettyErrors: false, merge: true, customTags })
  return [...documents].flatMap((document) => {
    applyTags(document)
    const validate = validator()
    if (validate(document.toJS())) return []
    return mostSpecificErrors(validate.errors ?? []).map((error) => {
      const path = pathOf(error)
      const line = lineOfPath(document, path, lineCounter)
      return { line, expected: expectedText(error, path), found: finding(error, path, document) }
    })
  })
}

/** The tags with which an override file removes or replaces values of another file (13-merge.md). */
const customTags = ['!reset', '!override'].flatMap((tag) => [
  { tag, resolve: (text: string) => text },
  { tag, collection: 'map' as const },
  { tag, collection: 'seq' as const },
])

/** Removes reset values. Overrides are checked like other values, so only their tag is ignored. */
function applyTags(document: Document): void {
  visit(document, {
    Pair: (_, pair) => {
      const { value } = pair
      const tag = typeof value === 'object' && value !== null && 'tag' in value ? value.tag : undefined
      return tag === '!reset' ? visit.REMOVE : undefined
    },
  })
}

let compiled: ValidateFunction | undefined

function validator(): ValidateFunction {
  const duration = /^(\d+(\.\d+)?(us|µs|ns|ms|s|m|h))+$|\$/
  const anything = () => true
  compiled ??= new Ajv({
    allErrors: true,
    strict: false,
    formats: { duration, expose: anything, ports: anything, subnet_ip_address: anything },
  }).compile(patchedComposeSchema())
  return compiled
}

/**
 * A value that matches none of several alternatives produces an error for each of them, and one for all. The deepest
 * error is the most useful, and an unknown field is more useful than a wrong type.
 */
function mostSpecificErrors(errors: ErrorObject[]): ErrorObject[] {
  const informativeErrors = errors.filter((error) => !['oneOf', 'anyOf'].includes(error.keyword))
  const deepest = informativeErrors.filter(
    (error) => !informativeErrors.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
  )
  const unknown = informativeErrors.filter((error) => error.keyword === 'additionalProperties')
  const errorPaths = new Set(unknown.map((error) => error.instancePath))
  const rest = deepest.filter((error) => !errorPaths.has(error.instancePath))
  const first = new Map(rest.map((error) => [error.instancePath, error] as const).toReversed())
  const found = [...unknown, ...first.values()]
  return found.length > 0 ? found : errors.slice(0, 1)
}

function pathOf(error: ErrorObject): string[] {
  const path = error.instancePath.split('/').slice(1)
  const names = path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const extra: unknown = error.params.additionalProperty
  return typeof extra === 'string' ? [...names, extra] : names
}

function expectedText(error: ErrorObject, path: string[]): string {
  if (error.keyword === 'additionalProperties') return 'a field of the Compose Specification'
  const field = path.join('.') || 'the file'
  const allowed: unknown = error.params.allowedValues
  if (Array.isArray(allowed)) return `${field}: one of ${allowed.join(', ')}`
  if (error.keyword === 'pattern' && error.params.pattern === variablePattern) {
    return `${field}: a number or true or false, or a variable such as \${NAME}`
  }
  if (error.keyword === 'format') return `${field}: a duration such as 30s or 1m30s`
  return `${field}: ${error.message ?? 'what the Compose Specification allows'}`
}

function finding(error: ErrorObject, path: string[], document: Document): string {
  if (error.keyword === 'additionalProperties') return `the unknown field ${path.join('.')}`
  const node = document.getIn(path, true)
  if (isScalar(node)) return JSON.stringify(node.value)
  return isMap(node) ? 'a map' : node ? 'a list' : 'nothing'
}
