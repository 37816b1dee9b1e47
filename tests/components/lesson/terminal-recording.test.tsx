// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { LessonContext } from '#features/lesson/lesson-context.ts'
import { TerminalRecording } from '#features/lesson/terminal-recording.tsx'

function session() {
  return (
    <LessonContext value={{ chunks: { id: 'images.dockerignore', body: '', quiz: '' }, minutes: {} }}>
      <TerminalRecording id="fails" title="It fails" seen="Docker Engine 28.5.2, 26 November 2026">
        <kbd>{'docker run --rm busybox:1 false\n'}</kbd>
        <small>{'exit code 1\n'}</small>
        <kbd>{'docker ps\n'}</kbd>
        <samp>{'CONTAINER ID\n'}</samp>
      </TerminalRecording>
    </LessonContext>
  )
}

test('a recording is a named region that is keyboard accessible and names its engine', async () => {
  render(session())
  const region = screen.getByRole('region', { name: 'Terminal: It fails' })
  expect(region).toHaveProperty('tabIndex', 0)
  expect(screen.getByText('Recorded on Docker Engine 28.5.2, 26 November 2026')).toBeInTheDocument()
})

test('copying a recording copies only its commands', async () => {
  const user = userEvent.setup()
  render(session())
  await user.click(screen.getByRole('button', { name: /the commands/ }))
  expect(await navigator.clipboard.readText()).toBe('docker run --rm busybox:1 false\ndocker ps')
})
