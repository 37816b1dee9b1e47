import { createMachine } from 'docker-in-browser'

/** Types a command into a machine and shows what comes back. README.md says how to serve it. */
const screen = document.querySelector('#screen') as HTMLPreElement
const decoder = new TextDecoder()

const machine = createMachine({
  manifestAddress: new URL('/image/manifest.json', location.href).href,
  cacheName: 'docker-in-browser.example',
})
machine.onState((state) => {
  if (state.kind === 'loading') screen.textContent = `${Math.round((100 * state.loaded) / state.total)} %`
  if (state.kind === 'failed') screen.textContent = `The machine failed: ${state.failure}`
})
// A real page hands the bytes to a terminal, such as xterm; here their control sequences are left out.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it removes control sequences
const controlSequences = /\x1b\[[\d;?]*[a-z]|\x1b\][^\x07]*\x07|\r/gi
machine.onOutput((bytes) =>
  screen.append(decoder.decode(bytes, { stream: true }).replaceAll(controlSequences, '')),
)
addEventListener('keydown', ({ key }) => {
  if (key === 'Enter') machine.write('\n')
  else if (key.length === 1) machine.write(key)
})

await machine.start()
screen.textContent = ''
machine.write('docker run --rm busybox:1 echo hello\n')
const { output } = await machine.run('docker images --quiet | wc -l')
screen.append(`${output.trim()} images are in the engine.\n`)
