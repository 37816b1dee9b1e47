import type { QuizLink } from '#domain/quiz-link/link.ts'
import type { Change, Draft } from './draft.ts'
import { CheckBox, RadioField, TextField } from './fields.tsx'

const feedbackOptions = [
  { value: 'each', text: 'after each item' },
  { value: 'end', text: 'at the end' },
  { value: 'never', text: 'never' },
] as const satisfies { value: QuizLink['feedback']; text: string }[]

const asksOptions = [
  { value: 'nothing', text: 'nothing: results carry no name' },
  { value: 'name', text: 'their name' },
  { value: 'name-and-group', text: 'their name and their class or group' },
] as const satisfies { value: QuizLink['asks']; text: string }[]

/** How it is taken: order, answers, limits. */
export function TakingSection({ draft, onChange }: { draft: Draft; onChange: (change: Change) => void }) {
  return (
    <section className="grid gap-5" aria-labelledby="link-taking">
      <h3 id="link-taking">How it is taken</h3>
      <div>
        <CheckBox
          text="Deal items and options in another order to each learner"
          isOn={draft.shuffle}
          onToggle={(shuffle) => onChange({ shuffle })}
        />
        <CheckBox
          text="Ask how sure they are before each answer is checked"
          isOn={draft.asksConfidence}
          onToggle={(asksConfidence) => onChange({ asksConfidence })}
        />
      </div>
      <RadioField
        name="Right answers and reasons show"
        value={draft.feedback}
        options={feedbackOptions}
        onValue={(feedback) => onChange({ feedback })}
      />
      <RadioField
        name="Learners are asked for"
        value={draft.asks}
        options={asksOptions}
        onValue={(asks) => onChange({ asks })}
      />
      <TextField
        name="Pass mark, in percent of the points"
        hint="0 means that nobody passes or fails."
        value={draft.passPercent}
        onValue={(passPercent) => onChange({ passPercent })}
        inputMode="numeric"
        className="max-w-28"
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField
          name="Minutes"
          hint="Empty: no limit."
          value={draft.minutes}
          onValue={(minutes) => onChange({ minutes })}
          inputMode="numeric"
        />
        <TextField
          name="Tries"
          hint="Empty: as many as they like."
          value={draft.tries}
          onValue={(tries) => onChange({ tries })}
          inputMode="numeric"
        />
        <TextField
          name="Due"
          hint="Your time. Later results are marked late."
          type="datetime-local"
          value={draft.due}
          onValue={(due) => onChange({ due })}
        />
      </div>
      <p className="text-sm text-ink-soft">
        Minutes and tries are kept by each learner’s own browser. Whoever clears it, or takes another browser,
        starts anew.
      </p>
    </section>
  )
}
