import { createStateFactory, type FigureState } from './figure-state.ts'

/**
 * Plate 9.2: what stops a system call of root in a container, on a host with AppArmor. The rules are those of the
 * profiles of Engine 29.7.2. For a mount, AppArmor is asked before the kernel checks capabilities.
 */
export const systemCalls = ['mount', 'bpf', 'keyctl', 'ptrace', 'clone3', 'socket'] as const
export type SystemCall = (typeof systemCalls)[number]

export const runOptions = ['sys-admin', 'no-seccomp', 'no-apparmor', 'privileged'] as const
export type RunOption = (typeof runOptions)[number]

export type CallAttempt = { call: SystemCall; options: readonly RunOption[] }

export const optionLabels = {
  'sys-admin': '--cap-add SYS_ADMIN',
  'no-seccomp': 'seccomp=unconfined',
  'no-apparmor': 'apparmor=unconfined',
  privileged: '--privileged',
} satisfies Record<RunOption, string>

export const callTexts = {
  mount: 'mount("none", "/tmp", "tmpfs")',
  bpf: 'bpf(BPF_PROG_LOAD, …)',
  keyctl: 'keyctl(KEYCTL_READ, …)',
  ptrace: 'ptrace(PTRACE_TRACEME)',
  clone3: 'clone3(…)',
  socket: 'socket(AF_ALG, …)',
} satisfies Record<SystemCall, string>

export const gateNames = ['seccomp', 'AppArmor', 'capabilities'] as const
export type GateName = (typeof gateNames)[number]
export type CallError = 'EPERM' | 'EACCES' | 'ENOSYS'
export type Gate = {
  name: GateName
  decision: 'allows' | 'denies' | 'off' | 'not asked'
  rule: string
  error: CallError
}

type Rule = { rule: string; isPassed: boolean; error?: CallError }

function seccompRule(call: SystemCall, isAdmin: boolean): Rule {
  switch (call) {
    case 'mount':
      return { rule: 'needs CAP_SYS_ADMIN', isPassed: isAdmin }
    case 'bpf':
      return { rule: 'needs CAP_BPF or CAP_SYS_ADMIN', isPassed: isAdmin }
    case 'keyctl':
      return { rule: 'not on the list', isPassed: false }
    case 'ptrace':
      return { rule: 'on the list since kernel 4.8', isPassed: true }
    case 'clone3':
      return { rule: 'needs CAP_SYS_ADMIN', isPassed: isAdmin, error: 'ENOSYS' }
    case 'socket':
      return { rule: 'AF_ALG is not on the list', isPassed: false }
    default:
      return call satisfies never
  }
}

const appArmorRules: Partial<Record<SystemCall, Rule>> = {
  mount: { rule: 'deny mount', isPassed: false },
  socket: { rule: 'deny network alg', isPassed: false },
  ptrace: { rule: 'ptrace within the same profile', isPassed: true },
}

function capabilityRule(call: SystemCall, isAdmin: boolean): Rule {
  if (call === 'mount') return { rule: 'needs CAP_SYS_ADMIN', isPassed: isAdmin }
  if (call === 'bpf') return { rule: 'needs CAP_BPF or CAP_SYS_ADMIN', isPassed: isAdmin }
  return { rule: 'none needed', isPassed: true }
}

/** The gates in the order in which they are asked. After one that denies the call, no other is asked. */
export function gatesOf({ call, options }: CallAttempt): Gate[] {
  const has = (option: RunOption) => options.includes(option) || options.includes('privileged')
  const isAdmin = has('sys-admin')
  const rules: (Rule & { name: GateName; isOff: boolean })[] = [
    { name: 'seccomp', isOff: has('no-seccomp'), ...seccompRule(call, isAdmin) },
    {
      name: 'AppArmor',
      isOff: has('no-apparmor'),
      error: 'EACCES',
      ...(appArmorRules[call] ?? { rule: 'no rule', isPassed: true }),
    },
    { name: 'capabilities', isOff: false, ...capabilityRule(call, isAdmin) },
  ]
  const denyingIndex = rules.findIndex(({ isOff, isPassed }) => !isOff && !isPassed)
  return rules.map(({ name, rule, isOff, error = 'EPERM' }, index) => {
    const isBehind = denyingIndex >= 0 && index > denyingIndex
    const decision = isBehind ? 'not asked' : isOff ? 'off' : index === denyingIndex ? 'denies' : 'allows'
    return { name, rule, error, decision }
  })
}

export function denialOf(attempt: CallAttempt): Gate | undefined {
  return gatesOf(attempt).find(({ decision }) => decision === 'denies')
}

const errorTexts = {
  EPERM: '`EPERM`, “operation not permitted”',
  EACCES: '`EACCES`, “permission denied”',
  ENOSYS: '`ENOSYS`, “function not implemented”',
} satisfies Record<CallError, string>

export function describeAttempt(attempt: CallAttempt): string {
  const { call, options } = attempt
  const denial = denialOf(attempt)
  if (!denial) return describeSuccess(attempt)
  const result = `The caller gets ${errorTexts[denial.error]}.`
  const isOff = (option: RunOption) => options.includes(option)
  switch (denial.name) {
    case 'seccomp':
      return `${seccompReasons[call]} ${result} Nobody else is asked.`
    case 'AppArmor':
      return `Seccomp ${isOff('no-seccomp') ? 'is off' : `lets \`${call}\` through`}, and AppArmor denies it: its profile says \`${denial.rule}\`. ${result}`
    case 'capabilities':
      return `No filter stops \`${call}\`, but the kernel itself asks for a capability that the container doesn’t have. ${result}`
    default:
      return denial.name satisfies never
  }
}

const seccompReasons = {
  mount: 'Seccomp turns `mount` away, because the container has no `CAP_SYS_ADMIN`.',
  bpf: 'Seccomp turns `bpf` away, because the container has neither `CAP_BPF` nor `CAP_SYS_ADMIN`.',
  keyctl: 'Seccomp turns `keyctl` away, because it is not on the list. A capability would not help.',
  ptrace: 'Seccomp turns `ptrace` away.',
  clone3:
    'Seccomp pretends that the kernel has no `clone3`, so that libc tries `clone`, whose flags can be checked.',
  socket: 'Seccomp lets `socket` through, but not with `AF_ALG`.',
} satisfies Record<SystemCall, string>

function describeSuccess({ call, options }: CallAttempt): string {
  if (options.includes('privileged')) {
    return `With \`--privileged\`, both filters are off and no capability is missing. Nothing stops \`${call}\`, or whatever else root on the host may do.`
  }
  const filters = [
    `seccomp ${options.includes('no-seccomp') ? 'is off' : 'lets it through'}`,
    describeAppArmor(call, options),
    `the kernel ${call === 'mount' || call === 'bpf' ? 'finds the capability' : 'needs no capability for it'}`,
  ]
  return `Nothing stops \`${call}\`: ${filters.slice(0, 2).join(', ')}, and ${filters[2]}.`
}

function describeAppArmor(call: SystemCall, options: readonly RunOption[]): string {
  if (options.includes('no-apparmor')) return 'AppArmor is off'
  return call in appArmorRules ? 'AppArmor allows it within the profile' : 'AppArmor has no rule for it'
}

const state = createStateFactory(describeAttempt)

export const figureStates: FigureState<CallAttempt>[] = [
  state('mount', '`mount`', { call: 'mount', options: [] }),
  state('mount-admin', '`mount` with `SYS_ADMIN`', { call: 'mount', options: ['sys-admin'] }),
  state('mount-open', '`mount`, AppArmor off', { call: 'mount', options: ['sys-admin', 'no-apparmor'] }),
  state('keyctl', '`keyctl`', { call: 'keyctl', options: [] }),
  state('ptrace', '`ptrace`', { call: 'ptrace', options: [] }),
  state('clone3', '`clone3`', { call: 'clone3', options: [] }),
  state('af-alg', '`socket(AF_ALG)`', { call: 'socket', options: [] }),
  state('af-alg-apparmor', '`socket(AF_ALG)`, seccomp off', { call: 'socket', options: ['no-seccomp'] }),
  state('privileged', 'Privileged', { call: 'mount', options: ['privileged'] }),
]
