import { applyNormalizations, type Normalization, type NormalizationResult } from '../typed/normalization.ts'
import { characterNormalizations, replaceDashes } from '../typed/normalize-characters.ts'
import { replaceLookalikeLetters } from './lookalike-letters.ts'
import { numberNormalizations } from './number-normalizations.ts'
import { stripPrompt } from './strip-prompt.ts'

/** What a typed answer is compared to. */
type Expected = { as: 'word' | 'command'; accept: readonly string[]; near: readonly { match: string }[] }

/**
 * The interpretations of a typed answer, to be compared in this order: first as typed, so that no normalization hides the
 * point of an item; then as the learner most likely meant it, given keyboards, browsers and terminals.
 */
export function interpretTypedAnswer(typed: string, expected: Expected): NormalizationResult[] {
  const literalInterpretation = { text: typed, changes: [] }
  const plain = applyNormalizations(literalInterpretation, [...characterNormalizations, latinLetters])
  const interpretations = [false, true].map((keepsFlagClusters) => {
    const dashes = {
      description: 'with plain hyphens',
      apply: (text: string) => replaceDashes(text, keepsFlagClusters),
    }
    return applyNormalizations(plain, [dashes, ...normalizationsFor(expected)])
  })
  const knownTexts = new Set([typed])
  const others = interpretations.filter(({ text }) => !knownTexts.has(text) && knownTexts.add(text))
  return [literalInterpretation, ...others]
}

/** `Read as …` for the feedback; empty if the answer was not changed, or only its spaces were. */
export function describeInterpretation({ text, changes }: NormalizationResult): string {
  const shown = text.replace(/\s+/g, ' ').trim().replaceAll('`', "'")
  return changes.length === 0 || shown === '' ? '' : `Read as \`${shown}\`: ${changes.join(', ')}.`
}

const latinLetters: Normalization = { description: 'with Latin letters', apply: replaceLookalikeLetters }

const trimmed: Normalization = { description: '', apply: (text) => text.trim() }

/** Only after a word: the period of `docker build .` is a path. */
const withoutPeriod: Normalization = {
  description: 'without the final period',
  apply: (text) => text.replace(/(?<=[\p{L}\p{N}'"`)\]}_])\.\s*$/u, ''),
}

const withoutBackticks: Normalization = {
  description: 'without the backticks around it',
  apply: (text) =>
    text
      .replace(
        /^```(?:\s*(?:bash|cmd|console|powershell|sh|shell(?:-session)?|text|zsh)(?=\s))?\s*([^`]*?)\s*```$/s,
        '$1',
      )
      .replace(/^(`+)\s*([^`]+?)\s*\1$/s, '$2'),
}

const withoutQuotes: Normalization = {
  description: 'without the quotes around it',
  apply: (text) =>
    text
      .replace(/^(["'])([^"']+)\1$/, '$2')
      .replace(
        /^(?:\u300c([^\u300c\u300d]+)\u300d|\u300e([^\u300e\u300f]+)\u300f|\u3010([^\u3010\u3011]+)\u3011)$/,
        '$1$2$3',
      ),
}

/** A backslash, or the backtick of PowerShell and the caret of cmd; a field puts a space where the line ended. */
const withLinesJoined: Normalization = {
  description: 'on one line',
  apply: (text) =>
    text
      .replace(/(?<=\s)[\\`^](?:\s+|$)/g, '')
      .replace(/\\[ \t]*\n/g, '\\\n')
      .replace(/[`^][ \t]*\n/g, ' '),
}

function normalizationsFor({ as, accept, near }: Expected): Normalization[] {
  const withoutWrapping = [trimmed, withoutPeriod, withoutBackticks]
  if (as === 'word')
    return [...withoutWrapping, withoutQuotes, withoutPeriod, ...numberNormalizations(accept)]
  const prompt = { description: 'without the prompt', apply: stripPrompt }
  return [
    ...withoutWrapping,
    prompt,
    withLinesJoined,
    withoutPeriod,
    withLowercaseFirstLetter([...accept, ...near.map(({ match }) => match)]),
    trimmed,
  ]
}

/** Phones capitalize the first letter; only names of programs are known to be lowercase. */
function withLowercaseFirstLetter(commands: readonly string[]): Normalization {
  const programs = new Set(['docker', 'sudo', ...commands.map((command) => command.split(/\s/)[0])])
  return {
    description: 'with a lowercase first letter',
    apply: (text) =>
      text.replace(/^[A-Z][a-z-]*(?=\s|$)/, (word) =>
        programs.has(word.toLowerCase()) ? word.toLowerCase() : word,
      ),
  }
}
