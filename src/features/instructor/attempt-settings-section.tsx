import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { Checkbox } from '#ui/fields/checkbox.tsx'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { TextField } from '#ui/fields/text-field.tsx'
import { DateTimeField } from './date-time-field.tsx'
import type { DraftChange, QuizDraft } from './quiz-draft.ts'

const feedbackOptions = [
  { value: 'each', text: 'after each item' },
  { value: 'end', text: 'at the end' },
  { value: 'never', text: 'never' },
] as const satisfies { value: QuizLink['feedback']; text: string }[]

const learnerFieldOptions = [
  { value: 'nothing', text: 'nothing (results have no name)' },
  { value: 'name', text: 'their name' },
  { value: 'name-and-group', text: 'their name and their class or group' },
] as const satisfies { value: QuizLink['asks']; text: string }[]

/** How learners take the quiz: order, feedback, limits. */
export function AttemptSettingsSection({
  draft,
  onChange,
}: {
  draft: QuizDraft
  onChange: (change: DraftChange) => void
}) {
  return (
    <section className="grid gap-5" aria-labelledby="link-taking">
      <h3 id="link-taking">How learners take it</h3>
      <div>
        <Checkbox
          text="Shuffle items and options for each learner"
          isChecked={draft.shuffle}
          onToggle={(shuffle) => onChange({ shuffle })}
        />
        <Checkbox
          text="Ask how sure they are before each answer is checked"
          isChecked={draft.asksConfidence}
          onToggle={(asksConfidence) => onChange({ asksConfidence })}
        />
      </div>
      <RadioGroup
        name="Show correct answers and explanations"
        value={draft.feedback}
        options={feedbackOptions}
        onValueChange={(feedback) => onChange({ feedback })}
      />
      <RadioGroup
        name="Ask learners for"
        value={draft.asks}
        options={learnerFieldOptions}
        onValueChange={(asks) => onChange({ asks })}
      />
      <TextField
        name="Pass mark, as a percentage of the points"
        hint="Enter 0 if the quiz is not pass or fail."
        value={draft.passPercent}
        onValueChange={(passPercent) => onChange({ passPercent })}
        inputMode="numeric"
        className="max-w-28"
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField
          name="Time limit in minutes"
          hint="Leave blank for no limit."
          value={draft.minutes}
          onValueChange={(minutes) => onChange({ minutes })}
          inputMode="numeric"
        />
        <TextField
          name="Attempts"
          hint="Leave blank for no limit."
          value={draft.tries}
          onValueChange={(tries) => onChange({ tries })}
          inputMode="numeric"
        />
        <DateTimeField
          name="Due"
          hint="Optional, in your time zone. Results finished later are marked late."
          value={draft.due}
          isIncomplete={draft.isDueHalf}
          onValueChange={(due, isDueHalf) => onChange({ due, isDueHalf })}
        />
      </div>
      <p className="text-sm text-ink-soft">
        The learner’s own browser keeps track of time and attempts. A learner who clears it, or switches
        browsers, starts over.
      </p>
    </section>
  )
}
