import { type Area, areaFileSchema } from '#domain/catalog/area.ts'
import type { Catalog, Primer } from '#domain/catalog/catalog.ts'
import { glossarySchema } from '#domain/catalog/glossary.ts'
import { frontMatterSchema, type Lesson } from '#domain/catalog/lesson.ts'
import { primerSchema } from '#domain/catalog/primer.ts'
import { toLabSummary } from '#domain/lab/lab-summary.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { Role } from '#domain/role.ts'
import { depthRoles } from './allowed-components.ts'
import { type Course, catalogProblems } from './catalog-rules.ts'
import { commandPartsProblems } from './command-parts-rules.ts'
import { type ContentFiles, filesOnDisk } from './content-files.ts'
import { depthProblems, homeDepthProblems } from './depth-rules.ts'
import { figureProblems } from './figure-rules.ts'
import { giveawayProblems, type ItemGroup, multiProblems } from './giveaway/giveaway-rules.ts'
import type { LessonBody } from './lesson-body.ts'
import { lessonStructureProblems } from './lesson-structure-rules.ts'
import { linkProblems } from './link-rules.ts'
import {
  misconceptionProblems,
  readMisconceptions,
  spellOutMisconceptions,
  unusedMisconceptionProblems,
} from './misconception-rules.ts'
import { areaFolders, type PageFile, primerFiles } from './page-files.ts'
import { duplicateIdProblems, type PermanentId, permanentIds } from './permanent-ids.ts'
import type { Problem } from './problem.ts'
import { type ContentPage, readContentPage, readYamlFile, type UnreadablePage } from './read-content-page.ts'
import { recordingProblems } from './recording-rules.ts'
import { shippedIdProblems, shippedIdsFile } from './shipped-ids.ts'
import { sourceProblems } from './source-rules.ts'
import { wordingProblems } from './wording-rules.ts'

export type { ContentPage } from './read-content-page.ts'

export type CompiledCourse = {
  catalog: Catalog
  pages: ContentPage[]
  /** Every id that progress may refer to. */
  ids: PermanentId[]
  problems: Problem[]
}

/** Reads and checks all of `content/`. Mistakes of authors are reported in `problems` and never thrown. */
export function compileCourse(root: string): CompiledCourse {
  return compileContent(filesOnDisk(root), latestCurrentDate(new Date()))
}

/** `today` is YYYY-MM-DD; the check of a source cannot be later. */
export function compileContent(content: ContentFiles, today: string): CompiledCourse {
  const problems: Problem[] = []
  const course = readContent(content, problems)
  const { catalog, pages } = course
  const ids = permanentIds(course)
  problems.push(...itemGroups(course).flatMap(giveawayProblems), ...multiProblems(pages))
  for (const page of pages) problems.push(...linkProblems(page, course))
  problems.push(...pages.flatMap(figureProblems), ...pages.flatMap(recordingProblems))
  problems.push(...pages.flatMap(commandPartsProblems))
  problems.push(...catalogProblems(course), ...sourceProblems(course, today), ...duplicateIdProblems(ids))
  problems.push(...wordingProblems(content, course))
  const misconceptions = readMisconceptions(content, problems)
  problems.push(...misconceptionProblems(pages, misconceptions))
  // Only if there are no other problems: what an unreadable file refers to is not known here, but is still used.
  if (problems.length === 0) problems.push(...unusedMisconceptionProblems(pages, misconceptions))
  if (problems.length === 0) problems.push(...shippedIdProblems(ids, content.read(shippedIdsFile)))
  return { catalog, pages: spellOutMisconceptions(pages, misconceptions.value), ids, problems }
}

/** The latest current date in any time zone: an author in Auckland may be a day ahead of the build’s clock. */
function latestCurrentDate(now: Date): string {
  return new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)
}

/** The items that a learner sees together: those of each area, and those of the primers. */
export function itemGroups({ catalog, pages }: Pick<Course, 'catalog' | 'pages'>): ItemGroup[] {
  const names = [...catalog.areas.map((area) => area.slug), 'start']
  return names.map((name) => ({
    name,
    pages: pages.filter(({ address }) => address.startsWith(`/${name}/`)),
  }))
}

function readContent(content: ContentFiles, problems: Problem[]): Course {
  const areas: Area[] = []
  const lessons: ParsedLesson[] = []
  const unreadablePages: UnreadablePage[] = []
  const areaFiles: Course['areaFiles'] = []
  for (const { folder, number, slug, lessons: files } of areaFolders(content)) {
    const read = files.map((page) => readLesson(content, slug, page, problems))
    const own = read.filter((page) => page.kind === 'lesson')
    lessons.push(...own)
    unreadablePages.push(...read.filter((page) => page.kind === 'unreadable'))
    const area = readYamlFile(content, `${folder}/area.yaml`, areaFileSchema, problems)
    if (!area?.value) continue
    areas.push({ ...area.value, number, slug, lessons: own.map(({ lesson }) => lesson.id) })
    areaFiles.push({ id: area.value.id, file: area.document })
  }
  const primerPages = primerFiles(content).map((page) => readPrimer(content, page, problems))
  const primers = primerPages.filter((page) => page.kind === 'primer')
  unreadablePages.push(...primerPages.filter((page) => page.kind === 'unreadable'))
  const terms = readYamlFile(content, 'content/glossary.yaml', glossarySchema, problems)
  return {
    catalog: {
      areas,
      lessons: lessons.map(({ lesson }) => lesson),
      primers: primers.map(({ primer }) => primer),
      glossary: terms?.value ?? [],
      labs: [...primers, ...lessons].flatMap(({ page }) =>
        page.lab ? [toLabSummary(page.lab.value, page.owner)] : [],
      ),
    },
    pages: [...lessons, ...primers].map(({ page }) => page),
    areaFiles,
    glossaryFile: terms?.value && terms.document,
    unreadablePages,
  }
}

type ParsedLesson = { kind: 'lesson'; lesson: Lesson; page: ContentPage }

function readLesson(
  content: ContentFiles,
  area: string,
  { slug, ...at }: PageFile,
  problems: Problem[],
): ParsedLesson | UnreadablePage {
  const read = readContentPage(content, at, frontMatterSchema, problems)
  if (read.kind === 'unreadable') return read
  const { front, page } = read
  problems.push(
    ...lessonStructureProblems(at.file, front, page.body),
    ...depthProblems(at.file, page.body, page.items),
    ...(page.quiz ? homeDepthProblems(page.items, page.quiz, page.body) : []),
  )
  const { words } = page.body
  const outline = toOutline(page.body)
  const itemsByRole = countItemsByRole(page.items)
  const items = page.items.length
  const lesson = { ...front, area, slug, ...outline, words: words.all, items, itemsByRole }
  return { kind: 'lesson', lesson, page }
}

function countItemsByRole(items: readonly Item[]): Record<Role, number> {
  const count = (role: Role) => items.filter((item) => item.roles.includes(role)).length
  return { beginner: count('beginner'), practitioner: count('practitioner'), manager: count('manager') }
}

type ParsedPrimer = { kind: 'primer'; primer: Primer; page: ContentPage }

function readPrimer(
  content: ContentFiles,
  { slug, ...at }: PageFile,
  problems: Problem[],
): ParsedPrimer | UnreadablePage {
  const read = readContentPage(content, at, primerSchema, problems)
  if (read.kind === 'unreadable') return read
  const { front, page } = read
  const { headings } = toOutline(page.body)
  return { kind: 'primer', primer: { ...front, slug, headings, items: page.items.length }, page }
}

/** The headings, notes and depths that speak of the figure, as pages need them: without line numbers. */
function toOutline({
  headings,
  notes,
  figures,
}: LessonBody): Pick<Lesson, 'headings' | 'notes' | 'figureDepths'> {
  // A mark in a closed answer does not count: the figure beside the question would give the answer away.
  const figureDepths = depthRoles.filter((depth) =>
    figures.some(({ role, isCollapsed }) => role === depth && !isCollapsed),
  )
  return {
    headings: headings.map(({ line: _, ...heading }) => heading),
    ...(figureDepths.length > 0 && { figureDepths }),
    notes: notes.map(({ slug, title }) => ({ slug, title })),
  }
}
