import { type ReactNode, useId, useState } from 'react'
import { Button } from './button.tsx'
import { useFocusAfterCommit } from './use-focus-after-commit.ts'

/**
 * A button that asks for confirmation before an action that cannot be undone. If `onConfirm` removes the button, it
 * must move the focus itself.
 */
export function ConfirmButton({
  label,
  question,
  confirmLabel,
  cancelLabel = 'Keep',
  onConfirm,
  className,
}: {
  label: ReactNode
  question: ReactNode
  confirmLabel: string
  cancelLabel?: string
  onConfirm: () => void
  className?: string
}) {
  const [isAsking, setIsAsking] = useState(false)
  const focusAfter = useFocusAfterCommit()
  const id = useId()
  const questionId = `${id}question`
  if (!isAsking) {
    return (
      <Button
        id={id}
        variant="plain"
        className={className}
        onClick={() => {
          setIsAsking(true)
          focusAfter(questionId)
        }}
      >
        {label}
      </Button>
    )
  }
  const answer = (isConfirmed: boolean) => {
    setIsAsking(false)
    focusAfter(id)
    if (isConfirmed) onConfirm()
  }
  return (
    <span className="flex basis-full flex-wrap items-center gap-x-3 gap-y-2 border-l-4 border-caution bg-caution-paper px-4 py-2">
      <span id={questionId} tabIndex={-1} className="max-w-measure">
        {question}
      </span>
      <Button onClick={() => answer(true)}>{confirmLabel}</Button>
      <Button onClick={() => answer(false)}>{cancelLabel}</Button>
    </span>
  )
}
