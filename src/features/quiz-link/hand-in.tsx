import type { Item } from '#domain/quiz/item.ts'
import type { SavedSession } from '#domain/quiz/session.ts'
import type { QuizLink } from '#domain/quiz-link/link.ts'
import { resultOf } from '#domain/quiz-link/make-result.ts'
import { type QuizResult, totalOf } from '#domain/quiz-link/result.ts'
import { encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { encodeResultFile } from '#domain/quiz-link/result-file.ts'
import { copyText } from '#platform/clipboard.ts'
import { downloadText } from '#platform/download.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Icon } from '#ui/icon.tsx'
import { contentsText, fileNameOf } from './hand-in-words.ts'
import { Verdict } from './verdict.tsx'

/** Below the score: passed or not, and the result to hand in. */
export function HandIn({
  link,
  session,
  items,
  isTimeUp,
  onTryAgain,
  onSomeoneElse,
}: {
  link: QuizLink
  session: SavedSession
  items: Item[]
  /** The quiz ended because its time did. */
  isTimeUp: boolean
  /** Left out when no try is left. */
  onTryAgain?: () => void
  onSomeoneElse: () => void
}) {
  const result = resultOf(link, session, new Map(items.map(({ id, rev }) => [id, rev])))
  if (!result) return null
  return (
    <>
      <Verdict total={totalOf(result)} result={result} isTimeUp={isTimeUp} />
      <section aria-labelledby="hand-in" className="flow border-y border-rule py-5">
        <h3 id="hand-in">Hand it in</h3>
        <Code result={result} by={link.by} />
        <p className="flex flex-wrap gap-3">
          {onTryAgain && <Button onClick={onTryAgain}>Take it again</Button>}
          <Button variant="plain" className="text-left" onClick={onSomeoneElse}>
            Somebody else takes it in this browser
          </Button>
        </p>
      </section>
    </>
  )
}

function Code({ result, by }: { result: QuizResult; by: string | undefined }) {
  const { code, hasResponses } = encodeResultCode(result)
  return (
    <>
      <p>
        Send {by ?? 'whoever asked you'} this code, by mail or chat or in a form, or the file. Nothing was
        sent so far.
      </p>
      <label className="block">
        <span className="block">Result code</span>
        <textarea
          readOnly
          value={code}
          rows={4}
          spellCheck={false}
          onFocus={({ target }) => target.select()}
          className="w-full border border-rule-strong bg-paper-raised p-2 font-mono text-sm [overflow-wrap:anywhere]"
        />
      </label>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton
          what="the result code"
          label="Copy the code"
          copy={() => copyText(code)}
          className="rounded-sm border border-rule-strong bg-paper-raised px-4! text-base! text-ink! hover:border-ink"
        />
        <Button
          onClick={() =>
            downloadText(fileNameOf(result), encodeResultFile(result), 'application/octet-stream')
          }
        >
          <Icon name="download" /> Download the file
        </Button>
      </p>
      <p className="text-sm text-ink-soft">{contentsText(result, hasResponses)}</p>
    </>
  )
}
