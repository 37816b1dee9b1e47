import { Children, isValidElement, type ReactElement, type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'

/**
 * A question about what comes next, followed by what really came. Picking a prediction opens the answer at once and is
 * not graded; readers who do not want to guess open it themselves. Nothing is stored. The answer is in a native
 * <details>, which works without JavaScript; the predictions are then a plain list.
 */
export function Prediction({ question, children }: { question: string; children: ReactNode }) {
  const { predictions, answer } = splitAtAnswer(children)
  const [chosen, setChosen] = useState<number>()
  const [isRevealed, setIsRevealed] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  function predict(index: number) {
    if (isRevealed) return
    flushSync(() => {
      setChosen(index)
      setIsRevealed(true)
    })
    if (details.current) details.current.open = true
    body.current?.focus({ preventScroll: true })
  }
  const optionClass = (index: number) => {
    if (!isRevealed) return 'hover:border-ink'
    return chosen === index ? 'cursor-default border-accent! font-semibold' : 'cursor-default text-ink-soft'
  }
  return (
    <div className="prediction stack-spacing border-l-4 border-accent bg-paper-sunk px-5 py-4">
      <p className="caption text-ink-soft">Predict before you see</p>
      <p id={id} className="mt-0 font-semibold">
        <InlineText text={question} />
      </p>
      {predictions.length > 0 && (
        <ul aria-labelledby={id} className="predictions">
          {predictions.map((prediction, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an author's list, which never changes
            <li key={index}>
              <span className="without-script">{prediction}</span>
              <button
                type="button"
                aria-pressed={chosen === index}
                aria-disabled={isRevealed}
                onClick={() => predict(index)}
                className={`needs-script field-box touch-target flex w-full flex-wrap items-baseline justify-between gap-x-6 px-4 py-2 text-left ${optionClass(index)}`}
              >
                <span>{prediction}</span>
                {chosen === index && <span className="caption">Your prediction</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <details
        ref={details}
        className="group"
        onToggle={({ currentTarget }) => currentTarget.open && setIsRevealed(true)}
      >
        <summary className="touch-target inline-flex items-center gap-2 font-semibold">
          <Icon name="right" className="transition-transform duration-150 group-open:rotate-90" />
          <span className="group-open:hidden">Show the answer</span>
          <span className="hidden group-open:inline">The answer</span>
        </summary>
        {/* biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for fields */}
        <div ref={body} tabIndex={-1} role="group" aria-label="The answer" className="stack-spacing mt-2">
          {answer}
        </div>
      </details>
    </div>
  )
}

/**
 * The first list contains the predictions, and everything after it is the answer (scripts/content/prediction-rules.ts).
 */
function splitAtAnswer(children: ReactNode): { predictions: ReactNode[]; answer: ReactNode[] } {
  const parts = Children.toArray(children)
  const list = parts.find(isList)
  const predictions = Children.toArray(list?.props.children).filter(isItem)
  return {
    predictions: predictions.map((item) => item.props.children),
    answer: parts.filter((part) => part !== list),
  }
}

type Parent = ReactElement<{ children?: ReactNode }>

function isList(node: ReactNode): node is Parent {
  return isValidElement(node) && node.type === 'ul'
}

function isItem(node: ReactNode): node is Parent {
  return isValidElement(node) && node.type === 'li'
}
