import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstView } from './build/first-view.ts'

/**
 * `npm run bench:scale`: builds the course with ten times its lessons (each copied nine times, with new ids and addresses)
 * and compares the first view of a lesson page. Goal: less than 3% more bytes. Run `npm run build` first.
 */
const copyCount = 10
const root = '.cache/scale'
const page = 'internals/cgroups'

rmSync(root, { recursive: true, force: true })
cpSync('content', join(root, 'content'), { recursive: true })
rmSync(join(root, 'content/shipped-ids.txt'), { force: true })
for (const area of numberedFolders(join(root, 'content'))) copyLessons(join(root, 'content', area))

const env = { ...process.env, CONTENT_ROOT: root, BUILD_FOLDER: `${root}/build` }
const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (status !== 0) process.exit(1)

const now = firstView('build/client', page)
const then = firstView(`${root}/build/client`, page)
for (const kind of Object.keys(now) as (keyof typeof now)[]) {
  console.log(`${kind.padEnd(8)} ${now[kind]} → ${then[kind]} bytes`)
}
const growth = total(then) / total(now) - 1
console.log(
  `/${page} grows by ${(growth * 100).toFixed(2)}% with ${copyCount} times the lessons (goal: under 3%)`,
)
process.exitCode = growth < 0.03 ? 0 : 1

function total(bytes: typeof now): number {
  return Object.values(bytes).reduce((sum, size) => sum + size, 0)
}

function numberedFolders(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^\d\d-/.test(name))
}

function copyLessons(area: string): void {
  const topics = numberedFolders(area)
  for (const topic of topics) {
    const [, topicNumber = '', slug = ''] = /^(\d\d)-(.+)$/.exec(topic) ?? []
    for (let copy = 1; copy < copyCount; copy += 1) {
      const number = String(Number(topicNumber) + copy * topics.length).padStart(2, '0')
      copyTopic(join(area, topic), join(area, `${number}-${slug}-copy${copy}`), copy)
    }
  }
}

/** Copies a lesson under another id: the copy’s number is added to each occurrence of its id. */
function copyTopic(from: string, to: string, copy: number): void {
  const lesson = readFileSync(join(from, 'lesson.mdx'), 'utf8')
  const id = /^id: (\S+)$/m.exec(lesson)?.[1] ?? ''
  const own = new RegExp(`\\b${id.replaceAll('.', '\\.')}(?=[.\\s,])`, 'g')
  mkdirSync(to)
  for (const file of ['lesson.mdx', 'quiz.yaml', 'sessions.yaml', 'recorded.yaml']) {
    if (!existsSync(join(from, file))) continue
    const text = readFileSync(join(from, file), 'utf8')
    writeFileSync(join(to, file), text.replace(own, `${id}-copy${copy}`))
  }
}
