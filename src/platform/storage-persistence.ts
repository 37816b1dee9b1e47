/** Whether the browser has promised not to clear the site's storage by itself; undefined where it does not say. */
export async function isStoragePersistent(): Promise<boolean | undefined> {
  return resultOrUndefined(() => navigator.storage.persisted())
}

/** Asks for that promise. Firefox asks the reader; Chrome, Edge and Safari decide without a question. */
export async function askToPersist(): Promise<boolean | undefined> {
  return resultOrUndefined(() => navigator.storage.persist())
}

/** Missing without HTTPS, and refused with an error where storage is forbidden. */
async function resultOrUndefined(ask: () => Promise<boolean>): Promise<boolean | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
