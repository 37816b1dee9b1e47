import { downloadCode } from './download-code.ts'

/** What the bundler calls for `import()`, with the files of the chunk and of everything it imports. */
export async function importChunk<Module>(
  load: () => Promise<Module>,
  files: readonly string[] = [],
): Promise<Module> {
  await downloadCode(files.map((file) => import.meta.env.BASE_URL + file))
  return load()
}
