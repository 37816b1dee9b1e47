import { type FormEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { findQuizLink } from '#domain/quiz-link/find-quiz-link.ts'
import { useTextDraft } from '#store/use-text-draft.ts'
import { Button } from '#ui/button.tsx'
import { invalidLinkMessage } from './invalid-link-messages.ts'

/** Accepts a link in any form: the address, or the whole message around it. */
export function OpenLinkForm() {
  const navigate = useNavigate()
  const { text, saveDraft, discardDraft } = useTextDraft('pasted-link')
  const [problem, setProblem] = useState('')
  const about = useId()
  function submit(event: FormEvent) {
    event.preventDefault()
    const found = findQuizLink(text)
    if (found.kind === 'ok') {
      discardDraft()
      return navigate({ hash: found.code })
    }
    const { title, nextStepText } = invalidLinkMessage(found)
    setProblem(text.trim() === '' ? 'Paste a link first.' : `${title}. ${nextStepText}`)
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div>
        <label className="block">
          <span className="block">Paste your quiz link</span>
          <textarea
            translate="no"
            value={text}
            onChange={({ target }) => saveDraft(target.value)}
            rows={3}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            aria-describedby={about}
            className="w-full field-box p-2 font-mono text-sm"
          />
        </label>
        <p id={about} className="text-sm text-ink-soft">
          You can paste the whole message it came in.
        </p>
      </div>
      <p role="alert" className="text-incorrect empty:hidden">
        {problem}
      </p>
      <p>
        <Button type="submit">Open the quiz</Button>
      </p>
    </form>
  )
}
