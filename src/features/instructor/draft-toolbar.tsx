import { useStore } from 'zustand'
import { pluralize } from '#domain/pluralize.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Panel } from '#ui/panel.tsx'
import { useConfirmBeforeUnload } from '#ui/use-confirm-before-unload.ts'
import { useFocusAfterCommit } from '#ui/use-focus-after-commit.ts'
import { formatDateTime } from './format-date-time.ts'
import type { QuizDraft } from './quiz-draft.ts'
import {
  discardDraft,
  type OtherQuizDraft,
  quizDraftsStore,
  startDraft,
  switchDraft,
} from './quiz-drafts-store.ts'

const placeId = 'drafts'

/** Says where the form is saved, lists other drafts, and lets the instructor discard them. */
export function DraftToolbar({ empty }: { empty: () => QuizDraft }) {
  const { open, id, storedText, saveFailure, others } = useStore(quizDraftsStore)
  const focusAfter = useFocusAfterCommit()
  useConfirmBeforeUnload(saveFailure !== undefined)
  const hasChanges = storedText !== undefined || saveFailure !== undefined
  return (
    <div className="grid gap-2 text-sm">
      <p id={placeId} tabIndex={-1} className="max-w-measure text-ink-soft">
        {saveFailure
          ? 'This form is not saved.'
          : 'This form is saved in this browser as you type, and only there.'}
      </p>
      <div role="status">
        {saveFailure && (
          <Panel tone="caution">
            <p>
              {saveFailure === 'forbidden'
                ? 'This browser does not let the site store anything.'
                : 'This browser has no room left for drafts. Discard one below.'}{' '}
              If you reload or close this page, what you entered is lost.
            </p>
          </Panel>
        )}
      </div>
      {open && hasChanges && (
        <p className="-ml-2 flex flex-wrap gap-x-3">
          {!saveFailure && (
            <Button
              variant="plain"
              className="text-sm"
              onClick={() => {
                startDraft(empty())
                focusAfter(placeId)
              }}
            >
              Start another quiz
            </Button>
          )}
          <ConfirmButton
            label="Discard this draft"
            className="text-sm"
            question={<DiscardQuestion draft={open} />}
            confirmLabel="Discard it"
            cancelLabel="Keep it"
            onConfirm={() => {
              discardDraft(id, empty())
              focusAfter(placeId)
            }}
          />
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary className="py-1.5">{pluralize(others.length, 'other draft')}</summary>
          <ul className="grid gap-1">
            {others.map((other) => (
              <OtherDraftRow
                key={other.id}
                other={other}
                canOpen={!saveFailure}
                onOpen={() => {
                  switchDraft(other.id)
                  focusAfter(placeId)
                }}
                onDiscard={() => {
                  discardDraft(other.id, empty())
                  focusAfter(placeId)
                }}
              />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function OtherDraftRow({
  other,
  canOpen,
  onOpen,
  onDiscard,
}: {
  other: OtherQuizDraft
  /** Whether another draft can be opened; it would replace a form that could not be saved. */
  canOpen: boolean
  onOpen: () => void
  onDiscard: () => void
}) {
  const title = titleOf(other.draft)
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-t border-rule py-1">
      <span className="min-w-0 grow basis-48 [overflow-wrap:anywhere]">
        <span translate="no">{title}</span>{' '}
        <span className="text-ink-soft">last changed {formatDateTime(other.changedAt)}</span>
      </span>
      {canOpen && (
        <Button variant="plain" className="text-sm" onClick={onOpen}>
          Open{' '}
          <span translate="no" className="sr-only">
            {title}
          </span>
        </Button>
      )}
      <ConfirmButton
        label={
          <>
            Discard{' '}
            <span translate="no" className="sr-only">
              {title}
            </span>
          </>
        }
        className="text-sm"
        question={<DiscardQuestion draft={other.draft} />}
        confirmLabel="Discard it"
        cancelLabel="Keep it"
        onConfirm={onDiscard}
      />
    </li>
  )
}

function DiscardQuestion({ draft }: { draft: QuizDraft }) {
  return (
    <>
      Discard <span translate="no">{titleOf(draft)}</span>? This cannot be undone.
    </>
  )
}

function titleOf({ title }: QuizDraft): string {
  return `“${title.trim() || 'Untitled quiz'}”`
}
