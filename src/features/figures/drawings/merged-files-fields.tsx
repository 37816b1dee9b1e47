import { useState } from 'react'
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
import { TextField } from '#ui/fields/text-field.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'

/** An override to begin with, and what it consists of: lines, ports with or without a tag, a profile. */
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
        look="segments"
        name="Example"
        options={figureStates.map(({ id, label }) => ({ value: id, text: label }))}
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
        look="segments"
        areCode
        name={<span translate="no">ports:</span>}
        options={portTags.map((tag) => ({ value: tag, text: tagTexts[tag] }))}
        value={override.ports}
        onValueChange={(ports) => onOverrideChange({ ...override, ports })}
      />
      <RadioGroup
        look="segments"
        areCode
        name={<span translate="no">--profile</span>}
        options={profileOptions}
        value={override.isMonitoringOn ? 'monitoring' : 'none'}
        onValueChange={(profile) =>
          onOverrideChange({ ...override, isMonitoringOn: profile === 'monitoring' })
        }
      />
      <PortField port={override.port} onPortChange={(port) => onOverrideChange({ ...override, port })} />
    </>
  )
}

const tagTexts = { none: 'no line', plain: 'no tag', '!override': '!override', '!reset': '!reset' }

const profileOptions = [
  { value: 'none', text: 'none' },
  { value: 'monitoring', text: 'monitoring' },
] as const

/** What is typed stays as typed while it is no mapping yet, and the figure keeps the last one. */
function PortField({ port, onPortChange }: { port: string; onPortChange: (port: string) => void }) {
  const [typed, setTyped] = useState({ text: port, port })
  const text = typed.port === port ? typed.text : port
  const isValid = parsePortMapping(text) !== undefined
  return (
    <TextField
      {...verbatimInputProps}
      name="Port in the override"
      value={text}
      maxLength={26}
      className="max-w-56 font-mono text-sm"
      aria-invalid={!isValid}
      hint={
        isValid ? undefined : (
          <span role="alert">
            Enter a host port and a container port, such as 8443:80 or 127.0.0.1:8443:80. The figure shows{' '}
            {port}.
          </span>
        )
      }
      onValueChange={(text) => {
        const next = parsePortMapping(text) ? text.trim() : port
        setTyped({ text, port: next })
        if (next !== port) onPortChange(next)
      }}
    />
  )
}
