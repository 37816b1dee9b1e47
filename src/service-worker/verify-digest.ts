/** Whether the body is the one that the build wrote: `digest` is the start of its SHA-256 in base64url. Reads the body. */
export async function hasDigest(response: Response, digest: string): Promise<boolean> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()))
  const text = btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
  return text.startsWith(digest)
}
