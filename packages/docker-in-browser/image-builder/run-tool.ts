import { spawnSync } from 'node:child_process'

/** Runs a program of the host and returns its standard output. Throws a ToolError with its output if it fails. */
export function runTool(
  command: string,
  args: string[],
  options: { cwd?: string; input?: string } = {},
): string {
  if (!hostProgram.test(command)) throw new ToolError(command, hostProgramsOnly)
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    env: { ...process.env, PATH: pathWithSystemPrograms() },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error) throw new ToolError(command, String(error.message))
  if (status !== 0) throw new ToolError(command, `${stdout}${stderr}`.trim())
  return stdout
}

/** depmod and mke2fs are in folders that only root’s PATH contains, and `su` without a dash keeps the user’s PATH. */
function pathWithSystemPrograms(): string {
  return `${process.env.PATH ?? '/usr/bin:/bin'}:/usr/sbin:/sbin`
}

/** Runs a Bash script, with `set -eu` and `pipefail`. */
export function runShell(script: string, cwd: string): string {
  return runTool('bash', ['-euTo', 'pipefail', '-c', `${checkEachCommand}\n${script}`], { cwd })
}

/**
 * A build step starts programs by name, never by path, because the programs in root filesystems are for i386, which not
 * every host can run. Programs that start other programs are excluded for the same reason.
 */
const hostProgram = /^(?!(env|eval|exec|chroot|nsenter|source|unshare|xargs|qemu.*|\.+)$)[[\w+.-]+$/
const hostProgramsOnly = 'a build step may only run programs of the host, by name.'
/** Makes Bash check each command before it runs it. A script may set a variable, but not for a single command. */
const checkEachCommand = `
check_command() {
  local assignment='^[a-zA-Z_]+=' allowed='^[[a-zA-Z0-9_+:.-]+( |$)'
  local forbidden='^(env|eval|exec|chroot|nsenter|source|unshare|xargs|qemu[^ ]*|[.]+|[a-zA-Z_]+=[^ $]* .*)( |$)'
  [[ $1 =~ $assignment || $1 =~ $allowed ]] && ! [[ $1 =~ $forbidden ]] && return
  echo "$1: ${hostProgramsOnly}" >&2
  kill $$
  exit 126
}
trap 'check_command "$BASH_COMMAND"' DEBUG`

export class ToolError extends Error {
  override name = 'ToolError'
  readonly output: string
  constructor(command: string, output: string) {
    super(`${command} failed:\n${output.split('\n').slice(-12).join('\n')}`)
    this.output = output
  }
}
