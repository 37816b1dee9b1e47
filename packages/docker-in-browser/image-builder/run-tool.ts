import { spawnSync } from 'node:child_process'

/** Runs a program of the host to its end and returns what it printed; throws with its own words when it fails. */
export function runTool(
  command: string,
  words: string[],
  options: { cwd?: string; input?: string } = {},
): string {
  if (!hostProgram.test(command)) throw new ToolError(command, notOfTheHost)
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    ...options,
    env: { ...process.env, PATH: pathWithSystemPrograms() },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error) throw new ToolError(command, String(error.message))
  if (status !== 0) throw new ToolError(command, `${stdout}${stderr}`.trim())
  return stdout
}

/** Debian keeps depmod and its like where root's path alone leads: after `su` without a dash it does not. */
function pathWithSystemPrograms(): string {
  return `${process.env.PATH ?? '/usr/bin:/bin'}:/usr/sbin:/sbin`
}

/** A shell text, for what is a pipe by nature. `set -eu` and pipefail are on. */
export function runShell(script: string, cwd: string): string {
  return runTool('bash', ['-euTo', 'pipefail', '-c', `${onlyHostPrograms}\n${script}`], { cwd })
}

/**
 * A program is started by its plain name, never by a path: what is in the trees of packages is for i386, which not every
 * host can run. Programs that start others are left out for the same reason.
 */
const hostProgram = /^(?!(env|eval|exec|chroot|nsenter|source|unshare|xargs|qemu.*|\.+)$)[[\w+.-]+$/
const notOfTheHost = 'a build step may run programs of the host only, each by its plain name.'
/** Bash looks at each command before it runs it. It may set a variable, but not for one command. */
const onlyHostPrograms = `
check_command() {
  local setting='^[a-zA-Z_]+=' plain='^[[a-zA-Z0-9_+:.-]+( |$)'
  local other='^(env|eval|exec|chroot|nsenter|source|unshare|xargs|qemu[^ ]*|[.]+|[a-zA-Z_]+=[^ $]* .*)( |$)'
  [[ $1 =~ $setting || $1 =~ $plain ]] && ! [[ $1 =~ $other ]] && return
  echo "$1: ${notOfTheHost}" >&2
  kill $$
  exit 126
}
trap 'check_command "$BASH_COMMAND"' DEBUG`

export class ToolError extends Error {
  override name = 'ToolError'
  readonly said: string
  constructor(command: string, lastOutput: string) {
    super(`${command} failed:\n${lastOutput.split('\n').slice(-12).join('\n')}`)
    this.said = lastOutput
  }
}
