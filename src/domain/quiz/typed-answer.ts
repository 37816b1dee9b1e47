import { characterRewritings, withHyphens } from '../typed/characters.ts'
import { type Rewriting, type Rewritten, rewritten } from '../typed/rewriting.ts'
import { numberRewritings } from './typed-number.ts'
import { withoutPrompt } from './typed-prompt.ts'

/** What a typed answer is compared with. */
type Expected = { as: 'word' | 'command'; accept: readonly string[]; near: readonly { match: string }[] }

/**
 * The ways to read a typed answer, to be compared in this order: first as it stands, so that no rewriting takes
 * from an author what an item is about; then as its writer's keyboard, browser or terminal most likely had it.
 */
export function readingsOf(typed: string, expected: Expected): Rewritten[] {
  const asTyped = { text: typed, changes: [] }
  const plain = rewritten(asTyped, characterRewritings)
  const readings = [false, true].map((keepsClusters) => {
    const dashes = { says: 'with plain hyphens', rewrite: (text: string) => withHyphens(text, keepsClusters) }
    return rewritten(plain, [dashes, ...rewritingsFor(expected)])
  })
  const seen = new Set([typed])
  const others = readings.filter(({ text }) => !seen.has(text) && seen.add(text))
  return [asTyped, ...others]
}

/** `Read as …` for a learner; nothing where the answer was read as it stands, or only its spaces differ. */
export function readingInWords({ text, changes }: Rewritten): string {
  const shown = text.replace(/\s+/g, ' ').trim().replaceAll('`', "'")
  return changes.length === 0 || shown === '' ? '' : `Read as \`${shown}\`: ${changes.join(', ')}.`
}

const trimmed: Rewriting = { says: '', rewrite: (text) => text.trim() }

/** Only where it closes a word: the period of `docker build .` is a path. */
const withoutStop: Rewriting = {
  says: 'without the final period',
  rewrite: (text) => text.replace(/(?<=[\p{L}\p{N}'"`)\]}_])\.\s*$/u, ''),
}

const withoutBackticks: Rewriting = {
  says: 'without the backticks around it',
  rewrite: (text) =>
    text
      .replace(
        /^```(?:\s*(?:bash|cmd|console|powershell|sh|shell(?:-session)?|text|zsh)(?=\s))?\s*([^`]*?)\s*```$/s,
        '$1',
      )
      .replace(/^(`+)\s*([^`]+?)\s*\1$/s, '$2'),
}

const withoutQuotes: Rewriting = {
  says: 'without the quotes around it',
  rewrite: (text) => text.replace(/^(["'])([^"']+)\1$/, '$2'),
}

/** A backslash, or the backtick of PowerShell and the caret of cmd; a field puts a space where the line ended. */
const withLinesJoined: Rewriting = {
  says: 'on one line',
  rewrite: (text) =>
    text
      .replace(/(?<=\s)[\\`^](?:\s+|$)/g, '')
      .replace(/\\[ \t]*\n/g, '\\\n')
      .replace(/[`^][ \t]*\n/g, ' '),
}

function rewritingsFor({ as, accept, near }: Expected): Rewriting[] {
  const unwrapped = [trimmed, withoutStop, withoutBackticks]
  if (as === 'word') return [...unwrapped, withoutQuotes, withoutStop, ...numberRewritings(accept)]
  const prompt = { says: 'without the prompt', rewrite: withoutPrompt }
  return [
    ...unwrapped,
    prompt,
    withLinesJoined,
    withoutStop,
    withSmallFirstLetter([...accept, ...near.map(({ match }) => match)]),
    trimmed,
  ]
}

/** Phones begin a text with a capital; only the names of programs are known to have none. */
function withSmallFirstLetter(commands: readonly string[]): Rewriting {
  const programs = new Set(['docker', 'sudo', ...commands.map((command) => command.split(/\s/)[0])])
  return {
    says: 'with a lowercase first letter',
    rewrite: (text) =>
      text.replace(/^[A-Z][a-z-]*(?=\s|$)/, (word) =>
        programs.has(word.toLowerCase()) ? word.toLowerCase() : word,
      ),
  }
}
