/**
 * Bytes that a browser needs for a machine in addition to the guest’s memory: compiled code, v86’s tables, cached parts
 * of the disk. Measured with all precompiled code compiled (docs/decisions/0021-code-compiled-at-the-build.md).
 */
export const emulatorOverheadBytes = 900_000_000
