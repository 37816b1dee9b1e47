import { useId } from 'react'
import { type ShortItem, shortRules } from '#domain/quiz/kinds/short.ts'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { stemElementId, type ViewProps } from './item-view-props.ts'

const maxLength = 300

const labels = { word: 'Your answer', command: 'Your command' }

export function ShortView({ item, response, onChange, grade }: ViewProps<ShortItem>) {
  const id = useId()
  const typed = (response !== undefined && shortRules.parseResponse(item, response)) || ''
  return (
    <div className="needs-script">
      <label htmlFor={id} className="caption mb-2 block text-ink-soft">
        {labels[item.as]}
      </label>
      <input
        id={id}
        type="text"
        translate="no"
        value={typed}
        onChange={(event) => onChange(event.currentTarget.value)}
        readOnly={grade !== undefined}
        maxLength={maxLength}
        {...verbatimInputProps}
        enterKeyHint="done"
        aria-describedby={stemElementId(item)}
        className="touch-target w-full field-box px-3 font-mono text-sm read-only:bg-paper-sunk"
      />
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {typed.length >= maxLength &&
          `An answer can have ${maxLength} characters. Anything longer is cut off.`}
      </p>
      {grade && <AcceptedAnswers item={item} isRight={grade.score === 1} />}
    </div>
  )
}

function AcceptedAnswers({ item, isRight }: { item: ShortItem; isRight: boolean }) {
  const [answer, ...others] = item.accept
  return (
    <div className="mt-3 text-sm">
      <p>
        {isRight ? 'Accepted' : 'The answer'}: <code>{answer}</code>
      </p>
      {others.length > 0 && (
        <p className="mt-1 text-ink-soft">
          Also accepted:{' '}
          {others.map((other, index) => (
            <span key={other}>
              {index > 0 && ' · '}
              <code>{other}</code>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
