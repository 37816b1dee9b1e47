/** Longer than on the page, because the computer may be busy. A command that hangs is still ended. */
export const commandTimeoutMillis = 900_000
