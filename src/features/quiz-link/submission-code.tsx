import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { encodeResultFile } from '#domain/quiz-link/result-file.ts'
import { copyText } from '#platform/clipboard.ts'
import { downloadText } from '#platform/download.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Icon } from '#ui/icon.tsx'
import { submissionContentsText, submissionFileName } from './submission-messages.ts'

/** A result as a code and as a file, and what they contain. */
export function SubmissionCode({ result, by }: { result: QuizResult; by: string | undefined }) {
  const { code, hasResponses } = encodeResultCode(result)
  return (
    <>
      <p>
        Send {by ?? 'whoever assigned the quiz'} this code by email, in a chat or through a form, or send the
        file. Nothing has been sent yet.
      </p>
      <label className="block">
        <span className="block">Result code</span>
        <textarea
          readOnly
          translate="no"
          value={code}
          rows={4}
          spellCheck={false}
          onFocus={({ target }) => target.select()}
          className="w-full field-box p-2 font-mono text-sm [overflow-wrap:anywhere]"
        />
      </label>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton
          contentName="the result code"
          label="Copy the code"
          copy={() => copyText(code)}
          className="rounded-sm field-box px-4! text-base! text-ink! hover:border-ink"
        />
        <Button
          onClick={() =>
            downloadText(submissionFileName(result), encodeResultFile(result), 'application/octet-stream')
          }
        >
          <Icon name="download" /> Download the file
        </Button>
      </p>
      <p className="text-sm text-ink-soft">{submissionContentsText(result, hasResponses)}</p>
    </>
  )
}
