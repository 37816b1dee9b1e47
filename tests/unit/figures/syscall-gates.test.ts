import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CallAttempt,
  denialOf,
  describeAttempt,
  figureStates,
  gatesOf,
  type RunOption,
  runOptions,
  type SystemCall,
  systemCalls,
} from '#domain/figures/syscall-gates.ts'

const anyAttempt: fc.Arbitrary<CallAttempt> = fc.record({
  call: fc.constantFrom(...systemCalls),
  options: fc.subarray([...runOptions]),
})

function errorOf(call: SystemCall, options: readonly RunOption[]): string {
  return denialOf({ call, options })?.error ?? 'none'
}

// Observed with an engine on a kernel without AppArmor.
test.each<[SystemCall, plain: string, admin: string, noSeccomp: string, both: string]>([
  ['mount', 'EPERM', 'none', 'EPERM', 'none'],
  ['bpf', 'EPERM', 'none', 'EPERM', 'none'],
  ['keyctl', 'EPERM', 'EPERM', 'none', 'none'],
  ['clone3', 'ENOSYS', 'none', 'none', 'none'],
  ['ptrace', 'none', 'none', 'none', 'none'],
  ['socket', 'EPERM', 'EPERM', 'none', 'none'],
])('%s without AppArmor: %s; with SYS_ADMIN %s; without seccomp %s; both %s', (call, ...errors) => {
  const found = [[], ['sys-admin'], ['no-seccomp'], ['sys-admin', 'no-seccomp']] as const
  expect(found.map((options) => errorOf(call, [...options, 'no-apparmor']))).toEqual(errors)
})

test.each<[SystemCall, RunOption[], gate: string | undefined, error: string]>([
  ['mount', [], 'seccomp', 'EPERM'],
  ['mount', ['sys-admin'], 'AppArmor', 'EACCES'],
  ['mount', ['no-seccomp'], 'AppArmor', 'EACCES'],
  ['mount', ['no-seccomp', 'no-apparmor'], 'capabilities', 'EPERM'],
  ['mount', ['sys-admin', 'no-apparmor'], undefined, 'none'],
  ['socket', ['no-seccomp'], 'AppArmor', 'EACCES'],
  ['bpf', ['no-seccomp'], 'capabilities', 'EPERM'],
  ['keyctl', ['sys-admin'], 'seccomp', 'EPERM'],
])('%s with %o on a host with AppArmor: %s, %s', (call, options, gate, error) => {
  expect(denialOf({ call, options })?.name).toBe(gate)
  expect(errorOf(call, options)).toBe(error)
})

test('--privileged lets every call through, whatever else is set', () => {
  fc.assert(
    fc.property(anyAttempt, ({ call, options }) => {
      expect(denialOf({ call, options: [...options, 'privileged'] })).toBeUndefined()
    }),
  )
})

test('at most one gate denies a call, and no gate after it is asked', () => {
  fc.assert(
    fc.property(anyAttempt, (attempt) => {
      const decisions = gatesOf(attempt).map(({ decision }) => decision)
      const denyingIndex = decisions.indexOf('denies')
      const later = denyingIndex < 0 ? [] : decisions.slice(denyingIndex + 1)
      expect(new Set(later).size).toBeLessThanOrEqual(1)
      expect(later.every((decision) => decision === 'not asked')).toBe(true)
      expect(decisions.filter((decision) => decision === 'denies').length).toBeLessThanOrEqual(1)
    }),
  )
})

test('the description names the error that the caller gets', () => {
  fc.assert(
    fc.property(anyAttempt, (attempt) => {
      const error = denialOf(attempt)?.error
      const description = describeAttempt(attempt)
      if (error) expect(description).toContain(`\`${error}\``)
      else expect(description).toContain('Nothing stops')
      expect(description.length).toBeLessThan(260)
    }),
  )
})

test('the states show what the lesson’s two recordings show', () => {
  const recorded = { mount: 'EPERM', 'mount-admin': 'EACCES', 'mount-open': 'none' }
  for (const [id, error] of Object.entries(recorded)) {
    const attempt = figureStates.find((state) => state.id === id)?.value
    expect(attempt && errorOf(attempt.call, attempt.options)).toBe(error)
  }
})
