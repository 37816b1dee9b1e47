import { useEffect } from 'react'

/**
 * Refuses files that are dropped beside a field on a page with one: some browsers would open the file in place of the
 * page.
 */
export function useStrayDropGuard(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      const { target, dataTransfer, defaultPrevented } = event
      const isField = target instanceof HTMLInputElement && target.type === 'file'
      if (!dataTransfer?.types.includes('Files') || defaultPrevented || isField) return
      event.preventDefault()
      dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}
