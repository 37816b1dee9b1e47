import { isRole, roleNames, roles } from '#domain/role.ts'
import { normalizeText } from '#domain/typed/normalize-characters.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/fields/checkbox.tsx'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { TextField } from '#ui/fields/text-field.tsx'
import type { InstructorArea } from './instructor-page-data.ts'
import { difficultyLabels, itemKindLabel } from './item-labels.ts'
import { ItemPicker } from './item-picker.tsx'
import type { DraftChange, QuizDraft } from './quiz-draft.ts'
import { TopicTree } from './topic-tree.tsx'

type Props = {
  areas: readonly InstructorArea[]
  kinds: readonly string[]
  draft: QuizDraft
  onChange: (change: DraftChange) => void
  onNewSeed: () => void
}

/** Chooses the items: drawn from topics, or picked. */
export function ItemsSection(props: Props) {
  const { draft, areas, onChange } = props
  return (
    <section className="grid gap-5" aria-labelledby="link-items">
      <h3 id="link-items">Items</h3>
      <RadioGroup
        name="Choose items"
        value={draft.mode}
        options={[
          { value: 'draw', text: 'drawn from topics, the same for everyone' },
          { value: 'items', text: 'picked one by one' },
        ]}
        onValueChange={(mode) => onChange({ mode })}
      />
      {draft.mode === 'draw' ? (
        <>
          <TopicTree areas={areas} chosen={draft.topics} onChange={(topics) => onChange({ topics })} />
          <DrawFields {...props} />
        </>
      ) : (
        <ItemPicker areas={areas} picked={draft.items} onChange={(items) => onChange({ items })} />
      )}
    </section>
  )
}

const anyRole = 'any'

function DrawFields({ draft, kinds, onChange, onNewSeed }: Props) {
  return (
    <>
      <TextField
        name="Number of items"
        value={draft.count}
        onValueChange={(count) => onChange({ count })}
        inputMode="numeric"
        className="max-w-28"
      />
      <RadioGroup
        name="Depth"
        value={draft.role ?? anyRole}
        options={[
          { value: anyRole, text: 'All depths' },
          ...roles.map((role) => ({ value: role, text: roleNames[role] })),
        ]}
        onValueChange={(role) => onChange({ role: isRole(role) ? role : undefined })}
      />
      <CheckboxGroup
        name="Kinds of items"
        value={draft.kinds}
        options={kinds.map((kind) => ({ value: kind, text: itemKindLabel(kind) }))}
        onValueChange={(chosen) => onChange({ kinds: chosen })}
      />
      <CheckboxGroup
        name="Difficulty"
        value={draft.difficulties}
        options={([1, 2, 3] as const).map((value) => ({ value, text: difficultyLabels[value] }))}
        onValueChange={(difficulties) => onChange({ difficulties })}
      />
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          name="Seed"
          hint="Letters and digits, 16 at most."
          value={draft.seed}
          onValueChange={(seed) =>
            onChange({
              seed: normalizeText(seed)
                .toLowerCase()
                .replace(/[^a-z0-9]/g, '')
                .slice(0, 16),
            })
          }
          className="max-w-44 font-mono"
        />
        <Button onClick={onNewSeed} className="mt-6">
          Draw again
        </Button>
      </div>
      <p className="text-sm text-ink-soft">
        The same seed draws the same items until the course changes. If the items must never change, pick them
        one by one.
      </p>
    </>
  )
}
