import * as v from 'valibot'

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal'))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const version = v.pipe(v.string(), v.minLength(1))

/** One file of the image, named by the hash of what it holds: `parts/<sha256>`, and its size in bytes. */
const partSchema = v.strictObject({ sha256, bytes: count })

/**
 * What `npm run lab:image` made: the machine that every lab starts from. Written beside the image's files as
 * `manifest.json`, read by the page, by the headless machine under Node, and by the build.
 */
export const imageManifestSchema = v.strictObject({
  format: v.literal(1),
  /** When it was built, ISO 8601. */
  builtAt: v.string(),
  /** Guest memory in bytes: the snapshot fits this and no other. */
  memory: count,
  /** What a learner would ask for by name: engine, client, buildx, compose, containerd, crun, registry, cosign, kernel. */
  versions: v.record(v.string(), version),
  /** Every package in the machine, with the suite it came from. */
  packages: v.array(v.strictObject({ name: v.string(), version, suite: v.string() })),
  bios: partSchema,
  vgaBios: partSchema,
  /** v86's saved state, zstd, cut into parts of at most 8 MB in this order. `unpacked` in bytes. */
  snapshot: v.strictObject({ unpacked: count, parts: v.array(partSchema) }),
  /**
   * The read-only disk: chunks of `chunkBytes`, each zstd of its own; null where a chunk is all zeros. Fetched when
   * the machine reads them: what first commands touch is in the snapshot, in the guest's page cache.
   */
  disk: v.strictObject({
    bytes: count,
    chunkBytes: count,
    chunks: v.array(v.nullable(partSchema)),
  }),
  /**
   * Guest code of the snapshot that was compiled at the build, for the v86 whose program has this hash: what v86 knows
   * of it, taken over before the snapshot is restored, and its modules, which come when the machine runs. Each part is
   * zstd of its own. None when the build had a v86 that it doesn't know.
   */
  compiled: v.optional(v.strictObject({ program: sha256, tables: partSchema, modules: v.array(partSchema) })),
})
export type ImageManifest = v.InferOutput<typeof imageManifestSchema>
export type ImageFile = v.InferOutput<typeof partSchema>

/** Where a part lies, relative to the manifest. */
export function imageFilePath(part: ImageFile): string {
  return `parts/${part.sha256}`
}
