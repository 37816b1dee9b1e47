/** The development server has every kind of item and figure on one page; the built site does not. */
export const workbenchPort = Number(process.env.E2E_PORT ?? 4174) + 1

export const workbenchAddress = `http://localhost:${workbenchPort}/workbench`
