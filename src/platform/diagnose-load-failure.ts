/** Why a file failed to load: no network, replaced by a newer build, or unknown. */
export type LoadFailureReason = 'offline' | 'outdated-build' | 'unknown'

/** A network that does not answer for this long counts as none. */
const answerTimeoutMillis = 10_000

/**
 * Requests the file again, bypassing caches. The content type matters, because some hosts send a page for a missing
 * file. Without an address, it requests the router’s manifest, whose name is unique to this build.
 */
export async function diagnoseLoadFailure(address = routeManifestFile()): Promise<LoadFailureReason> {
  try {
    const signal = AbortSignal.timeout(answerTimeoutMillis)
    const { status, headers } = await fetch(address, { method: 'HEAD', cache: 'no-store', signal })
    const isPage = headers.get('Content-Type')?.startsWith('text/html')
    return status === 404 || status === 410 || isPage ? 'outdated-build' : 'unknown'
  } catch {
    return 'offline'
  }
}

/** The address of the router’s manifest, which every page contains, although the router’s types do not mention it. */
function routeManifestFile(): string {
  const { __reactRouterManifest: manifest } = window as { __reactRouterManifest?: { url?: string } }
  return manifest?.url ?? location.href
}
