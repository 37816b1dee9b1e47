import * as v from 'valibot'

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal'))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const version = v.pipe(v.string(), v.minLength(1))

/** One file of the image, named after the hash of its content, `parts/<sha256>`, with its size in bytes. */
const partSchema = v.strictObject({ sha256, bytes: count })

/**
 * The image that `npm run lab:image` built. Written as `manifest.json` beside the parts; read by the page, by the
 * headless machine under Node, and by the build.
 */
export const imageManifestSchema = v.strictObject({
  format: v.literal(1),
  /** When it was built, ISO 8601. */
  builtAt: v.string(),
  /** Guest memory in bytes. The snapshot requires exactly this size. */
  memory: count,
  /** Versions by name: engine, client, buildx, compose, containerd, crun, registry, cosign, kernel. */
  versions: v.record(v.string(), version),
  /** Every package in the machine, with the suite it came from. */
  packages: v.array(v.strictObject({ name: v.string(), version, suite: v.string() })),
  bios: partSchema,
  vgaBios: partSchema,
  /** v86's saved state, zstd, cut into parts of at most 8 MB in this order. `unpacked` in bytes. */
  snapshot: v.strictObject({ unpacked: count, parts: v.array(partSchema) }),
  /**
   * The read-only disk: chunks of `chunkBytes`, each compressed with zstd; null for a chunk of zeros. Downloaded when
   * the machine reads them. What the first commands read is in the snapshot, in the guest's page cache.
   */
  disk: v.strictObject({
    bytes: count,
    chunkBytes: count,
    chunks: v.array(v.nullable(partSchema)),
  }),
  /**
   * Copies of the disk's pages that common commands read first, in the order in which they read them, so that they
   * are a smaller download than their chunks and can be downloaded ahead. Missing in a quick image.
   */
  packs: v.optional(
    v.strictObject({
      /** Which pages each part contains: JSON of `PackIndex`, compressed with zstd. */
      index: partSchema,
      /** Each group is read from its first part to its last. */
      groups: v.array(v.array(partSchema)),
    }),
  ),
  /**
   * Precompiled code of the snapshot, for the v86 build with this hash: v86's own memory, loaded before the snapshot
   * is restored, and the JIT modules, downloaded while the machine runs. Each part is compressed with zstd. Missing
   * if the image builder did not recognize its v86.
   */
  compiled: v.optional(v.strictObject({ program: sha256, tables: partSchema, modules: v.array(partSchema) })),
})
export type ImageManifest = v.InferOutput<typeof imageManifestSchema>
export type ImageFile = v.InferOutput<typeof partSchema>

/** For each part of each group, its pages as runs (page-runs.ts). A page is `pageBytes` long. */
export type PackIndex = readonly (readonly (readonly number[])[])[]
export const pageBytes = 4096

/** The address of a part, relative to the manifest. */
export function imageFilePath(part: ImageFile): string {
  return `parts/${part.sha256}`
}
