import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Area, areaFileSchema } from '#domain/catalogue/area.ts'
import type { Catalogue, Primer } from '#domain/catalogue/catalogue.ts'
import { glossarySchema, type Term } from '#domain/catalogue/glossary.ts'
import { type FrontMatter, frontMatterSchema, type Lesson } from '#domain/catalogue/lesson.ts'
import { primerSchema } from '#domain/catalogue/primer.ts'
import { type Item, quizFileSchema } from '#domain/quiz/item.ts'
import { fenceProblems } from './fences.ts'
import { type LessonBody, readLessonBody } from './lesson-body.ts'
import { linkProblems } from './links.ts'
import type { Problem } from './problem.ts'
import { giveawayProblems, quizProblems } from './quiz-rules.ts'
import { lessonShapeProblems } from './shape-rules.ts'
import { checkYaml, readYaml } from './yaml-document.ts'

/** A page of text with a quiz: a lesson or a primer, as it was read. */
export type Document = { file: string; owner: string; address: string; body: LessonBody; items: Item[] }

export type CompiledContent = {
  catalogue: Catalogue
  documents: Document[]
  problems: Problem[]
}

/** Reads and checks all of `content/`. Never throws for what an author wrote: it is in `problems`. */
export function compileContent(root: string): CompiledContent {
  const reader = new Reader(root)
  const areas: Area[] = []
  const lessons: Lesson[] = []
  for (const folder of reader.folders('', /^\d\d-/)) {
    const area = reader.area(folder, Number.parseInt(folder, 10))
    const own = reader.folders(folder, /^\d\d-/).flatMap((topic) => reader.lesson(folder, topic) ?? [])
    if (area) areas.push({ ...area, lessons: own.map((lesson) => lesson.id) })
    lessons.push(...own)
    const items = reader.documents.filter((document) => document.file.startsWith(`content/${folder}/`))
    reader.problems.push(
      ...giveawayProblems(
        folder,
        items.flatMap((document) => document.items),
      ),
    )
  }
  const primers = reader.folders('start', /./).flatMap((folder) => reader.primer(folder) ?? [])
  const catalogue = { areas, lessons, primers, glossary: reader.glossary() }
  reader.problems.push(...catalogueProblems(catalogue), ...repeatedIds(reader.documents, catalogue))
  for (const document of reader.documents)
    reader.problems.push(...linkProblems(document, reader.documents, catalogue))
  return { catalogue, documents: reader.documents, problems: reader.problems }
}

class Reader {
  readonly problems: Problem[] = []
  readonly documents: Document[] = []
  private readonly root: string

  constructor(root: string) {
    this.root = root
  }

  folders(folder: string, name: RegExp): string[] {
    const path = join(this.root, 'content', folder)
    if (!existsSync(path)) return []
    const entries = readdirSync(path, { withFileTypes: true })
    const found = entries.filter((entry) => entry.isDirectory() && name.test(entry.name))
    return found.map((entry) => join(folder, entry.name)).toSorted()
  }

  area(folder: string, number: number): Area | undefined {
    const document = this.yaml(join('content', folder, 'area.yaml'))
    const file = document && this.checked(checkYaml(areaFileSchema, document))
    return file && { ...file, number, slug: slugOf(folder), lessons: [] }
  }

  lesson(areaFolder: string, folder: string): Lesson | undefined {
    const read = this.page(join('content', folder, 'lesson.mdx'), frontMatterSchema)
    if (!read) return undefined
    const { front, body, file } = read
    const area = slugOf(areaFolder)
    const slug = slugOf(folder)
    this.problems.push(...lessonShapeProblems(file, front, body))
    const items = this.quiz(join('content', folder, 'quiz.yaml'), front, body)
    this.documents.push({ file, owner: front.id, address: `/${area}/${slug}`, body, items })
    const { headings, notes } = body
    return { ...front, area, slug, headings, notes, words: body.words.all, items: items.length }
  }

  primer(folder: string): Primer | undefined {
    const read = this.page(join('content', folder, 'primer.mdx'), primerSchema)
    if (!read) return undefined
    const { front, body, file } = read
    const slug = slugOf(folder)
    const items = this.quiz(join('content', folder, 'quiz.yaml'), front, body)
    this.documents.push({ file, owner: front.id, address: `/start/${slug}`, body, items })
    return { ...front, slug, headings: body.headings, items: items.length }
  }

  glossary(): Term[] {
    const document = this.yaml(join('content', 'glossary.yaml'))
    return (document && this.checked(checkYaml(glossarySchema, document))) ?? []
  }

  private page<Front>(
    file: string,
    schema: Parameters<typeof checkYaml>[0] & { '~types'?: { output: Front } | undefined },
  ) {
    const text = this.text(file)
    if (text === undefined) return undefined
    const { body, problems } = readLessonBody(file, text)
    this.problems.push(...problems, ...fenceProblems(file, body.fences))
    if (!body.frontMatter) {
      this.problems.push({ file, line: 1, expected: 'front matter between two lines of ---', found: 'none' })
      return undefined
    }
    const read = readYaml(file, body.frontMatter.text, body.frontMatter.line)
    this.problems.push(...read.problems)
    const front = this.checked(checkYaml(schema, read.document)) as Front | undefined
    return front && { front, body, file }
  }

  private quiz(file: string, owner: Pick<FrontMatter, 'id' | 'objectives'>, body: LessonBody): Item[] {
    const document = this.yaml(file)
    const items = document && this.checked(checkYaml(quizFileSchema, document))
    if (!document || !items) return []
    this.problems.push(...quizProblems(items, document, owner, body))
    return items
  }

  private yaml(file: string) {
    const text = this.text(file)
    if (text === undefined) return undefined
    const { document, problems } = readYaml(file, text)
    this.problems.push(...problems)
    return problems.length > 0 ? undefined : document
  }

  private text(file: string): string | undefined {
    const path = join(this.root, file)
    if (existsSync(path)) return readFileSync(path, 'utf8')
    this.problems.push({
      file,
      line: 1,
      expected: `the file ${relative('content', file)}`,
      found: 'no such file',
    })
    return undefined
  }

  private checked<Value>({
    value,
    problems,
  }: {
    value: Value | undefined
    problems: Problem[]
  }): Value | undefined {
    this.problems.push(...problems)
    return value
  }
}

/** `content/03-images/02-multi-stage-builds` → `multi-stage-builds`. */
function slugOf(folder: string): string {
  return (folder.split('/').at(-1) ?? folder).replace(/^\d\d-/, '')
}

/** What one file says of another: ids of areas, needs, glossary words. */
function catalogueProblems({ areas, lessons, glossary }: Catalogue): Problem[] {
  const problems: Problem[] = []
  const lessonIds = new Set(lessons.map((lesson) => lesson.id))
  const terms = new Set(glossary.map((term) => term.id))
  for (const lesson of lessons) {
    const area = areas.find((candidate) => candidate.slug === lesson.area)
    const file = `content/**/${lesson.slug}/lesson.mdx`
    if (area && !lesson.id.startsWith(`${area.id}.`)) {
      problems.push({ file, line: 2, expected: `an id that starts with ${area.id}.`, found: lesson.id })
    }
    for (const objective of lesson.objectives) {
      if (objective.id.startsWith(`${lesson.id}.`)) continue
      problems.push({
        file,
        line: 2,
        expected: `an objective id that starts with ${lesson.id}.`,
        found: objective.id,
      })
    }
    for (const needed of lesson.needs) {
      if (lessonIds.has(needed)) continue
      problems.push({ file, line: 2, expected: 'needs: the id of a lesson', found: needed })
    }
  }
  for (const area of areas) {
    for (const word of area.words) {
      if (terms.has(word)) continue
      problems.push({
        file: `content/**/${area.slug}/area.yaml`,
        line: 1,
        expected: 'words: ids in the glossary',
        found: word,
      })
    }
  }
  for (const term of glossary) {
    if (!term.lesson || lessonIds.has(term.lesson)) continue
    problems.push({
      file: 'content/glossary.yaml',
      line: 1,
      expected: `${term.id}: the id of a lesson`,
      found: term.lesson,
    })
  }
  return problems
}

function repeatedIds(documents: Document[], { areas, lessons, glossary }: Catalogue): Problem[] {
  const places = new Map<string, string>()
  const problems: Problem[] = []
  const claim = (id: string, file: string) => {
    const first = places.get(id)
    if (first)
      problems.push({
        file,
        line: 1,
        expected: `${id} to be used once; it stands in ${first}`,
        found: 'it again',
      })
    else places.set(id, file)
  }
  for (const area of areas) claim(`area ${area.id}`, area.slug)
  for (const lesson of lessons) {
    claim(lesson.id, `content/**/${lesson.slug}/lesson.mdx`)
    for (const objective of lesson.objectives) claim(objective.id, `content/**/${lesson.slug}/lesson.mdx`)
  }
  for (const document of documents) {
    for (const item of document.items) claim(`item ${item.id}`, document.file.replace(/[^/]+$/, 'quiz.yaml'))
  }
  for (const term of glossary) claim(`term ${term.id}`, 'content/glossary.yaml')
  return problems
}
