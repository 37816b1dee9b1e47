// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showFigure } from '../../support/show-figure.tsx'

test('mapped-ids: a line of /etc/subuid is typed; one with the host’s root changes nothing', async () => {
  const { figure, description } = await showFigure('mapped-ids')
  await userEvent.click(within(figure).getByRole('radio', { name: 'rootless' }))
  const field = within(figure).getByRole('textbox', { name: 'Line of /etc/subuid' })
  await userEvent.clear(field)
  const before = description()
  await userEvent.type(field, 'deploy:0:65536')
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(field).toHaveAccessibleDescription(/without the host’s root, 0\. The figure has not changed\.$/)
  expect(description()).toBe(before)
  await userEvent.clear(field)
  await userEvent.type(field, 'deploy:100000:65536')
  expect(description()).toContain('UID 999 is 100998 there.')
})

test('syscall-gates: the call and the container’s options are chosen by keyboard', async () => {
  const { figure, description } = await showFigure('syscall-gates')
  await userEvent.tab()
  expect(description()).toContain('Seccomp turns mount away')
  within(figure).getByRole('checkbox', { name: '--cap-add SYS_ADMIN' }).focus()
  await userEvent.keyboard(' ')
  expect(description()).toContain('AppArmor denies it')
  within(figure).getByRole('checkbox', { name: 'apparmor=unconfined' }).focus()
  await userEvent.keyboard(' ')
  expect(description()).toContain('Nothing stops mount')
})

test('what-the-audit-sees: flags are typed; one that the checks don’t read changes nothing', async () => {
  const { figure, description } = await showFigure('what-the-audit-sees')
  const field = within(figure).getByRole('textbox', { name: 'Flags of docker run' })
  await userEvent.clear(field)
  await userEvent.type(field, '--read-only')
  expect(description()).toContain('6 pass: a score of +2')
  const before = description()
  await userEvent.type(field, ' --tty')
  expect(field).toHaveValue('--read-only --tty')
  expect(field).toHaveAccessibleDescription(/^The checks read flags such as .* The figure has not changed\.$/)
  expect(description()).toBe(before)
})
