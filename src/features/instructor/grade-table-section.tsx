import { useState } from 'react'
import type { LoadItems } from '#content/lesson-chunks.ts'
import { pluralize } from '#domain/pluralize.ts'
import type { GradeTable } from '#domain/quiz-link/grade-table.ts'
import { gradeTableToRows } from '#domain/quiz-link/grade-table-csv.ts'
import { toCsv } from '#domain/table/csv.ts'
import { csvFormats } from '#domain/table/csv-format.ts'
import { downloadText } from '#platform/download.ts'
import { useCsvFormat } from '#store/csv-format.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { SelectField } from '#ui/fields/select-field.tsx'
import { Icon } from '#ui/icon.tsx'
import type { InstructorTopic, ItemListing } from './instructor-page-data.ts'
import { ItemAnalysisSection } from './item-analysis-section.tsx'
import { LearnerTable } from './learner-table.tsx'
import { setScoringChoice } from './scoring-choices-store.ts'
import { ScoringPolicyFields } from './scoring-policy-fields.tsx'

type GradeTableSectionProps = {
  table: GradeTable
  topics: readonly InstructorTopic[]
  index: readonly ItemListing[]
  loadItems: LoadItems
  onDelete: () => void
}

/** All results of one assignment. There may be a thousand rows, so a closed section renders none. */
export function GradeTableSection({
  isInitiallyOpen,
  ...props
}: GradeTableSectionProps & { isInitiallyOpen: boolean }) {
  const [toggled, setToggled] = useState<boolean>()
  const isOpen = toggled ?? isInitiallyOpen
  const { assignment, name } = props.table
  const heading = `class-${assignment}`
  return (
    <section aria-labelledby={heading} className="mt-10 border-t-2 border-rule-strong pt-5">
      <h3 id={heading} className="[overflow-wrap:anywhere]">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setToggled(!isOpen)}
          className="touch-target -ml-1 inline-flex items-baseline gap-2 px-1 text-left hover:underline"
        >
          <span aria-hidden="true" className={`no-print text-base ${isOpen ? 'rotate-90' : ''}`}>
            ▸
          </span>
          <span translate="no">{name}</span>
        </button>
      </h3>
      <p className="mt-1">
        {summaryText(props.table)}{' '}
        <span className="caption text-ink-soft">
          Link <code>{assignment}</code>
        </span>
      </p>
      {isOpen && <ExpandedGradeTable {...props} />}
    </section>
  )
}

function ExpandedGradeTable({ table, topics, index, loadItems, onDelete }: GradeTableSectionProps) {
  const { name, assignment, rows, uncountedRows } = table
  const count = rows.length + uncountedRows.length
  return (
    <>
      <div className="no-print mt-2 grid gap-3">
        <p className="flex flex-wrap items-center gap-3">
          <GradeTableDownload table={table} />
          <ConfirmButton
            label={
              <>
                Delete these results{' '}
                <span translate="no" className="sr-only">
                  ({name})
                </span>
              </>
            }
            question={
              <>
                Delete {count === 1 ? 'the result' : `all ${count} results`} of “
                <span translate="no">{name}</span>” from this browser? To see them again, you would have to
                read the codes and files again.
              </>
            }
            confirmLabel="Delete them"
            cancelLabel="Keep them"
            onConfirm={onDelete}
          />
        </p>
        <ScoringPolicyFields table={table} onChoice={(choice) => setScoringChoice(assignment, choice)} />
      </div>
      <LearnerTable name={`Learners in ${name}`} table={table} rows={rows} />
      {uncountedRows.length > 0 && (
        <>
          <h4 className="mt-6 font-semibold">Results that do not count</h4>
          <p className="text-sm text-ink-soft">Another result of the same learner counts instead.</p>
          <LearnerTable name={`Results in ${name} that do not count`} table={table} rows={uncountedRows} />
        </>
      )}
      <ItemAnalysisSection table={table} topics={topics} index={index} loadItems={loadItems} />
    </>
  )
}

function GradeTableDownload({ table }: { table: GradeTable }) {
  const [format, setFormat] = useCsvFormat()
  return (
    <>
      <Button
        onClick={() =>
          downloadText(`results-${table.assignment}.csv`, toCsv(gradeTableToRows(table), format), 'text/csv')
        }
      >
        <Icon name="download" /> Learners as CSV
      </Button>
      <SelectField
        name="CSV format"
        value={format.id}
        options={csvFormats.map(({ id, text }) => ({ value: id, text }))}
        onValueChange={setFormat}
      />
    </>
  )
}

function summaryText({ rows, uncountedRows, duplicateCount }: GradeTable): string {
  const passed = rows.filter(({ hasPassed }) => hasPassed).length
  const isPassOrFail = rows.some(({ hasPassed }) => hasPassed !== undefined)
  return [
    `${pluralize(rows.length, 'result counts', 'results count')}${isPassOrFail ? `, ${passed} passed` : ''}.`,
    uncountedRows.length > 0 && `${uncountedRows.length} not counted.`,
    duplicateCount > 0 &&
      `${duplicateCount} came more than once and ${duplicateCount === 1 ? 'counts' : 'count'} only once.`,
  ]
    .filter(Boolean)
    .join(' ')
}
