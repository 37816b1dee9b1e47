import { type AuditedSettings, parseAuditedFlags } from './audited-flags.ts'
import { createStateFactory, type FigureState, formatList } from './figure-state.ts'

/**
 * Plate 9.3: ten checks of Docker Bench, with the rules of its script of October 2024. The value is the flags of
 * `docker run`.
 */
export type AuditCheck = {
  id: string
  name: string
  isPassed: boolean
  /** A problem that the check does not look for, although it passes. */
  unseen: string | undefined
}

/** The script removes these from the added capabilities before it checks them. */
const defaultCapabilities = new Set(
  (
    'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID ' +
    'SYS_CHROOT'
  ).split(' '),
)

const noSettings = parseAuditedFlags('')

function settingsOf(flags: string): AuditedSettings {
  const settings = parseAuditedFlags(flags)
  if (!('problem' in settings)) return settings
  if ('problem' in noSettings) throw new Error('No flags are always valid.')
  return noSettings
}

export function checksOf(flags: string): AuditCheck[] {
  const settings = settingsOf(flags)
  const check = (id: string, name: string, isPassed: boolean, unseen?: string | false): AuditCheck => ({
    id,
    name,
    isPassed,
    unseen: (isPassed && unseen) || undefined,
  })
  return [
    check(
      '5.4',
      'added capabilities',
      settings.addedCapabilities.every((name) => defaultCapabilities.has(name)),
      capabilitiesUnseen(settings),
    ),
    check('5.5', 'privileged', !settings.isPrivileged),
    check('5.11', 'memory limit', settings.hasMemoryLimit),
    check('5.12', 'CPU limit or shares', settings.hasCpuLimit),
    check('5.13', 'read-only root', settings.isReadOnly),
    check('5.14', 'published address', !settings.addresses.includes('0.0.0.0'), addressUnseen(settings)),
    check(
      '5.15',
      'restart count',
      settings.maxRestarts <= 5,
      settings.isRestartedAlways && 'restarts without end',
    ),
    check(
      '5.22',
      'seccomp',
      !settings.isSeccompOff,
      settings.isPrivileged && !settings.hasSeccompProfile && 'off in a privileged container',
    ),
    check(
      '5.26',
      'no-new-privileges',
      settings.noNewPrivileges !== undefined,
      settings.noNewPrivileges === false && 'set to false',
    ),
    check('5.29', 'PID limit', settings.hasPidLimit),
  ]
}

function capabilitiesUnseen({ isPrivileged, areAllDropped }: AuditedSettings): string | false {
  if (isPrivileged) return 'has every capability'
  return !areAllDropped && 'the 14 defaults are kept'
}

function addressUnseen({ addresses }: AuditedSettings): string | false {
  const open = addresses.find((address) => !address.startsWith('127.'))
  return open !== undefined && `open on ${open}`
}

/** A PASS adds one, a WARN subtracts one. */
export function scoreOf(checks: readonly AuditCheck[]): number {
  return checks.reduce((score, { isPassed }) => score + (isPassed ? 1 : -1), 0)
}

export function formatScore(score: number): string {
  return score > 0 ? `+${score}` : String(score).replace('-', '−')
}

const maxDescribed = 3

export function describeAudit(flags: string): string {
  const checks = checksOf(flags)
  const warned = checks.filter(({ isPassed }) => !isPassed).map(({ id }) => id)
  const score = `a score of ${formatScore(scoreOf(checks))}`
  const result =
    warned.length === 0
      ? `All ten checks pass: ${score}.`
      : `Of ten checks, ${checks.length - warned.length} pass: ${score}. ${formatList(warned)} ${warned.length === 1 ? 'warns' : 'warn'}.`
  const unseen = checks.flatMap(({ id, unseen }) => (unseen === undefined ? [] : [`${id} (${unseen})`]))
  if (unseen.length === 0) return `${result} No PASS hides anything here, as far as these checks go.`
  const rest = unseen.length - maxDescribed
  const described = rest > 0 ? [...unseen.slice(0, maxDescribed), `${rest} more`] : unseen
  return `${result} What a PASS hides: ${formatList(described)}.`
}

const state = createStateFactory(describeAudit)

export const figureStates: FigureState<string>[] = [
  state('bare', 'Only a published port', '-p 8080:8080'),
  state(
    'compose',
    'The lesson’s file',
    '--read-only --cap-drop ALL --security-opt no-new-privileges=true --memory 256m --cpus 0.5 --pids-limit 128 ' +
      '-p 127.0.0.1:8080:8080 --restart on-failure:5',
  ),
  state(
    'course',
    'This course’s file',
    '--read-only --cap-drop ALL --security-opt no-new-privileges:true --memory 256m --pids-limit 512 ' +
      '-p 127.0.0.1:8080:8080 --restart unless-stopped',
  ),
  state(
    'loopholes',
    'All PASS, little gained',
    '--read-only --security-opt no-new-privileges=false --memory 1t --cpus 4 --pids-limit 4000000 ' +
      '-p 203.0.113.7:8080:8080 --restart always',
  ),
  state('privileged', 'Privileged', '--privileged'),
]
