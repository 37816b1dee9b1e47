/** Downloads into the browser's cache by file, finished or under way. A failed one is removed. */
const downloads = new Map<string, Promise<void>>()

/**
 * Downloads files of code into the browser's cache, to be imported from there: Firefox and Safari never import a module
 * again once it has failed to load. Style sheets are applied.
 */
export async function downloadCode(files: readonly string[], options?: RequestInit): Promise<void> {
  await Promise.all(files.map((file) => downloadOnce(file, options)))
}

/** Waits for a download that is under way. If that one fails, tries again, because a prefetch has a time limit. */
async function downloadOnce(file: string, options?: RequestInit): Promise<void> {
  const current = downloads.get(file)
  if (current) return current.catch(() => downloadOnce(file, options))
  if (isLinked(file)) return
  const download = downloadAndApply(file, options)
  downloads.set(file, download)
  download.catch(() => downloads.delete(file))
  return download
}

async function downloadAndApply(file: string, options?: RequestInit): Promise<void> {
  const { headers } = await downloadFile(file, options)
  // Some hosts answer with a page when a deploy has removed the file.
  if (/\bhtml\b/.test(headers.get('Content-Type') ?? '')) throw new Error(`${file} is a page`)
  if (file.endsWith('.css')) await applyStyleSheet(file)
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
