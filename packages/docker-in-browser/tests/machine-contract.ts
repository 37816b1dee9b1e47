import { afterEach, expect, test } from 'vitest'
import type { Machine, MachineState } from '../src/machine.ts'

/**
 * The contract of every `Machine`: the real one and the scripted fake pass the same tests. `make` returns a new
 * machine that is off; its shell must understand `echo`, `exit`, `cat` and files, as bash does.
 */
export function testMachineContract(make: () => Machine, timeout: number): void {
  const machines: Machine[] = []
  const fresh = () => {
    const machine = make()
    machines.push(machine)
    return machine
  }
  afterEach(() => {
    for (const machine of machines.splice(0)) machine.dispose()
  })

  test('a machine is off until it starts, and then emits each state up to running', {
    timeout,
  }, async () => {
    const machine = fresh()
    expect(machine.state).toEqual({ kind: 'off' })
    const kinds: MachineState['kind'][] = []
    machine.onState((state) => kinds.push(state.kind))
    await machine.start()
    expect(machine.state.kind).toBe('running')
    expect(kinds.at(-1)).toBe('running')
    expect(kinds).toContain('starting')
  })

  test('nothing runs on a machine that is off', async () => {
    await expect(fresh().run('echo hello')).rejects.toMatchObject({ failure: 'not-running' })
  })

  test('a script returns its output and exit code', { timeout }, async () => {
    const machine = fresh()
    await machine.start()
    expect(await machine.run('echo hello')).toEqual({ exitCode: 0, output: 'hello\n' })
    expect(await machine.run('exit 3')).toEqual({ exitCode: 3, output: '' })
  })

  test('scripts run in the order of the calls', { timeout }, async () => {
    const machine = fresh()
    await machine.start()
    const results = await Promise.all([machine.run('echo one'), machine.run('echo two')])
    expect(results.map(({ output }) => output)).toEqual(['one\n', 'two\n'])
  })

  test('a written file reads back unchanged, whatever its bytes', { timeout }, async () => {
    const machine = fresh()
    await machine.start()
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 256)
    await machine.writeFile("/root/a folder/it's here", bytes)
    expect(await machine.readFile("/root/a folder/it's here")).toEqual(bytes)
  })

  test('a missing file is reported as missing', { timeout }, async () => {
    const machine = fresh()
    await machine.start()
    await expect(machine.readFile('/root/nothing')).rejects.toMatchObject({ failure: 'no-such-file' })
  })

  test('the terminal begins with one prompt, and typed text appears after it', { timeout }, async () => {
    const machine = fresh()
    let shown = ''
    machine.resize(100, 30)
    machine.onOutput((bytes) => {
      shown += new TextDecoder().decode(bytes)
    })
    await machine.start()
    machine.write('echo typed-$((40 + 2))\n')
    await expect.poll(() => shown, { timeout }).toContain('typed-42')
    const [before = ''] = shown.split('echo typed')
    expect(before.match(/root@lab:~[#$] /g)).toHaveLength(1)
  })

  test('restarting resets the machine', { timeout: timeout * 2 }, async () => {
    const machine = fresh()
    await machine.start()
    await machine.writeFile('/root/kept', new Uint8Array([1]))
    await machine.start()
    await expect(machine.readFile('/root/kept')).rejects.toMatchObject({ failure: 'no-such-file' })
  })
}
