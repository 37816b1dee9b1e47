import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { v86Manifest } from '../node/v86-program.ts'
import { biosFile, vgaBiosFile } from './build-machine.ts'
import { cacheFolder, hashOfFiles, runCachedStep } from './cached-steps.ts'
import { makeDiskImage } from './disk-image.ts'
import { archiveAddress, ensureHostTools } from './host-tools.ts'
import { makeImageContexts } from './image-contexts.ts'
import { installPackages } from './install-packages.ts'
import { makeKernel, packInitramfs } from './kernel.ts'
import { loadImages } from './load-images.ts'
import { readPackageList } from './package-list.ts'
import { type PackageSet, packageSets } from './package-sets.ts'
import { publishImage } from './publish.ts'
import { residentAgentSource } from './resident-agent.ts'
import { createRootFilesystem } from './root-filesystem.ts'
import { shimLauncherSource } from './shim-launcher.ts'
import { takeSnapshot } from './snapshot.ts'
import { continueAsRoot, isRoot } from './user-namespace.ts'

/**
 * `npm run lab:image`: the machine of the labs, from Debian packages into `.lab/image` (manifest.json and parts/).
 * Each step is kept by the hash of what goes into it, so that a run with nothing changed takes seconds.
 */
const code = 'image-builder'
const guest = 'image-builder/guest'
/** What the machine is made of. What only carries bytes to and from it (disk, agent's line) decides nothing. */
const engine = hashOfFiles('src/emulator/emulator.ts', `${code}/build-machine.ts`, v86Manifest)

try {
  await makeImage()
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  if (String(error).includes('ENOSPC')) console.error('The disk is full: the steps need about 8 GB.')
  process.exit(1)
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the steps of one recipe, in their order
async function makeImage(): Promise<void> {
  ensureHostTools()
  if (!isRoot()) continueAsRoot()
  console.log(`Lab image, steps kept in ${cacheFolder}`)
  const trees = await installAllPackages()
  const packages = Object.values(trees).flatMap(({ folder }) => readPackageList(folder))

  const kernel = await runCachedStep({
    name: 'drivers',
    inputs: [
      trees.kernel.key,
      hashOfFiles(`${code}/kernel.ts`, `${guest}/initramfs-init`, `${guest}/usr/lib/lab/modules`),
    ],
    make: (folder) => makeKernel(trees.kernel.tree, folder),
  })
  const busybox = join(trees.machine.tree, 'usr/bin/busybox')
  const initramfs = await runCachedStep({
    name: 'initramfs',
    inputs: [kernel.key, trees.machine.key],
    make: (folder) => packInitramfs(kernel.folder, busybox, folder),
  })
  const contexts = await runCachedStep({
    name: 'contexts',
    inputs: [
      ...[trees.machine, trees.valkey, trees.registry, trees.compiler].map(({ key }) => key),
      hashOfFiles(
        ...['image-contexts', 'busybox-commands', 'elf-libraries'].map((name) => `${code}/${name}.ts`),
        `${guest}/images`,
      ),
    ],
    make: (folder) =>
      makeImageContexts(
        {
          machine: trees.machine.tree,
          valkey: trees.valkey.tree,
          registry: trees.registry.tree,
          compiler: trees.compiler.tree,
        },
        folder,
      ),
  })
  const disk = await runCachedStep({
    name: 'disk',
    inputs: [
      ...[trees.machine, trees.client, kernel, contexts].map(({ key }) => key),
      hashOfFiles(
        ...[
          'root-filesystem',
          'busybox-commands',
          'patch-binaries',
          'prelink',
          'find-once',
          'fix-ipsec-sizes',
          'disable-shim-gc',
          'disk-image',
        ].map((name) => `${code}/${name}.ts`),
      ),
      hashOfFiles(shimLauncherSource, residentAgentSource, guest),
    ],
    make: (folder) => {
      const tree = createRootFilesystem(
        {
          machine: trees.machine.tree,
          client: trees.client.tree,
          kernel: kernel.folder,
          images: join(contexts.folder, 'images'),
        },
        folder,
      )
      makeDiskImage(tree, join(folder, 'disk.img'))
      rmSync(tree, { recursive: true })
    },
  })
  const boot = { kernel: join(kernel.folder, 'vmlinuz'), initrd: join(initramfs.folder, 'initrd.gz') }
  const images = await runCachedStep({
    name: 'images',
    inputs: [
      disk.key,
      initramfs.key,
      hashOfFiles(
        ...['load-images', 'package-list', 'shim-launcher', 'resident-agent'].map(
          (name) => `${code}/${name}.ts`,
        ),
      ),
    ],
    make: (folder) => loadImages({ ...boot, disk: join(disk.folder, 'disk.img') }, packages, folder),
  })
  const snapshot = await runCachedStep({
    name: 'snapshot',
    inputs: [images.key, engine, hashOfFiles(`${code}/snapshot.ts`, biosFile, vgaBiosFile)],
    make: (folder) => takeSnapshot({ ...boot, disk: join(images.folder, 'disk.img') }, folder),
  })
  await publishImage({ snapshot, packages })
}

async function installAllPackages() {
  const trees: Record<string, { key: string; folder: string; tree: string }> = {}
  for (const set of packageSets) trees[set.name] = await installPackageSet(set)
  // Each name of package-sets.ts.
  return trees as Record<
    'kernel' | 'machine' | 'client' | 'valkey' | 'registry' | 'compiler',
    { key: string; folder: string; tree: string }
  >
}

async function installPackageSet(set: PackageSet) {
  const step = await runCachedStep({
    name: set.name,
    inputs: [JSON.stringify(set), hashOfFiles(`${code}/install-packages.ts`)],
    make: (folder) => installPackages(set, archiveAddress(), folder),
  })
  return { ...step, tree: join(step.folder, 'tree') }
}
