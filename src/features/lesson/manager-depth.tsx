import type { ManagerContent } from '#domain/catalog/lesson.ts'
import { InlineText } from '#ui/inline-text.tsx'

/** The manager's depth: a decision, when it applies and when not, cost, risk, and questions to ask. */
export function ManagerDepth({ manager }: { manager: ManagerContent }) {
  return (
    <div className="max-w-measure">
      <p className="mt-3 font-display text-xl leading-snug">
        <InlineText text={manager.decision} />
      </p>
      <dl className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <ListEntry title="When" lines={manager.when} />
        <ListEntry title="When not" lines={manager.whenNot} />
        <ListEntry title="Cost" lines={[manager.cost]} />
        <ListEntry title="Risk" lines={[manager.risk]} />
      </dl>
      <h3 className="mt-6 font-text text-base">Ask your team</h3>
      <ul className="mt-1 list-disc pl-5">
        {manager.ask.map((question) => (
          <li key={question}>
            <InlineText text={question} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function ListEntry({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div className="border-t border-rule pt-2">
      <dt className="caption text-ink-soft">{title}</dt>
      {lines.map((line) => (
        <dd key={line} className="mt-1">
          <InlineText text={line} />
        </dd>
      ))}
    </div>
  )
}
