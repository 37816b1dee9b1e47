// @vitest-environment jsdom
import { globSync, readFileSync } from 'node:fs'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Suspense } from 'react'
import { prerender } from 'react-dom/static'
import { expect, test } from 'vitest'
import { type FigureId, figures, isFigureId } from '#domain/figures/figure-ids.ts'
import { statesOfFigures } from '#domain/figures/figure-states.ts'
import { figureComponent } from '#features/figures/figure-component.ts'
import { loadDrawing } from '#features/figures/registry.ts'

const ids = Object.keys(figures).filter(isFigureId)

async function show(id: FigureId) {
  const Drawn = figureComponent(id)
  render(
    <Suspense>
      <Drawn />
    </Suspense>,
  )
  const figure = await screen.findByRole('figure')
  return { figure, description: () => figure.querySelector('[aria-live]')?.textContent }
}

/** As the page shows it: backticks mark code. */
function plain(text: string | undefined) {
  return text?.replaceAll('`', '')
}

test('a draft with an unknown figure shows nothing in its place', async () => {
  const Unknown = await loadDrawing('no-such-figure')
  const { container } = render(<Unknown />)
  expect(container).toBeEmptyDOMElement()
})

test('every figure is used by one lesson, whose area and topic number its plate', () => {
  const uses = globSync('content/*/*/lesson.mdx').flatMap((file) => {
    const found = readFileSync(file, 'utf8').matchAll(/<Figure id="([^"]*)"/g)
    const plate = (file.match(/\d+(?=-)/g) ?? []).map(Number).join('.')
    return [...found].map(([, id]) => ({ id, plate }))
  })
  const expected = ids.map((id) => ({ id, plate: figures[id].plate }))
  const sorted = (list: { id: string | undefined }[]) =>
    list.toSorted((a, b) => String(a.id).localeCompare(String(b.id)))
  expect(sorted(uses)).toEqual(sorted(expected))
})

test.each(ids)('%s: number, title and first description are prerendered', async (id) => {
  const { figure, description } = await show(id)
  expect(within(figure).getByText(`Plate ${figures[id].plate}`)).toBeInTheDocument()
  expect(within(figure).getByText(figures[id].title)).toBeInTheDocument()
  expect(description()).toBe(plain(statesOfFigures[id][0]?.description))
  expect(figure).not.toHaveAttribute('data-changed')
})

test.each<FigureId>([
  'three-ways-to-run',
  'shared-host',
  'ghost-weight',
  'build-stages',
  'build-context',
  'name-of-an-image',
  'what-the-audit-sees',
  'start-order',
  'merged-files',
  'log-rotation',
  'what-survives',
])('%s: arrow keys step through every state and announce each', async (id) => {
  const { description } = await show(id)
  await userEvent.tab()
  for (const state of statesOfFigures[id].slice(1)) {
    await userEvent.keyboard('{ArrowRight}')
    expect(description()).toBe(plain(state.description))
  }
  await userEvent.keyboard('{ArrowLeft}')
  expect(description()).toBe(plain(statesOfFigures[id].at(-2)?.description))
})

test('build-context: a list is typed, and its lines are switched, by keyboard', async () => {
  const { figure, description } = await show('build-context')
  await userEvent.tab()
  await userEvent.tab()
  expect(within(figure).getByRole('textbox', { name: '.dockerignore' })).toHaveFocus()
  await userEvent.keyboard('**/.env*')
  expect(description()).toBe(
    'COPY . . gets 11 of 14 files, 31.9 MB. Line 1 keeps out .env, api/.env and api/.env.example.',
  )
  const lines = within(figure).getByRole('group', { name: 'Add or remove a line' })
  expect(within(lines).getByRole('checkbox', { name: '**/.env*' })).toBeChecked()
  within(lines).getByRole('checkbox', { name: '!**/.env.example' }).focus()
  await userEvent.keyboard(' ')
  expect(within(figure).getByRole('textbox')).toHaveValue('**/.env*\n!**/.env.example')
  expect(description()).toMatch(/Line 2 lets in api\/\.env\.example\.$/)
  for (const radio of within(figure).getAllByRole('radio')) expect(radio).not.toBeChecked()
})

test('build-context: a list that the builder rejects is described as such', async () => {
  const { figure, description } = await show('build-context')
  await userEvent.type(within(figure).getByRole('textbox'), 'src/[[')
  expect(description()).toBe('The builder can’t read line 1, src/[, and builds nothing.')
})

test('merged-files: lines, tag, port and profile are chosen by keyboard; an invalid port changes nothing', async () => {
  const { figure, description } = await show('merged-files')
  within(figure).getByRole('checkbox', { name: 'depends_on' }).focus()
  await userEvent.keyboard(' ')
  expect(description()).toContain('up refuses to start')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  const before = description()
  expect(before).toContain('127.0.0.1:8443:80 is added, and 8080:80 stays')
  const field = within(figure).getByRole('textbox', { name: 'Port in the override' })
  await userEvent.clear(field)
  await userEvent.type(field, '8443:8')
  expect(description()).toContain('8443:8 is added')
  await userEvent.type(field, 'x')
  expect(field).toHaveValue('8443:8x')
  expect(field).toHaveAccessibleDescription(
    /^Enter a host port and a container port, .* The figure has not changed\.$/,
  )
  expect(description()).toContain('8443:8 is added')
  await userEvent.tab({ shift: true })
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('up starts api, db and prometheus, whose profile is on.')
})

test('bind-mount-owners: the daemon and the mount are chosen by keyboard', async () => {
  const { description } = await show('bind-mount-owners')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('Docker runs as UID 1000')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('Nobody in the container can write')
})

test('two-stores: the store and the directories of the large disk are chosen by keyboard', async () => {
  const { description } = await show('two-stores')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('27 GB doesn’t fit into 20 GB.')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('Both directories are on the large disk: 30 of 200 GB')
})

test('log-rotation: options are typed; a driver that refuses one file empties the field', async () => {
  const { figure, description } = await show('log-rotation')
  const [size, files] = ['max-size', 'max-file'].map((name) => within(figure).getByRole('textbox', { name }))
  if (!size || !files) throw new Error('no fields')
  await userEvent.type(size, '10m')
  await userEvent.type(files, '1')
  expect(description()).toContain('One file of 10 MB: 10 MB at most.')
  await userEvent.clear(size)
  await userEvent.type(size, 'ten')
  expect(size).toHaveAccessibleDescription(/^Enter a size above zero.* The figure has not changed\.$/)
  expect(description()).toContain('The log has no limit')
  await userEvent.click(within(figure).getAllByRole('radio', { name: 'local' }).at(-1) ?? figure)
  expect(description()).toContain('5 files of 20 MB: 100 MB at most')
  expect(within(figure).getByRole('textbox', { name: 'max-file' })).toHaveValue('')
})

test('request-trace: progress, dropped header and calls are chosen by keyboard', async () => {
  const { description } = await show('request-trace')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
  expect(description()).toContain('web takes 4 s')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('api calls stock without the header: three traces.')
  await userEvent.keyboard('{ArrowLeft}')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('In the first, web takes 3.4 s')
})

test('scrape-to-alert: the load is chosen and the times are typed; an invalid time changes nothing', async () => {
  const { figure, description } = await show('scrape-to-alert')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('nobody is woken')
  const field = within(figure).getByRole('textbox', { name: 'for (min)' })
  await userEvent.clear(field)
  expect(field).toHaveAccessibleDescription('Enter a whole number, 0 to 10. The figure has not changed.')
  expect(description()).toContain('nobody is woken')
  await userEvent.type(field, '2')
  expect(description()).toContain('it fires at minute 9.')
})

test('what-a-container-sees: each namespace is a choice of its own by keyboard', async () => {
  const { figure, description } = await show('what-a-container-sees')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('--pid=host')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('--pid=host --network host')
  const net = within(figure).getByRole('group', { name: 'net namespace' })
  expect(within(net).getByRole<HTMLInputElement>('radio', { name: 'host’s' })).toBeChecked()
})

test('who-resolves-whom: networks and client are chosen by keyboard', async () => {
  const { description } = await show('who-resolves-whom')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toMatch(/proxy reaches api by name, and does not reach db or blog\.$/)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toMatch(/api reaches proxy and db by name, and does not reach blog\.$/)
})

test('who-gets-the-port: the network of each container is chosen by keyboard', async () => {
  const { description } = await show('who-gets-the-port')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('on 127.0.0.1 it reaches the host’s Redis')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('api wants port 80 as well and fails')
})

test('seen-from-the-switch: the mode and the limit of the port are chosen by keyboard', async () => {
  const { description } = await show('seen-from-the-switch')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('learns three MAC addresses')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('a switch port that allows one MAC address')
})

test('which-kernel: the runtime and what happens are chosen by keyboard', async () => {
  const { description } = await show('which-kernel')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('prints the guest’s kernel, 6.18.35')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('The VM stops, and db with it')
})

test('keyless-signing: what goes wrong and the identity are chosen by keyboard', async () => {
  const { figure, description } = await show('keyless-signing')
  await userEvent.tab()
  within(figure).getByRole('radio', { name: 'no log entry' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('expects example/shop and refuses')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('With .*, cosign verify lets it pass')
})

test('supply-chain: the way in is chosen, and checks are switched, by keyboard', async () => {
  const { figure, description } = await show('supply-chain')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('asks who signed it, and refuses')
  await userEvent.tab()
  expect(within(figure).getByRole('checkbox', { name: 'pin by digest' })).toHaveFocus()
  await userEvent.keyboard(' ')
  expect(description()).toContain('so this one doesn’t run')
})

test('file-life: a step is chosen and a size is typed by keyboard; an invalid size changes nothing', async () => {
  const { figure, description } = await show('file-life')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('the whole file, 900 MB,')
  await userEvent.tab()
  const field = within(figure).getByRole('textbox', { name: 'Size of /index in the image' })
  expect(field).toHaveFocus()
  await userEvent.keyboard('big')
  expect(field).toHaveValue('big')
  expect(within(figure).getByRole('alert')).toHaveTextContent('Enter a size')
  expect(description()).toContain('the whole file, 900 MB,')
  await userEvent.clear(field)
  await userEvent.type(field, '1.5 GB')
  expect(description()).toContain('the whole file, 1.5 GB,')
})

test('name-lookup: who asks is chosen and a name is typed by keyboard; an invalid name changes nothing', async () => {
  const { figure, description } = await show('name-lookup')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('In db, 127.0.0.11 knows api')
  await userEvent.tab()
  await userEvent.tab()
  const field = within(figure).getByRole('textbox', { name: 'Or another name' })
  expect(field).toHaveFocus()
  await userEvent.keyboard('web')
  expect(description()).toContain('There is a web on front')
  await userEvent.keyboard(':80')
  expect(field).toHaveValue('web:80')
  expect(within(figure).getByRole('alert')).toHaveTextContent('the port is not part of the question')
  expect(description()).toContain('There is a web on front')
})

test('two-limits: both limits are typed by keyboard; an invalid size changes nothing', async () => {
  const { figure, description } = await show('two-limits')
  await userEvent.tab()
  const size = within(figure).getByRole('textbox', { name: 'Size of the tmpfs' })
  expect(size).toHaveFocus()
  await userEvent.keyboard('8m')
  expect(description()).toContain('The tmpfs is full at 8 MiB')
  await userEvent.tab()
  await userEvent.keyboard('5m')
  expect(within(figure).getByRole('alert')).toHaveTextContent('6m, the least that Docker takes')
  expect(description()).toContain('The tmpfs is full at 8 MiB')
})

test('resource-tax: the isolation is chosen and numbers are typed by keyboard', async () => {
  const { figure, description } = await show('resource-tax')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('7.5 GiB for your code and 3.5 GiB on top. There are 31 kernels to patch.')
  await userEvent.tab()
  expect(within(figure).getByRole('textbox', { name: 'Workloads' })).toHaveFocus()
  await userEvent.keyboard('0')
  expect(within(figure).getByRole('alert')).toHaveTextContent('Enter a whole number, 1 to 100.')
  expect(description()).toContain('There are 31 kernels to patch.')
})

test('what-up-changes: the edit and the command are chosen by keyboard', async () => {
  const { description } = await show('what-up-changes')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowLeft}')
  expect(description()).toContain('up asks before it recreates a volume')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('the volume is recreated, and db with it. The data is gone.')
})

test('average-and-peak: applications and peaks are chosen, and memory is typed, by keyboard', async () => {
  const { figure, description } = await show('average-and-peak')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('At 8 p.m., they want 163%')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('they fit, as long as their peaks stay apart')
  await userEvent.tab()
  expect(within(figure).getByRole('textbox', { name: 'Memory of each' })).toHaveFocus()
  await userEvent.keyboard('65g')
  expect(description()).toContain('need 130 GiB of memory')
  await userEvent.keyboard('b!')
  expect(within(figure).getByRole('alert')).toHaveTextContent('Enter a size from 128m to 128g.')
  expect(description()).toContain('need 130 GiB of memory')
})

test('vxlan-frame: an MTU is typed, and the switches are chosen by keyboard', async () => {
  const { figure, description } = await show('vxlan-frame')
  await userEvent.tab()
  const field = within(figure).getByRole('textbox', { name: 'MTU of the wire, in bytes' })
  expect(field).toHaveFocus()
  await userEvent.clear(field)
  await userEvent.type(field, '1450')
  expect(description()).toContain('which leaves 1400 for a container’s packet.')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('which leaves 1380 for a container’s packet.')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('which leaves 1352 for a container’s packet.')
})

test('vxlan-frame: an invalid MTU stays in the field, is explained, and changes nothing in the figure', async () => {
  const { figure, description } = await show('vxlan-frame')
  const before = description()
  const field = within(figure).getByRole('textbox', { name: 'MTU of the wire, in bytes' })
  await userEvent.clear(field)
  await userEvent.type(field, '15')
  expect(field).toHaveValue('15')
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(field).toHaveAccessibleDescription('Enter a whole number, 1280 to 9216. The figure shows 1500.')
  expect(within(figure).getByRole('alert')).toBeInTheDocument()
  expect(description()).toBe(before)
  await userEvent.type(field, '00')
  expect(field).toHaveAttribute('aria-invalid', 'false')
  expect(within(figure).queryByRole('alert')).not.toBeInTheDocument()
})

test('name-of-an-image: a name is typed; one that Docker refuses stays, with its message and the rule', async () => {
  const { figure, description } = await show('name-of-an-image')
  const field = within(figure).getByRole('textbox', { name: 'Name of an image' })
  await userEvent.clear(field)
  await userEvent.type(field, 'ghcr.io/shop/app:1.4')
  expect(description()).toContain('ghcr.io is a domain, because it has a dot.')
  await userEvent.type(field, '@sha256')
  expect(field).toHaveValue('ghcr.io/shop/app:1.4@sha256')
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(description()).toContain(
    'invalid reference format. A digest is an algorithm, a colon and hex digits.',
  )
})

test('what-the-audit-sees: flags are typed; one that the checks don’t read changes nothing', async () => {
  const { figure, description } = await show('what-the-audit-sees')
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

test('syscall-gates: the call and the container’s options are chosen by keyboard', async () => {
  const { figure, description } = await show('syscall-gates')
  await userEvent.tab()
  expect(description()).toContain('Seccomp turns mount away')
  within(figure).getByRole('checkbox', { name: '--cap-add SYS_ADMIN' }).focus()
  await userEvent.keyboard(' ')
  expect(description()).toContain('AppArmor denies it')
  within(figure).getByRole('checkbox', { name: 'apparmor=unconfined' }).focus()
  await userEvent.keyboard(' ')
  expect(description()).toContain('Nothing stops mount')
})

test('mapped-ids: a line of /etc/subuid is typed; one that the kernel would refuse changes nothing', async () => {
  const { figure, description } = await show('mapped-ids')
  await userEvent.click(within(figure).getByRole('radio', { name: 'rootless' }))
  const field = within(figure).getByRole('textbox', { name: 'Line of /etc/subuid' })
  await userEvent.clear(field)
  const before = description()
  await userEvent.type(field, 'deploy:1000:65536')
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(field).toHaveAccessibleDescription(
    /must not contain the user’s own ID, 1001\. The figure has not changed\.$/,
  )
  expect(description()).not.toContain('1998')
  await userEvent.clear(field)
  await userEvent.type(field, 'deploy:100000:65536')
  expect(description()).not.toBe(before)
  expect(description()).toContain('UID 999 is 100998 there.')
})

test('runtime-chain: what ends and live restore are chosen by keyboard', async () => {
  const { description } = await show('runtime-chain')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('Live restore is off, so dockerd stops web')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('Live restore is on, so dockerd stops alone')
})

test('shared-host: flags that Docker would refuse stay in the field and change nothing in the figure', async () => {
  const { figure, description } = await show('shared-host')
  const field = within(figure).getByRole('textbox', { name: 'Flags of report' })
  await userEvent.type(field, '--cpus 0.5')
  expect(description()).toContain('web gets 1.75 of 4 CPUs')
  const before = description()
  await userEvent.type(field, ' --memory 5')
  expect(field).toHaveValue('--cpus 0.5 --memory 5')
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(field).toHaveAccessibleDescription(/--memory takes a size .* The figure has not changed\.$/)
  expect(description()).toBe(before)
  await userEvent.type(field, '0m')
  expect(field).toHaveAttribute('aria-invalid', 'false')
  expect(description()).toContain('kills a process in report at its limit of 50 MiB')
  await userEvent.click(within(figure).getByRole('radio', { name: 'Shares' }))
  expect(field).toHaveValue('')
})

test.each(ids)('%s: pointer and keyboard have the same effect', async (id) => {
  const { figure, description } = await show(id)
  const before = description()
  const [, second] = within(figure).getAllByRole('radio')
  await userEvent.click(second ?? figure)
  expect(description()).not.toBe(before)
  expect(figure).toHaveAttribute('data-changed')
})

test.each(ids)('%s: the drawing is hidden from assistive technology and described in text', async (id) => {
  const { figure } = await show(id)
  const drawings = figure.querySelectorAll('.plate-drawing')
  expect(drawings).toHaveLength(2)
  for (const drawing of drawings) expect(drawing).toHaveAttribute('aria-hidden', 'true')
  expect(figure.querySelector('[aria-live]')).toHaveAttribute('aria-live', 'polite')
})

test.each(ids)('%s: the prerendered HTML describes every state and has no inline styles', async (id) => {
  const Drawn = figureComponent(id)
  const { prelude } = await prerender(
    <Suspense>
      <Drawn />
    </Suspense>,
  )
  const html = await new Response(prelude).text()
  const page = document.createElement('div')
  page.innerHTML = html
  for (const { description } of statesOfFigures[id]) expect(page).toHaveTextContent(plain(description) ?? '')
  expect(page).not.toHaveTextContent('`')
  expect(html).not.toContain(' style=')
})
