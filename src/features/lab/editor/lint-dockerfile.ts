/** What is wrong in a Dockerfile, by dockerfile-utils. Loaded with its first Dockerfile. */
export async function lintDockerfile(text: string) {
  polyfillBuffer()
  const { validate } = await import('dockerfile-utils')
  return validate(text)
}

/** Its parser asks Node's Buffer for the first bytes of a text, to see whether they are a byte order mark. */
function polyfillBuffer(): void {
  const scope = globalThis as { Buffer?: unknown }
  scope.Buffer ??= { from: (text: string) => new TextEncoder().encode(text) }
}
