import { controlText } from '#domain/figures/figure-state.ts'
import {
  figureStates,
  type Override,
  optionalLines,
  portTags,
  stateIdOf,
  toggleLine,
} from '#domain/figures/merged-files.ts'
import { parsePortMapping } from '#domain/figures/port-mapping.ts'
import { Checkbox } from '#ui/fields/checkbox.tsx'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { CheckedField } from './checked-field.tsx'

/** Example overrides to start from, and the parts of an override: lines, ports with an optional tag, a profile. */
export function OverrideFields({
  override,
  onOverrideChange,
}: {
  override: Override
  onOverrideChange: (override: Override) => void
}) {
  return (
    <>
      <RadioGroup
        variant="segments"
        name="Example"
        options={figureStates.map(({ id, label }) => ({ value: id, text: controlText(label) }))}
        value={stateIdOf(override)}
        onValueChange={(id) => {
          const state = figureStates.find((each) => each.id === id)
          if (state) onOverrideChange(state.value)
        }}
      />
      <fieldset className="min-w-0 w-full">
        <legend className="caption text-ink-soft">Lines of the override</legend>
        <div translate="no" className="flex flex-wrap gap-x-5 font-mono text-sm">
          {optionalLines.map((line) => (
            <Checkbox
              key={line}
              text={line}
              isChecked={override.lines.includes(line)}
              onToggle={() => onOverrideChange(toggleLine(override, line))}
              className="@min-[32rem]:min-h-7!"
            />
          ))}
        </div>
      </fieldset>
      <RadioGroup
        variant="segments"
        areCode
        name={<span translate="no">ports:</span>}
        options={portTags.map((tag) => ({ value: tag, text: tagTexts[tag] }))}
        value={override.ports}
        onValueChange={(ports) => onOverrideChange({ ...override, ports })}
      />
      <RadioGroup
        variant="segments"
        areCode
        name={<span translate="no">--profile</span>}
        options={profileOptions}
        value={override.isMonitoringOn ? 'monitoring' : 'none'}
        onValueChange={(profile) =>
          onOverrideChange({ ...override, isMonitoringOn: profile === 'monitoring' })
        }
      />
      <CheckedField
        name="Port in the override"
        value={override.port}
        problemOf={portProblemOf}
        maxLength={26}
        className="max-w-56"
        onValueChange={(port) => onOverrideChange({ ...override, port })}
      />
    </>
  )
}

const tagTexts = { none: 'no line', plain: 'no tag', '!override': '!override', '!reset': '!reset' }

const profileOptions = [
  { value: 'none', text: 'none' },
  { value: 'monitoring', text: 'monitoring' },
] as const

function portProblemOf(text: string): string | undefined {
  if (parsePortMapping(text)) return undefined
  return 'Enter a host port and a container port, such as `8443:80` or `127.0.0.1:8443:80`.'
}
