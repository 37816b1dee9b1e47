import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { areaFileSchema } from '#domain/catalog/area.ts'
import { glossarySchema } from '#domain/catalog/glossary.ts'
import { frontMatterSchema } from '#domain/catalog/lesson.ts'
import { primerSchema } from '#domain/catalog/primer.ts'
import { labSchema } from '#domain/lab/lab.ts'
import { quizFileSchema } from '#domain/quiz/item.ts'
import { misconceptionsFileSchema } from '#domain/quiz/misconception.ts'
import { recordingScriptsFileSchema } from '#domain/recording/recording-script.ts'

const schemas: Record<string, { title: string; schema: GenericSchema }> = {
  lesson: { title: 'Front matter of a lesson.mdx', schema: frontMatterSchema },
  quiz: { title: 'quiz.yaml: the items of a lesson or primer', schema: quizFileSchema },
  lab: { title: 'lab.yaml: the steps of a lab', schema: labSchema },
  sessions: {
    title: 'sessions.yaml: what is recorded on the real machine',
    schema: recordingScriptsFileSchema,
  },
  area: { title: 'area.yaml: what an area promises', schema: areaFileSchema },
  misconceptions: {
    title: 'misconceptions.yaml: what people believe that is wrong',
    schema: misconceptionsFileSchema,
  },
  glossary: { title: 'glossary.yaml: the words of the course', schema: glossarySchema },
  primer: { title: 'Front matter of a primer.mdx', schema: primerSchema },
}

/**
 * The JSON Schemas that editors use for completion, by path from the project’s root. The build itself checks with the
 * valibot schemas; these are the same, without rules that JSON Schema cannot express (that text is trimmed).
 */
export function jsonSchemaFiles(): Record<string, string> {
  const files = Object.entries(schemas).map(([name, { title, schema }]) => {
    const { $schema, ...rest } = toJsonSchema(schema, { ignoreActions: ['trim', 'check'], typeMode: 'input' })
    return [
      `content/schemas/${name}.schema.json`,
      `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`,
    ]
  })
  return Object.fromEntries(files)
}
