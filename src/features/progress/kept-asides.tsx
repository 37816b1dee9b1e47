import { useState } from 'react'
import { downloadText } from '#platform/download.ts'
import { deleteAside, type KeptAside, keptAsides } from '#store/kept-asides.ts'
import { importProgress } from '#store/transfer.ts'
import { AskedTwice } from '#ui/asked-twice.tsx'
import { Button } from '#ui/button.tsx'
import { useFocusAfter } from '#ui/focus-after.ts'
import { counted } from './counted.ts'
import { restoreWords } from './restore-words.ts'

const headingId = 'set-aside'

/** Text that could not be read, to look at, to try again with a newer version, or to let go. */
export function KeptAsides() {
  const [asides, setAsides] = useState(keptAsides)
  const [said, setSaid] = useState('')
  const focusAfter = useFocusAfter()
  function remove(key: string) {
    deleteAside(key)
    setAsides(keptAsides())
    setSaid('Deleted.')
    focusAfter(headingId)
  }
  if (asides.length === 0 && !said) return null
  return (
    <div className="flow mt-6 max-w-measure">
      <h3 id={headingId} tabIndex={-1}>
        Set aside
      </h3>
      <p>
        {asides.length === 0
          ? 'Nothing is set aside any more.'
          : 'This was stored as your progress but could not be read. It is kept as it was found.'}
      </p>
      <ul>
        {asides.map((aside) => (
          <AsideRow
            key={aside.key}
            aside={aside}
            onTry={() => setSaid(restoreWords(importProgress(aside.text)))}
            onDelete={() => remove(aside.key)}
          />
        ))}
      </ul>
      <p role="status">{said}</p>
    </div>
  )
}

function AsideRow({ aside, onTry, onDelete }: { aside: KeptAside; onTry: () => void; onDelete: () => void }) {
  const { key, text } = aside
  return (
    <li className="flex flex-wrap items-center gap-x-2 border-t border-rule py-1">
      <span className="grow basis-60">
        <code>{key}</code> <span className="text-ink-soft">{counted(text.length, 'character')}</span>
      </span>
      <Button
        variant="plain"
        className="text-sm"
        onClick={() => downloadText(`${key}.txt`, text, 'text/plain')}
      >
        Download <span className="sr-only">{key}</span>
      </Button>
      <Button variant="plain" className="text-sm" onClick={onTry}>
        Try to read it again <span className="sr-only">{key}</span>
      </Button>
      <AskedTwice
        className="text-sm"
        label={
          <>
            Delete <span className="sr-only">{key}</span>
          </>
        }
        question="Delete it for good? No backup holds it unless you have downloaded it."
        yes="Delete it"
        no="Keep it"
        onYes={onDelete}
      />
    </li>
  )
}
