import { flagHint, parseLimitFlags } from '#domain/figures/limit-flags.ts'
import { containerNames, figureStates, type SharedHost, stateIdOf } from '#domain/figures/shared-host.ts'
import { Checkbox } from '#ui/fields/checkbox.tsx'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { CheckedField } from './checked-field.tsx'

/** Examples to start from; then, for each container, its flags and whether it has work. */
export function SharedHostFields({ host, choose }: { host: SharedHost; choose: (host: SharedHost) => void }) {
  return (
    <>
      <RadioGroup
        variant="segments"
        name="Example"
        options={figureStates.map(({ id, label }) => ({ value: id, text: label }))}
        value={stateIdOf(host)}
        onValueChange={(id) => choose(figureStates.find((state) => state.id === id)?.value ?? host)}
      />
      <div className="grid w-full gap-x-4 gap-y-2 @min-[32rem]:grid-cols-[1fr_1.2fr_1.6fr]">
        {containerNames.map((name) => (
          <div key={name}>
            <CheckedField
              name={`Flags of ${name}`}
              value={host[name].flags}
              problemOf={problemOf}
              maxLength={80}
              placeholder="none"
              className="@min-[32rem]:text-xs"
              onValueChange={(flags) => choose({ ...host, [name]: { ...host[name], flags } })}
            />
            <Checkbox
              text={`${name} is busy`}
              isChecked={host[name].isBusy}
              onToggle={(isBusy) => choose({ ...host, [name]: { ...host[name], isBusy } })}
            />
          </div>
        ))}
      </div>
      <p className="w-full text-sm text-ink-soft">
        <InlineText text={`Flags: ${flagHint}`} />
      </p>
    </>
  )
}

function problemOf(flags: string): string | undefined {
  const limits = parseLimitFlags(flags)
  return 'problem' in limits ? limits.problem : undefined
}
