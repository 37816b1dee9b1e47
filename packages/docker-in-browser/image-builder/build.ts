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
import { isRoot, restartAsRoot } from './user-namespace.ts'

/**
 * `npm run lab:image` builds the machine from Debian packages and writes its image into `.lab/image` (manifest.json and
 * parts/). Each step is cached by a hash of its inputs, so a build without changes takes seconds.
 */
const builderPath = 'image-builder'
const guestPath = 'image-builder/guest'
/**
 * The emulated hardware. The code that only carries bytes to and from it, for disk and agent, does not affect the
 * image.
 */
const hardwareHash = hashOfFiles('src/emulator/emulator.ts', `${builderPath}/build-machine.ts`, v86Manifest)

try {
  await buildImage()
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  if (String(error).includes('ENOSPC')) console.error('The disk is full: the build needs about 8 GB.')
  process.exit(1)
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the list of build steps, in their order
async function buildImage(): Promise<void> {
  ensureHostTools()
  if (!isRoot()) restartAsRoot()
  console.log(`Building the labs’ image. Steps are cached in ${cacheFolder}`)
  const installed = await installAllPackages()
  const packages = Object.values(installed).flatMap(({ folder }) => readPackageList(folder))

  const kernel = await runCachedStep({
    name: 'drivers',
    inputs: [
      installed.kernel.key,
      hashOfFiles(
        `${builderPath}/kernel.ts`,
        `${guestPath}/initramfs-init`,
        `${guestPath}/usr/lib/lab/modules`,
      ),
    ],
    run: (folder) => makeKernel(installed.kernel.root, folder),
  })
  const busybox = join(installed.machine.root, 'usr/bin/busybox')
  const initramfs = await runCachedStep({
    name: 'initramfs',
    inputs: [kernel.key, installed.machine.key],
    run: (folder) => packInitramfs(kernel.folder, busybox, folder),
  })
  const contexts = await runCachedStep({
    name: 'contexts',
    inputs: [
      ...[installed.machine, installed.valkey, installed.registry, installed.compiler].map(({ key }) => key),
      hashOfFiles(
        ...['image-contexts', 'busybox-commands', 'elf-libraries'].map((name) => `${builderPath}/${name}.ts`),
        `${guestPath}/images`,
      ),
    ],
    run: (folder) =>
      makeImageContexts(
        {
          machine: installed.machine.root,
          valkey: installed.valkey.root,
          registry: installed.registry.root,
          compiler: installed.compiler.root,
        },
        folder,
      ),
  })
  const disk = await runCachedStep({
    name: 'disk',
    inputs: [
      ...[installed.machine, installed.client, kernel, contexts].map(({ key }) => key),
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
        ].map((name) => `${builderPath}/${name}.ts`),
      ),
      hashOfFiles(shimLauncherSource, residentAgentSource, guestPath),
    ],
    run: (folder) => {
      const root = createRootFilesystem(
        {
          machine: installed.machine.root,
          client: installed.client.root,
          kernel: kernel.folder,
          images: join(contexts.folder, 'images'),
        },
        folder,
      )
      makeDiskImage(root, join(folder, 'disk.img'))
      rmSync(root, { recursive: true })
    },
  })
  const bootFiles = { kernel: join(kernel.folder, 'vmlinuz'), initrd: join(initramfs.folder, 'initrd.gz') }
  const images = await runCachedStep({
    name: 'images',
    inputs: [
      disk.key,
      initramfs.key,
      hashOfFiles(
        ...['load-images', 'package-list', 'shim-launcher', 'resident-agent'].map(
          (name) => `${builderPath}/${name}.ts`,
        ),
      ),
    ],
    run: (folder) => loadImages({ ...bootFiles, disk: join(disk.folder, 'disk.img') }, packages, folder),
  })
  const snapshot = await runCachedStep({
    name: 'snapshot',
    inputs: [images.key, hardwareHash, hashOfFiles(`${builderPath}/snapshot.ts`, biosFile, vgaBiosFile)],
    run: (folder) => takeSnapshot({ ...bootFiles, disk: join(images.folder, 'disk.img') }, folder),
  })
  await publishImage({ snapshot, packages })
}

async function installAllPackages() {
  const installed: Record<string, { key: string; folder: string; root: string }> = {}
  for (const set of packageSets) installed[set.name] = await installPackageSet(set)
  // The names of the sets in package-sets.ts.
  return installed as Record<
    'kernel' | 'machine' | 'client' | 'valkey' | 'registry' | 'compiler',
    { key: string; folder: string; root: string }
  >
}

async function installPackageSet(set: PackageSet) {
  const step = await runCachedStep({
    name: set.name,
    inputs: [JSON.stringify(set), hashOfFiles(`${builderPath}/install-packages.ts`)],
    run: (folder) => installPackages(set, archiveAddress(), folder),
  })
  return { ...step, root: join(step.folder, 'tree') }
}
