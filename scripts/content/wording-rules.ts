import type { Course } from './catalog-rules.ts'
import type { ContentFiles } from './content-files.ts'
import { formatFound, type Problem } from './problem.ts'

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** Wording that reviews found more than once, and what to write instead. */
const wordingRules: { pattern: RegExp; better: string }[] = [
  { pattern: /\b(behavi|col|fav|flav|hon|lab|neighb|rum)our/i, better: 'American spelling: color, neighbor' },
  {
    pattern:
      /\b(author|categor|central|custom|general|initial|maxim|minim|optim|organ|real|recogn|special|standard|summar|util|virtual)is(e[ds]?|ing|ation)\b/i,
    better: 'American spelling: organize, recognize',
  },
  {
    pattern: /\b(analys(ed|ing)|practis(e[ds]?|ing)|artefacts?|catalogue|centre|defence|grey|licence)\b/i,
    better: 'American spelling: practice, license',
  },
  // Labs have a field with the name `learnt`.
  {
    pattern: /\b(learnt(?!:)|spelt|whilst|amongst|cancelled|labelled)\b/i,
    better: 'American: learned, while',
  },
  {
    pattern: /\b(currently|nowadays|at the moment|as of engine)\b/i,
    better: 'the version or day it was checked',
  },
  { pattern: /\b(is|are) to be [a-z]+(ed|en)\b/i, better: 'who does it: “patch the kernel”' },
  {
    pattern: /\b(afterwards|backwards|towards|e-mails?|stand-alone|start-up|clean-up|host names?)\b/i,
    better: 'American: afterward, email, standalone, startup, hostname',
  },
  { pattern: /\bswitch(ed|es|ing)? (it |them )?(on|off)\b/i, better: 'turn on, turn off' },
  {
    pattern: /\b(anew|beside|for instance|lies? (beside|below|outside|under|above))\b/i,
    better: 'again, next to, for example, is stored',
  },
  { pattern: /\d %/, better: 'no space before the sign: 70%' },
  {
    pattern: new RegExp(String.raw`\b\d{1,2} (${months})\b`),
    better: 'the month first: May 6, 2026',
  },
  {
    pattern: new RegExp(
      String.raw`\b(shuts|shut down|closes|ends|expires|stops|goes|retires|will [a-z]+)( down| away)? (on|in) (${months})\b`,
    ),
    better: 'words that stay true after the day: “its last day is May 6, 2026”',
  },
]

/** Checks for American English and for words that will become outdated. Code and addresses are skipped. */
export function wordingProblems(content: ContentFiles, course: Course): Problem[] {
  const folders = course.pages.map(({ file }) => file.replace(/[^/]+$/, ''))
  const texts = course.pages.map(({ file }) => file)
  const otherFiles = folders.flatMap((folder) => [`${folder}quiz.yaml`, `${folder}lab.yaml`])
  const areas = course.areaFiles.map(({ file }) => file.file)
  return [...texts, ...otherFiles, ...areas, 'content/glossary.yaml'].flatMap((file) =>
    fileProblems(file, content.read(file) ?? ''),
  )
}

function fileProblems(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const prose = line.replace(/`[^`]*`|https?:\S+/g, '')
    return wordingRules.flatMap(({ pattern, better }) => {
      const found = pattern.exec(prose)?.[0]
      return found ? [{ file, line: index + 1, expected: better, found: formatFound(found) }] : []
    })
  })
}
