/** Whether the text is on the clipboard now. Browsers refuse without a gesture, permission or https. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
