import { downloadingMachine } from './downloading-machine.ts'
import { openImageCache } from './image-cache.ts'
import { MachineError } from './machine.ts'
import { hostMachine, type Line } from './machine-host.ts'
import type { Report } from './messages.ts'

/**
 * The worker that holds the machine. Its name is the address of the image's manifest. A worker is governed by
 * the policy that its own script came with, not by the page's: WebAssembly is allowed here and nowhere else.
 */
const line = globalThis as unknown as Line // the worker's own scope; the page's types have no name for it
const notKept: Report = { kind: 'not-kept' }

hostMachine(
  line,
  downloadingMachine({
    open: (onProgress) =>
      openImageCache({
        manifestAddress: self.name,
        onProgress,
        onNotKept: () => line.postMessage(notKept),
      }),
    make: () => {
      throw new MachineError('no-image', 'v86 is not wired up yet')
    },
  }),
)
