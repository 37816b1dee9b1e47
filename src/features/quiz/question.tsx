import { type ReactNode, type Ref, useRef, useState } from 'react'
import { type Confidence, confidences } from '#domain/quiz/attempt.ts'
import { rulesOf } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { Grade, ItemResponse } from '#domain/quiz/item-schema.ts'
import { areShortcutsOn } from '#store/settings.ts'
import { Button } from '#ui/button.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { languageName } from '#ui/language-name.ts'
import { ItemView } from './item-view.tsx'
import { confidenceLabels } from './quiz-labels.ts'
import { createQuizKeyHandler } from './quiz-shortcuts.ts'
import { stemElementId } from './views/item-view-props.ts'

/**
 * One item: its stem, its view and the confidence buttons. Once it is checked, `children` holds its feedback and the
 * buttons to continue, and Enter calls `onNext`.
 */
export function Question({
  item,
  order,
  response,
  grade,
  asksConfidence = true,
  onChange,
  onCheck,
  onNext,
  stemRef,
  children,
}: {
  item: Item
  order: string[]
  response: ItemResponse | undefined
  grade: Grade | undefined
  asksConfidence?: boolean
  onChange: (response: ItemResponse) => void
  onCheck: (response: ItemResponse, confidence?: Confidence) => void
  onNext?: () => void
  stemRef?: Ref<HTMLDivElement>
  children?: ReactNode
}) {
  const middleConfidenceButton = useRef<HTMLButtonElement>(null)
  const [hint, setHint] = useState<string>()
  const rules = rulesOf(item)
  const answer = response ?? rules.initialResponse(order)

  function validateThen(go: (response: ItemResponse) => void) {
    const isComplete = answer !== undefined && rules.isComplete(answer)
    setHint(isComplete ? undefined : rules.incompleteMessage)
    if (isComplete) go(answer)
  }
  const onEnter = grade ? onNext : () => validateThen(() => middleConfidenceButton.current?.focus())

  return (
    <form
      className="grid grid-cols-1 gap-6"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={createQuizKeyHandler(areShortcutsOn, () => onEnter?.())}
    >
      <div className="stack-spacing">
        <div id={stemElementId(item)} ref={stemRef} tabIndex={-1} className="text-lg leading-relaxed">
          <InlineText text={item.stem} />
        </div>
        {item.code && <Code {...item.code} />}
        {rules.partialCredit && <p className="text-sm text-ink-soft">{rules.partialCredit}</p>}
      </div>
      <ItemView
        item={item}
        response={answer}
        onChange={(next) => {
          setHint(undefined)
          onChange(next)
        }}
        grade={grade}
        order={order}
      />
      {!grade && asksConfidence && (
        <ConfidenceButtons
          onRate={(confidence) => validateThen((complete) => onCheck(complete, confidence))}
          hint={hint}
          middle={middleConfidenceButton}
        />
      )}
      {!grade && !asksConfidence && (
        <CheckButton
          onCheck={() => validateThen((complete) => onCheck(complete))}
          hint={hint}
          button={middleConfidenceButton}
        />
      )}
      {children}
    </form>
  )
}

function Code({ language, text }: { language: string; text: string }) {
  return (
    <figure className="code-block">
      <figcaption className="caption pb-1 text-ink-soft">{languageName(language)}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </figure>
  )
}

/** Three buttons that check the answer and record a confidence. Enter on an option focuses the `middle` one. */
function ConfidenceButtons({
  onRate,
  hint,
  middle,
}: {
  onRate: (confidence: Confidence) => void
  /** What is missing before the answer can be checked. */
  hint: string | undefined
  middle: Ref<HTMLButtonElement>
}) {
  return (
    <fieldset className="needs-script">
      <legend className="mb-2 font-semibold">How sure are you?</legend>
      <div className="flex flex-wrap gap-2">
        {confidences.map((confidence) => (
          <Button
            key={confidence}
            ref={confidence === 'fairly' ? middle : undefined}
            onClick={() => onRate(confidence)}
          >
            {confidenceLabels[confidence]}
          </Button>
        ))}
      </div>
      <p role="alert" className="mt-2 text-sm text-incorrect empty:hidden">
        {hint}
      </p>
    </fieldset>
  )
}

/** Checks the answer when the quiz does not ask for confidence. */
function CheckButton({
  onCheck,
  hint,
  button,
}: {
  onCheck: () => void
  /** What is missing before the answer can be checked. */
  hint: string | undefined
  button: Ref<HTMLButtonElement>
}) {
  return (
    <div className="needs-script">
      <Button ref={button} variant="main" onClick={onCheck}>
        Check the answer
      </Button>
      <p role="alert" className="mt-2 text-sm text-incorrect empty:hidden">
        {hint}
      </p>
    </div>
  )
}
