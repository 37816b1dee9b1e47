/** Saves text as a file. `type` is a media type such as `application/json`. */
export function downloadText(fileName: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Delayed, because some browsers read the address only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
