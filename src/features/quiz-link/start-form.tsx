import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { LearnerName } from '#domain/quiz-link/link-attempt.ts'
import { nameLimit, type QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { toSingleLine } from '#domain/quiz-link/single-line-text.ts'
import { Button } from '#ui/button.tsx'

/** Who takes the quiz, where the link asks, and the start. */
export function StartForm({
  asks,
  isReady,
  takesFocus,
  onStart,
}: {
  asks: QuizLink['asks']
  isReady: boolean
  takesFocus: boolean
  onStart: (learner: LearnerName) => void
}) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [takesFocus])
  const [name, setName] = useState('')
  const [group, setGroup] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const line = toSingleLine(name, nameLimit)
    const of = toSingleLine(group, nameLimit)
    if (asks !== 'nothing' && line === '') return
    onStart({ ...(line && { name: line }), ...(of && { group: of }) })
  }
  return (
    <form ref={form} onSubmit={submit} className="grid gap-4">
      {asks !== 'nothing' && (
        <LearnerNameField name="Your name" value={name} onChange={setName} autoComplete="name" isRequired />
      )}
      {asks === 'name-and-group' && (
        <LearnerNameField name="Your class or group" value={group} onChange={setGroup} isRequired={false} />
      )}
      <p>
        <Button variant="main" type="submit" disabled={!isReady}>
          {isReady ? 'Start the quiz' : 'Loading the questions …'}
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
          maxLength={nameLimit}
          autoComplete={autoComplete ?? 'off'}
          autoCapitalize="words"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          aria-describedby={hint}
          className="touch-target w-full max-w-sm border border-rule-strong bg-paper-raised px-3"
        />
      </label>
      <p id={hint} className="text-sm text-ink-soft">
        {isRequired ? 'It appears in your result and nowhere else.' : 'Optional.'}
      </p>
    </div>
  )
}
