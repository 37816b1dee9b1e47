/** Whether the browser has promised not to clear the site’s storage; undefined if it does not say. */
export async function isStoragePersistent(): Promise<boolean | undefined> {
  return resultOrUndefined(() => navigator.storage.persisted())
}

/** Requests persistent storage. Firefox asks the reader; Chrome, Edge and Safari decide by themselves. */
export async function requestPersistentStorage(): Promise<boolean | undefined> {
  return resultOrUndefined(() => navigator.storage.persist())
}

/** Undefined without HTTPS, where the API is missing, and where storage is blocked, so that it throws. */
async function resultOrUndefined(call: () => Promise<boolean>): Promise<boolean | undefined> {
  try {
    return await call()
  } catch {
    return undefined
  }
}
