import { MachineError } from '../machine.ts'

export async function request(
  address: string,
  cacheMode: RequestCache,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(address, { cache: cacheMode, ...(signal && { signal }) })
  } catch (error) {
    throw failureReasonOf(error, signal)
  }
}

export async function download(
  address: string,
  cacheMode: RequestCache,
  signal: AbortSignal | undefined,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request(address, cacheMode, signal)
  if (!response.ok || !response.body)
    throw new MachineError('network', `${address} answered ${response.status}`)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  try {
    const reader = response.body.getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      chunks.push(read.value)
      onBytes(read.value.length)
    }
  } catch (error) {
    throw failureReasonOf(error, signal)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

/** Resolves after the delay or on abort; the caller then checks `signal`. */
export function delay(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end)
  })
}

export function failureReasonOf(error: unknown, signal: AbortSignal | undefined): MachineError {
  if (signal?.aborted) return new MachineError('canceled', 'the download was canceled')
  if (error instanceof MachineError) return error
  return new MachineError('network', error instanceof Error ? error.message : String(error))
}
