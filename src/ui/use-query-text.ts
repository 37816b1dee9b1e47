import { useEffect, useState } from 'react'
import { useLocation, useNavigationType, useSearchParams } from 'react-router'

/**
 * The state of a text field that is also stored in the address, so that it can be linked to. It is empty at first,
 * because pages are prerendered without a query. The field has priority: the address may lag behind typing, and only a
 * link, Back or Forward sets the field from the address.
 */
export function useQueryText(name: string): [string, (text: string) => void] {
  const [parameters, setParameters] = useSearchParams()
  const [text, setText] = useState('')
  const textInAddress = parameters.get(name) ?? ''
  const { key } = useLocation()
  const isOwnUpdate = useNavigationType() === 'REPLACE'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each visit, not for each letter
  useEffect(() => {
    if (!isOwnUpdate) setText(textInAddress)
  }, [key])
  const change = (value: string) => {
    setText(value)
    const write = (old: URLSearchParams) => {
      if (value) old.set(name, value)
      else old.delete(name)
      return old
    }
    setParameters(write, { replace: true, preventScrollReset: true })
  }
  return [text, change]
}
