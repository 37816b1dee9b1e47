import { type Machine, MachineError, quoteShellArgument } from 'docker-in-browser'
import { type FormEvent, useState } from 'react'
import { type ParsedHttpResponse, parseHttpResponse } from '#domain/lab/http-response.ts'
import { normalizeText } from '#domain/typed/normalize-characters.ts'
import { Button } from '#ui/button.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'

type PortRequestState =
  | { kind: 'response'; response: ParsedHttpResponse }
  | { kind: 'failed'; reason: string }
  | { kind: 'loading' }

/** Shows what a published port serves, requested from the machine's host. */
export function PublishedPortPane({ machine }: { machine: Machine }) {
  const [requestState, setRequestState] = useState<PortRequestState>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setRequestState({ kind: 'loading' })
    setRequestState(
      await requestPort(machine, Number(form.get('port')), normalizeText(String(form.get('path')))),
    )
  }
  return (
    <details className="lab-disclosure">
      <summary>Open a published port</summary>
      <form className="lab-toolbar" onSubmit={submit}>
        <label className="caption">
          <span translate="no">http://localhost:</span>
          <input
            name="port"
            type="number"
            inputMode="numeric"
            autoComplete="off"
            enterKeyHint="go"
            min={1}
            max={65535}
            defaultValue={8080}
            required
            className="lab-field w-20"
            aria-label="Port"
          />
        </label>
        <input
          name="path"
          defaultValue="/"
          pattern="/.*"
          title="A path that starts with /"
          {...verbatimInputProps}
          enterKeyHint="go"
          className="lab-field"
          aria-label="Path"
        />
        <Button type="submit" variant="plain">
          Get
        </Button>
      </form>
      <div role="status">{requestState && <PortResponse requestState={requestState} />}</div>
    </details>
  )
}

function PortResponse({ requestState }: { requestState: PortRequestState }) {
  switch (requestState.kind) {
    case 'loading':
      return <p className="text-sm text-ink-soft">Waiting for the response…</p>
    case 'failed':
      return <p className="text-sm">{requestState.reason}</p>
    case 'response': {
      const { status, headers, type, body } = requestState.response
      return (
        <>
          <p translate="no" className="caption">
            {status}
          </p>
          {headers !== '' && <pre className="lab-solution text-ink-soft">{headers}</pre>}
          {type === 'text/html' ? (
            // No scripts, forms or origin: the page that a container serves can only be viewed.
            <iframe className="lab-port-page" title="The page that was served" sandbox="" srcDoc={body} />
          ) : (
            body !== '' && <pre className="lab-solution">{body}</pre>
          )}
        </>
      )
    }
    default:
      return requestState satisfies never
  }
}

async function requestPort(machine: Machine, port: number, path: string): Promise<PortRequestState> {
  try {
    const { exitCode, output } = await machine.run(
      `curl --include --silent --show-error --max-time 20 --url ${quoteShellArgument(`http://localhost:${port}${path}`)} | head -c 200000
       exit "\${PIPESTATUS[0]}"`,
    )
    const response = exitCode === 0 ? parseHttpResponse(output) : undefined
    if (response) return { kind: 'response', response }
    return { kind: 'failed', reason: output.trim() || 'The port responds, but not like a web server.' }
  } catch (error) {
    if (error instanceof MachineError)
      return { kind: 'failed', reason: 'The machine did not respond. Wait until it is idle and try again.' }
    throw error
  }
}
