import { figureStates, hasLine, ignoreLines, toggleLine } from '#domain/figures/build-context.ts'
import { BreakableText } from '#ui/breakable-text.tsx'
import { Checkbox } from '#ui/fields/checkbox.tsx'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'

const maxTextLength = 400

/** Example files to start from, lines to turn on and off, and the file itself as free text. */
export function IgnoreFields({ text, onTextChange }: { text: string; onTextChange: (text: string) => void }) {
  return (
    <>
      <RadioGroup
        variant="segments"
        name="The list"
        options={figureStates.map(({ label, value }) => ({ value, text: label }))}
        value={text}
        onValueChange={onTextChange}
      />
      <div className="flex w-full flex-wrap items-start gap-x-6 gap-y-2">
        <label className="grow basis-56">
          <span translate="no" className="caption block text-ink-soft">
            .dockerignore
          </span>
          <textarea
            {...verbatimInputProps}
            translate="no"
            rows={5}
            maxLength={maxTextLength}
            value={text}
            onChange={({ target }) => onTextChange(target.value)}
            className="field-box block w-full px-3 py-1 font-mono text-sm"
          />
        </label>
        <fieldset className="min-w-0 grow basis-56">
          <legend className="caption text-ink-soft">Add or remove a line</legend>
          <div translate="no" className="flex flex-wrap gap-x-5 font-mono text-sm">
            {ignoreLines.map((line) => (
              <Checkbox
                key={line}
                text={<BreakableText text={line} />}
                isChecked={hasLine(text, line)}
                onToggle={() => onTextChange(toggleLine(text, line))}
                className="@min-[32rem]:min-h-7!"
              />
            ))}
          </div>
        </fieldset>
      </div>
    </>
  )
}
