/** Lints a Dockerfile with dockerfile-utils, which loads with the first Dockerfile. */
export async function lintDockerfile(text: string) {
  polyfillBuffer()
  const { validate } = await import('dockerfile-utils')
  return validate(text)
}

/** The parser uses Node's Buffer to look for a byte order mark. */
function polyfillBuffer(): void {
  const scope = globalThis as { Buffer?: unknown }
  scope.Buffer ??= { from: (text: string) => new TextEncoder().encode(text) }
}
