/**
 * Bytes that a browser needs for a machine beside the machine's own memory: what it compiles, v86's tables, parts of the
 * disk. Measured when all compiled code is ready (docs/decisions/0021-code-compiled-at-the-build.md).
 */
export const emulatorOverheadBytes = 900_000_000
