import { useState } from 'react'
import { mtuRange, parseMtu } from '#domain/figures/vxlan-frame.ts'
import { TextField } from '#ui/fields/text-field.tsx'

/**
 * The MTU of the network between the nodes. Invalid text stays in the field while the figure keeps the last valid MTU;
 * when the lesson’s text sets another, the field shows that one.
 */
export function MtuField({ mtu, onMtuChange }: { mtu: number; onMtuChange: (mtu: number) => void }) {
  const [typed, setTyped] = useState({ text: String(mtu), mtu })
  const text = typed.mtu === mtu ? typed.text : String(mtu)
  const range = `${mtuRange.min} to ${mtuRange.max}`
  const isValid = parseMtu(text) !== undefined
  return (
    <TextField
      name="MTU of the wire, in bytes"
      inputMode="numeric"
      value={text}
      maxLength={6}
      className="max-w-28"
      aria-invalid={!isValid}
      hint={
        isValid ? (
          range
        ) : (
          <span role="alert">
            Enter a whole number, {range}. The figure shows {mtu}.
          </span>
        )
      }
      onValueChange={(text) => {
        const next = parseMtu(text)
        setTyped({ text, mtu: next ?? mtu })
        if (next !== undefined) onMtuChange(next)
      }}
    />
  )
}
