/** The workbench shows every kind of item and figure on one page. Only the development server has it. */
export const workbenchPort = Number(process.env.E2E_PORT ?? 4174) + 1

export const workbenchAddress = `http://localhost:${workbenchPort}/workbench`
