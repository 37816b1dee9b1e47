import { runTool } from './run-tool.ts'

/** Leaves room for the learner’s images, layers and volumes. Free space is zeros, which add nothing to the download. */
export const diskMegabytes = 1024

/** Makes an ext4 filesystem without a journal: it is gone when the tab closes, so it never needs recovery. */
export function makeDiskImage(root: string, file: string): void {
  // Fixed ids, so that the same files always make the same disk.
  const uuid = '7b1f0d52-3c6e-4c55-9d0a-5f4f1a2b3c4d'
  runTool('mke2fs', [
    ...['-q', '-t', 'ext4', '-O', '^has_journal,^metadata_csum', '-m', '0', '-b', '4096', '-U', uuid],
    ...['-E', `hash_seed=${uuid},lazy_itable_init=0`, '-N', '65536', '-d', root, file, `${diskMegabytes}M`],
  ])
}
