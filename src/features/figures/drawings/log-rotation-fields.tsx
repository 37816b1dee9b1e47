import { controlText } from '#domain/figures/figure-state.ts'
import {
  type LogDriver,
  logDrivers,
  maxFileProblem,
  maxSizeProblem,
  rateProblem,
} from '#domain/figures/log-options.ts'
import { figureStates, type LogSetup, periods, stateIdOf } from '#domain/figures/log-rotation.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { CheckedField } from './checked-field.tsx'

/** Example settings to start from, the driver’s options, and how much the container logs for how long. */
export function LogFields({ setup, choose }: { setup: LogSetup; choose: (setup: LogSetup) => void }) {
  const { driver } = setup
  function chooseDriver(driver: LogDriver) {
    const maxFile = maxFileProblem(setup.maxFile, driver) === undefined ? setup.maxFile : ''
    choose({ ...setup, driver, maxFile })
  }
  return (
    <>
      <RadioGroup
        variant="segments"
        areCode
        name="Example"
        options={figureStates.map(({ id, label }) => ({ value: id, text: controlText(label) }))}
        value={stateIdOf(setup)}
        onValueChange={(id) => choose(figureStates.find((state) => state.id === id)?.value ?? setup)}
      />
      <RadioGroup
        variant="segments"
        areCode
        name="Log driver"
        options={logDrivers.map((value) => ({ value, text: value }))}
        value={driver}
        onValueChange={chooseDriver}
      />
      <RadioGroup
        variant="segments"
        name="After a"
        options={periods.map((value) => ({ value, text: value }))}
        value={setup.period}
        onValueChange={(period) => choose({ ...setup, period })}
      />
      <OptionFields setup={setup} choose={choose} />
    </>
  )
}

function OptionFields({ setup, choose }: { setup: LogSetup; choose: (setup: LogSetup) => void }) {
  return (
    <div className="grid w-full gap-x-4 gap-y-2 @min-[32rem]:grid-cols-3">
      <CheckedField
        name="max-size"
        value={setup.maxSize}
        problemOf={maxSizeProblem}
        placeholder="not set"
        maxLength={10}
        onValueChange={(maxSize) => choose({ ...setup, maxSize })}
      />
      <CheckedField
        key={setup.driver}
        name="max-file"
        value={setup.maxFile}
        problemOf={(text) => maxFileProblem(text, setup.driver)}
        placeholder="not set"
        maxLength={6}
        onValueChange={(maxFile) => choose({ ...setup, maxFile })}
      />
      <CheckedField
        name="MB logged in an hour"
        value={setup.rate}
        problemOf={rateProblem}
        maxLength={9}
        onValueChange={(rate) => choose({ ...setup, rate })}
      />
    </div>
  )
}
