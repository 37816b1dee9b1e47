/** Why a file of the site did not come: no network, a newer build took its place, or nobody can tell. */
export type LoadFailureReason = 'offline' | 'gone' | 'unclear'

/**
 * Asks the server once more, past every cache. Some hosts answer for what they do not have with a page. Without an
 * address it asks for the list of this build's pages, whose name no other build shares.
 */
export async function diagnoseLoadFailure(address = routeManifestFile()): Promise<LoadFailureReason> {
  try {
    const { status, headers } = await fetch(address, { method: 'HEAD', cache: 'no-store' })
    const isPage = headers.get('Content-Type')?.startsWith('text/html')
    return status === 404 || status === 410 || isPage ? 'gone' : 'unclear'
  } catch {
    return 'offline'
  }
}

/** The router's manifest. It stands in every page and is not in the router's types. */
function routeManifestFile(): string {
  const { __reactRouterManifest: manifest } = window as { __reactRouterManifest?: { url?: string } }
  return manifest?.url ?? location.href
}
