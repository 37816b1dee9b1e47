/** Whether the browser has promised not to clear the site's storage by itself; undefined if it does not say. */
export async function isStoragePersistent(): Promise<boolean | undefined> {
  return resultOrUndefined(() => navigator.storage.persisted())
}

/** Requests persistent storage. Firefox asks the reader; Chrome, Edge and Safari decide by themselves. */
export async function askToPersist(): Promise<boolean | undefined> {
  return resultOrUndefined(() => navigator.storage.persist())
}

/** Missing without HTTPS, and throws where storage is blocked. */
async function resultOrUndefined(ask: () => Promise<boolean>): Promise<boolean | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
