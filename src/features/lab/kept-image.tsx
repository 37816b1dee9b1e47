import { useEffect, useState } from 'react'
import { deleteKeptImage, keptImageBytes } from '#platform/machine/image-cache.ts'
import { Button } from '#ui/button.tsx'
import { megabytes } from './megabytes.ts'

/** How much the browser keeps of the machine, and a way to be rid of it. */
export function KeptImage() {
  const [bytes, setBytes] = useState<number>()
  useEffect(() => {
    keptImageBytes().then(setBytes, () => setBytes(0))
  }, [])
  const forget = () => deleteKeptImage().then(() => setBytes(0))
  return (
    <>
      <p role="status" className="max-w-measure">
        {bytes ? `This browser keeps ${megabytes(bytes)} of it.` : 'This browser keeps nothing of it.'} It is
        downloaded when you start a lab.
      </p>
      {bytes !== undefined && bytes > 0 && (
        <Button className="mt-3" onClick={forget}>
          Delete the machine’s image
        </Button>
      )}
    </>
  )
}
