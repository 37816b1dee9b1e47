import { pluralize } from '#domain/pluralize.ts'
import type { Role } from '#domain/role.ts'
import { type SummaryArea, type SummaryFilter, summaryRows } from '#domain/summary/summary.ts'
import { toCsv } from '#domain/table/csv.ts'
import { csvFormats } from '#domain/table/csv-format.ts'
import { markdownTable } from '#domain/table/markdown.ts'
import { copyText } from '#platform/clipboard.ts'
import { downloadText } from '#platform/download.ts'
import { useCsvFormat } from '#store/csv-format.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { SelectField } from '#ui/fields/select-field.tsx'
import { Icon } from '#ui/icon.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'

/** Filters and export buttons. An export contains the rows that are shown. */
export function SummaryToolbar({
  areas,
  shown,
  filter,
  role,
  onText,
  onArea,
}: {
  areas: SummaryArea[]
  shown: SummaryArea[]
  filter: SummaryFilter
  role: Role
  onText: (text: string) => void
  onArea: (slug: string) => void
}) {
  const [format, setFormat] = useCsvFormat()
  const count = shown.reduce((sum, area) => sum + area.topics.length, 0)
  return (
    <div className="needs-script no-print mt-6 flex flex-wrap items-end gap-x-4 gap-y-3 border-y border-rule py-3">
      <label className="grow basis-56">
        <span className="caption block text-ink-soft">Topics that mention</span>
        <input
          type="search"
          {...verbatimInputProps}
          enterKeyHint="search"
          value={filter.text}
          onChange={({ target }) => onText(target.value)}
          className="touch-target w-full field-box px-3"
        />
      </label>
      <SelectField
        name="Area"
        isNameAbove
        value={filter.area}
        options={[
          { value: '', text: 'All nine' },
          ...areas.map(({ slug, title }) => ({ value: slug, text: title })),
        ]}
        onValueChange={onArea}
      />
      <p role="status" className="caption touch-target flex items-center text-ink-soft">
        {pluralize(count, 'topic')}
      </p>
      <span className="-mx-2 flex flex-wrap">
        <CopyButton
          contentName="the tables as Markdown"
          label="Copy Markdown"
          className="gap-2! text-ink! underline decoration-rule-strong underline-offset-4 hover:decoration-current"
          copy={() => copyText(markdownTable(summaryRows(shown, role)))}
        />
        <Button
          variant="plain"
          className="text-sm"
          onClick={() =>
            downloadText('docker-mastery-summary.csv', toCsv(summaryRows(shown, role), format), 'text/csv')
          }
        >
          <Icon name="download" /> CSV
        </Button>
        <SelectField
          name="CSV format"
          value={format.id}
          options={csvFormats.map(({ id, text }) => ({ value: id, text }))}
          onValueChange={setFormat}
          className="mx-2 text-sm"
        />
        <Button variant="plain" className="text-sm" onClick={() => window.print()}>
          <Icon name="print" /> Print
        </Button>
      </span>
    </div>
  )
}
