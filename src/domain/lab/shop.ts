/** The files of the shop at one of its steps, as a script that writes them below /root/shop. */
export type Shop = {
  step: string
  /** Identifies the files: it changes if any of them does. */
  digest: string
  script: string
}

/** The state from which a lab or a recording starts. */
export type StartingPoint = { shop?: Shop | undefined; setUp?: string | undefined }

/**
 * The script that is run as root, hidden from the learner, before the first command; undefined if there is nothing to
 * do.
 */
export function startingScript({ shop, setUp }: StartingPoint): string | undefined {
  return [shop?.script, setUp].filter((part) => part !== undefined).join('\n') || undefined
}

/** A starting point as recordings store it. */
export type RecordedStart = { shop?: string | undefined; setUp?: string | undefined }

export function toRecordedStart({ shop, setUp }: StartingPoint): RecordedStart {
  return {
    ...(shop !== undefined && { shop: `${shop.step} ${shop.digest}` }),
    ...(setUp !== undefined && { setUp }),
  }
}

/** Which part of the starting point has changed since a recording was made; undefined if none has. */
export function findOutdatedStart(now: StartingPoint, recorded: RecordedStart): 'shop' | 'setUp' | undefined {
  const { shop, setUp } = toRecordedStart(now)
  if (shop !== recorded.shop) return 'shop'
  return setUp === recorded.setUp ? undefined : 'setUp'
}

/** A file of the shop, by its path in the shop's folder. */
export type ShopFile = { path: string; text: string }

const folder = '/root/shop'
const end = 'END_OF_SHOP_FILE'

/** Writes these files of the shop, and tags the machine’s Valkey image with its public name. */
export function shopScript(files: readonly ShopFile[]): string {
  const folders = files.map(({ path }) => `${folder}/${path}`.replace(/\/[^/]*$/, ''))
  return [
    `mkdir -p ${[...new Set(folders)].join(' ')}`,
    ...files.map(({ path, text }) => `cat >${folder}/${path} <<'${end}'\n${text}${end}`),
    'docker tag valkey:9 valkey/valkey:9',
  ].join('\n')
}
