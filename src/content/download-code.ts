/** Files of code that the browser's cache has. */
const downloaded = new Set<string>()

/**
 * Downloads files of code into the browser's cache, to be imported from there: Firefox and Safari never import a module
 * again once it has failed to load. Style sheets are applied.
 */
export async function downloadCode(files: readonly string[], options?: RequestInit): Promise<void> {
  await Promise.all(
    files.map(async (file) => {
      if (downloaded.has(file) || isLinked(file)) return
      await downloadFile(file, options)
      if (file.endsWith('.css')) await applyStyleSheet(file)
      downloaded.add(file)
    }),
  )
}

/** Downloads a whole file, because a response may end early. Rejects if the server answers anything else. */
export async function downloadFile(file: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(file, options)
  // Also of an error, because an unread response occupies a connection.
  const body = await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${file} answers ${response.status}`)
  return new Response(body, response)
}

function isLinked(file: string): boolean {
  return document.querySelector(`link[href="${file}"]`) !== null
}

function applyStyleSheet(href: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
  return new Promise((resolve, reject) => {
    link.onload = () => resolve()
    link.onerror = () => {
      link.remove()
      reject(new Error(`${href} failed to load`))
    }
    document.head.append(link)
  })
}
