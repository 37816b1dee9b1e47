import { spawnSync } from 'node:child_process'

/** Runs a program to its end and returns what it printed; throws with its own words when it fails. */
export function runTool(
  command: string,
  words: string[],
  options: { cwd?: string; input?: string } = {},
): string {
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
  return runTool('bash', ['-euo', 'pipefail', '-c', script], { cwd })
}

export class ToolError extends Error {
  override name = 'ToolError'
  readonly said: string
  constructor(command: string, lastOutput: string) {
    super(`${command} failed:\n${lastOutput.split('\n').slice(-12).join('\n')}`)
    this.said = lastOutput
  }
}
