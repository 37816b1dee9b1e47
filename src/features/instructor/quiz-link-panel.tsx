import { pluralize } from '#domain/pluralize.ts'
import { recommendedMaxLinkLength } from '#domain/quiz-link/quiz-link.ts'
import { copyText } from '#platform/clipboard.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Panel } from '#ui/panel.tsx'
import type { ItemListing } from './instructor-page-data.ts'
import { ItemLine } from './item-picker.tsx'
import { QrCode } from './qr-code.tsx'

/** Gets the focus when the printable quiz is closed. */
export const printButtonId = 'open-paper'

/** The finished link, or what the form still needs. */
export function QuizLinkPanel({
  address,
  items,
  requestedCount,
  missing,
  onPrint,
}: {
  address: string | undefined
  items: readonly ItemListing[]
  /** How many items the form asks for; a draw may find fewer. */
  requestedCount: number
  missing: readonly string[]
  onPrint: () => void
}) {
  return (
    <section
      aria-labelledby="the-link"
      className="stack-spacing min-w-0 self-start @min-[52rem]/part:sticky @min-[52rem]/part:top-20"
    >
      <h3 id="the-link">The link</h3>
      {address === undefined ? (
        <MissingFields missing={missing} />
      ) : items.length === 0 ? (
        <p>No item matches all of this. Add topics, kinds or difficulties, or choose another depth.</p>
      ) : (
        <>
          <LinkBox address={address} />
          {items.length < requestedCount && (
            <p>Only {pluralize(items.length, 'item matches', 'items match')}, so the quiz is shorter.</p>
          )}
          <details>
            <summary className="py-1.5">
              {items.length === 1 ? 'The item' : `The ${items.length} items`} in this quiz
            </summary>
            <ol className="grid list-decimal gap-2 pl-6">
              {items.map((item) => (
                <li key={item.id}>
                  <ItemLine item={item} />
                </li>
              ))}
            </ol>
          </details>
          <p className="flex flex-wrap gap-3">
            <a href={address} target="_blank" rel="noreferrer" className={buttonClass('quiet')}>
              Preview <span className="sr-only">(opens a new tab)</span>
            </a>
            <Button id={printButtonId} onClick={onPrint}>
              <Icon name="print" /> Printable quiz and key
            </Button>
          </p>
        </>
      )}
    </section>
  )
}

function MissingFields({ missing }: { missing: readonly string[] }) {
  return (
    <>
      <p>The link appears here once the form is complete:</p>
      <ul className="list-disc pl-6">
        {missing.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  )
}

function LinkBox({ address }: { address: string }) {
  return (
    <>
      <label className="block">
        <span className="block">Link to send</span>
        <textarea
          readOnly
          translate="no"
          value={address}
          rows={4}
          spellCheck={false}
          onFocus={({ target }) => target.select()}
          className="w-full field-box p-2 font-mono text-sm [overflow-wrap:anywhere]"
        />
      </label>
      <p className="flex flex-wrap items-center gap-x-3">
        <CopyButton
          contentName="the link"
          label="Copy the link"
          copy={() => copyText(address)}
          className="rounded-sm field-box px-4! text-base! text-ink! hover:border-ink"
        />
        <span className="caption text-ink-soft">{address.length} characters</span>
      </p>
      {address.length > recommendedMaxLinkLength && (
        <Panel tone="caution">
          <p>
            Some mail and chat apps cut off links longer than {recommendedMaxLinkLength} characters. Use fewer
            items.
          </p>
        </Panel>
      )}
      <QrCode text={address} />
    </>
  )
}
