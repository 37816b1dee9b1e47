import { type FormEvent, useEffect, useId, useRef } from 'react'
import { learnerDraftKey } from '#domain/quiz/drafts.ts'
import type { LearnerName } from '#domain/quiz-link/link-attempt.ts'
import { nameLimit, type QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { toSingleLine } from '#domain/quiz-link/single-line-text.ts'
import { useTextDraft } from '#store/use-text-draft.ts'
import { Button } from '#ui/button.tsx'

/** Asks for the learner's name, if the link wants it, and starts the quiz. */
export function StartForm({
  quizKey,
  asks,
  isReady,
  takesFocus,
  onStart,
}: {
  quizKey: string
  asks: QuizLink['asks']
  isReady: boolean
  takesFocus: boolean
  onStart: (learner: LearnerName) => void
}) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [takesFocus])
  const name = useTextDraft(learnerDraftKey(quizKey, 'name'))
  const group = useTextDraft(learnerDraftKey(quizKey, 'group'))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const line = toSingleLine(name.text, nameLimit)
    const of = toSingleLine(group.text, nameLimit)
    if (asks !== 'nothing' && line === '') return
    // The next person in this browser starts with empty fields.
    name.discardDraft()
    group.discardDraft()
    onStart({ ...(line && { name: line }), ...(of && { group: of }) })
  }
  return (
    <form ref={form} onSubmit={submit} className="grid gap-4">
      {asks !== 'nothing' && (
        <LearnerNameField
          name="Your name"
          value={name.text}
          onChange={name.saveDraft}
          autoComplete="name"
          isRequired
        />
      )}
      {asks === 'name-and-group' && (
        <LearnerNameField
          name="Your class or group"
          value={group.text}
          onChange={group.saveDraft}
          isRequired={false}
        />
      )}
      <p>
        <Button variant="main" type="submit" disabled={!isReady}>
          {isReady ? 'Start the quiz' : 'Loading the questions…'}
        </Button>
      </p>
    </form>
  )
}

function LearnerNameField({
  name,
  value,
  onChange,
  isRequired,
  autoComplete,
}: {
  name: string
  value: string
  onChange: (value: string) => void
  isRequired: boolean
  autoComplete?: string
}) {
  const hint = useId()
  return (
    <div>
      <label className="block">
        <span className="block">{name}</span>
        <input
          type="text"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          required={isRequired}
          pattern={isRequired ? '.*\\S.*' : undefined}
          // Not the attribute `maxLength`, which would silently cut what is pasted.
          ref={(input) => input?.setCustomValidity(lengthProblemOf(value))}
          autoComplete={autoComplete ?? 'off'}
          autoCapitalize="words"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          aria-describedby={hint}
          className="touch-target w-full max-w-sm field-box px-3"
        />
      </label>
      <p id={hint} className="text-sm text-ink-soft">
        {isRequired ? 'It appears in your result and nowhere else.' : 'Optional.'}
      </p>
    </div>
  )
}

/** The empty string means that there is none. */
function lengthProblemOf(name: string): string {
  const { length } = toSingleLine(name, Number.POSITIVE_INFINITY)
  return length > nameLimit ? `At most ${nameLimit} characters, please. This has ${length}.` : ''
}
