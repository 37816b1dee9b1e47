import { parseMemoryFlag } from './limit-flags.ts'

/** The settings of a container that Docker Bench checks, as set by flags of `docker run`. */
export type AuditedSettings = {
  addedCapabilities: string[]
  areAllDropped: boolean
  isPrivileged: boolean
  hasMemoryLimit: boolean
  hasCpuLimit: boolean
  isReadOnly: boolean
  isSeccompOff: boolean
  /** Whether the last option for seccomp names a profile, which applies even to a privileged container. */
  hasSeccompProfile: boolean
  /** The value of the option; undefined if it is not set. */
  noNewPrivileges: boolean | undefined
  hasPidLimit: boolean
  /** The host addresses on which ports are published. */
  addresses: string[]
  isRestartedAlways: boolean
  maxRestarts: number
}

type Read = (settings: AuditedSettings, value: string) => boolean

const switches: Record<string, (settings: AuditedSettings, isOn: boolean) => void> = {
  '--privileged': (settings, isOn) => {
    settings.isPrivileged = isOn
  },
  '--read-only': (settings, isOn) => {
    settings.isReadOnly = isOn
  },
}

const readers: Record<string, Read> = {
  '--cap-add': (settings, value) => settings.addedCapabilities.push(capabilityName(value)) > 0,
  '--cap-drop': (settings, value) => {
    settings.areAllDropped ||= capabilityName(value) === 'ALL'
    return /^\w+$/.test(value)
  },
  '--memory': (settings, value) => {
    const mebibytes = parseMemoryFlag(value)
    settings.hasMemoryLimit = mebibytes !== 0
    return mebibytes !== undefined
  },
  '--cpus': setCpuLimit,
  '--cpu-shares': setCpuLimit,
  '--pids-limit': (settings, value) => {
    settings.hasPidLimit = Number(value) > 0
    return /^-?\d+$/.test(value)
  },
  '--publish': readPort,
  '--restart': readRestart,
  '--security-opt': readSecurityOption,
}

const shortNames: Record<string, string> = { '-m': '--memory', '-c': '--cpu-shares', '-p': '--publish' }

export const auditedFlagHint =
  'The checks read flags such as `--read-only`, `--memory 256m`, `--restart always` and `-p 127.0.0.1:8080:8080`.'

export function parseAuditedFlags(text: string): AuditedSettings | { problem: string } {
  const settings: AuditedSettings = {
    addedCapabilities: [],
    areAllDropped: false,
    isPrivileged: false,
    hasMemoryLimit: false,
    hasCpuLimit: false,
    isReadOnly: false,
    isSeccompOff: false,
    hasSeccompProfile: false,
    noNewPrivileges: undefined,
    hasPidLimit: false,
    addresses: [],
    isRestartedAlways: false,
    maxRestarts: 0,
  }
  const words = text.split(/\s+/).filter((word) => word !== '')
  while (words.length > 0) {
    const problem = readFlag(settings, words)
    if (problem !== undefined) return { problem }
  }
  return settings
}

/** Removes a flag and its value from the front of the words. Returns the problem with it, if there is one. */
function readFlag(settings: AuditedSettings, words: string[]): string | undefined {
  const word = words.shift() ?? ''
  const [, typedName = word, typedValue] = /^(--[a-z-]+)=(.*)$/.exec(word) ?? []
  const name = shortNames[typedName] ?? typedName
  const setSwitch = Object.hasOwn(switches, name) ? switches[name] : undefined
  if (setSwitch) {
    setSwitch(settings, typedValue !== 'false')
    return undefined
  }
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined
  if (!read) return auditedFlagHint
  const value = typedValue ?? words.shift() ?? ''
  return value !== '' && read(settings, value)
    ? undefined
    : `The value of \`${typedName}\` is missing or not one that this figure reads.`
}

function capabilityName(text: string): string {
  return text.toUpperCase().replace(/^CAP_/, '')
}

function setCpuLimit(settings: AuditedSettings, value: string): boolean {
  settings.hasCpuLimit ||= Number(value) > 0
  return /^\d*\.?\d+$/.test(value)
}

/** `8080`, `8080:8080`, `127.0.0.1:8080:8080`. */
function readPort(settings: AuditedSettings, value: string): boolean {
  const port = /^(?:(\d+(?:\.\d+){3}):\d*:|(?:\d+:)?)\d+(?:\/(?:tcp|udp))?$/.exec(value)
  settings.addresses.push(port?.[1] ?? '0.0.0.0')
  return port !== null
}

function readRestart(settings: AuditedSettings, value: string): boolean {
  const [, policy, count] = /^(no|always|unless-stopped|on-failure)(?::(\d+))?$/.exec(value) ?? []
  settings.maxRestarts = Number(count ?? 0)
  settings.isRestartedAlways = policy !== 'no' && settings.maxRestarts === 0
  return policy !== undefined && (count === undefined || policy === 'on-failure')
}

/**
 * Docker Bench warns about any `seccomp=unconfined`; if `no-new-privileges` is repeated, dockerd uses the last value.
 */
function readSecurityOption(settings: AuditedSettings, value: string): boolean {
  const [, name, setting] = /^([a-z-]+)(?:[=:](.+))?$/.exec(value) ?? []
  if (name === 'seccomp') {
    settings.isSeccompOff ||= setting === 'unconfined'
    settings.hasSeccompProfile = setting !== 'unconfined'
  }
  if (name === 'no-new-privileges') {
    settings.noNewPrivileges = /^(?:1|t|true)$/i.test(setting ?? 'true')
    return /^(?:[01tf]|true|false)$/i.test(setting ?? 'true')
  }
  return (name === 'seccomp' || name === 'apparmor') && setting !== undefined
}
