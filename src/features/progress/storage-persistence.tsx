import { useEffect, useRef, useState } from 'react'
import { isStoragePersistent, requestPersistentStorage } from '#platform/storage-persistence.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { downloadBackup } from './download-backup.ts'

type PersistenceState = { answer: boolean | undefined; isAsked: boolean }

/** How long the browser stores data, whether it has promised to, and what helps if it has not. */
export function StoragePersistence() {
  const [persistence, setPromised] = useState<PersistenceState>()
  const statusParagraph = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    let isUnmounted = false
    void isStoragePersistent().then((answer) => {
      if (!isUnmounted) setPromised((before) => before ?? { answer, isAsked: false })
    })
    return () => {
      isUnmounted = true
    }
  }, [])
  async function requestPersistence() {
    setPromised({ answer: await requestPersistentStorage(), isAsked: true })
    // The button disappears if the browser agrees, so the focus moves to the answer.
    statusParagraph.current?.focus()
  }
  return (
    <div className="stack-spacing mt-6 max-w-measure">
      <h3>How long it lasts</h3>
      <p ref={statusParagraph} tabIndex={-1} role="status">
        {persistence && persistenceText(persistence)}
      </p>
      {persistence?.answer === false && (
        <Button onClick={requestPersistence}>Ask the browser to keep it</Button>
      )}
      <p>Whatever the browser promised, it can still be deleted:</p>
      <ul className="list-disc pl-5">
        <li>
          Safari, and other browsers with its engine, such as those on iPhone and iPad, delete what a site has
          stored after seven days of browser use without a click, tap or key press on that site. Each visit on
          which you do something starts the seven days again. A site added to the Home Screen counts its own
          days of use, so it is not affected in practice.
        </li>
        <li>A private or incognito window forgets everything when it is closed, in every browser.</li>
        <li>
          Clearing cookies and site data deletes it, by hand or because the browser is set to do so when it
          closes.
        </li>
      </ul>
      <p>A backup is safe from all of this. Save one before a longer break.</p>
      <Button onClick={downloadBackup}>
        <Icon name="download" /> Save a backup
      </Button>
    </div>
  )
}

function persistenceText({ answer, isAsked }: PersistenceState): string {
  if (answer === undefined)
    return 'This browser does not say whether it clears stored data by itself when disk space runs low.'
  if (answer) return 'This browser has agreed not to clear it by itself when disk space runs low.'
  const now = isAsked ? 'The browser did not agree. It' : 'This browser has not promised to keep it: it'
  return `${now} may clear the data of sites you have not used for long when disk space runs low. Firefox asks you; Chrome, Edge and Safari decide by themselves, by how you use the site or whether you installed it.`
}
