import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { guestFolder } from '../image-builder/package-folder.ts'

/** The path in the container of each file in this folder. */
const places = {
  'daemon.json': '/etc/docker/daemon.json',
  service: '/usr/sbin/service',
  start: '/usr/lib/lab/start',
}

const mark = '#FILES\n'

/**
 * Makes a Dockerfile without a build context for the reader’s own Docker. Its container has an engine of its own, in
 * which the images are built from the same Dockerfiles as in the machine.
 *
 * @param labs the labs’ files, by path below /usr/lib/lab/labs: `one-kernel/set-up`, `one-kernel/check`
 */
export function ownDockerfile(labs: Readonly<Record<string, string>>): string {
  const template = readFileSync(join(import.meta.dirname, 'Dockerfile'), 'utf8')
  if (!template.includes(mark))
    throw new Error(`own-docker/Dockerfile must have a line ${mark.trim()}, which the files replace.`)
  const files = [
    ...Object.entries(places).map(([name, path]) => copy(path, readText(import.meta.dirname, name))),
    // The same prompt, history and completion as in the machine.
    copy('/root/.bashrc', readText(guestFolder, 'root', '.bashrc')),
    ...imageFiles().map((name) => copy(`/usr/lib/lab/images/${name}`, readText(guestFolder, 'images', name))),
    ...Object.entries(labs).map(([name, text]) => copy(`/usr/lib/lab/labs/${name}`, text)),
  ]
  return template.replace(mark, () => files.join(''))
}

function imageFiles(): string[] {
  const folder = join(guestFolder, 'images')
  return readdirSync(folder)
    .toSorted()
    .flatMap((image) =>
      readdirSync(join(folder, image))
        .toSorted()
        .map((name) => join(image, name)),
    )
}

function copy(path: string, text: string): string {
  const end = 'END_OF_FILE'
  if (text.split('\n').includes(end))
    throw new Error(`${path} must not have a line ${end}, which would end its here-document.`)
  return `COPY <<'${end}' ${path}\n${text.replace(/\n?$/, '\n')}${end}\n`
}

function readText(...path: string[]): string {
  return readFileSync(join(...path), 'utf8')
}
