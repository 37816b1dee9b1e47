import { runTool } from './run-tool.ts'

/** Room for what learners pull together: images, layers, volumes. All zeros, so it costs nothing to send. */
export const diskMegabytes = 1024

/** An ext4 file system without a journal: nothing of it survives the tab, so nothing needs recovering. */
export function makeDiskImage(tree: string, file: string): void {
  // Fixed identifiers, so that the same files give the same disk.
  const uuid = '7b1f0d52-3c6e-4c55-9d0a-5f4f1a2b3c4d'
  runTool('mke2fs', [
    ...['-q', '-t', 'ext4', '-O', '^has_journal,^metadata_csum', '-m', '0', '-b', '4096', '-U', uuid],
    ...['-E', `hash_seed=${uuid},lazy_itable_init=0`, '-N', '65536', '-d', tree, file, `${diskMegabytes}M`],
  ])
}
