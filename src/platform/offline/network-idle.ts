/** How long there must be no input before background downloads start. */
const idleMillis = 3000

let pageUsed: Promise<void> | undefined
let lastInputAt = Number.NEGATIVE_INFINITY

/** Resolves when the page has loaded and the reader has interacted with it. */
export function whenPageIsUsed(): Promise<void> {
  pageUsed ??= waitForFirstUse()
  return pageUsed
}

async function waitForFirstUse(): Promise<void> {
  if (document.readyState !== 'complete') await waitForAny(window, ['load'])
  if (!wasPageUsedBefore()) await waitForAny(document, ['pointerdown', 'keydown', 'scroll'])
  for (const name of ['pointerdown', 'keydown'])
    document.addEventListener(name, recordInput, { capture: true, passive: true })
}

/** This code loads after the page, so the reader may have interacted before it could listen. */
function wasPageUsedBefore(): boolean {
  // Some browsers that can run the site do not have it.
  const activation = navigator.userActivation as UserActivation | undefined
  return activation?.hasBeenActive === true || window.scrollY > 0
}

/** Resolves when the page is visible, there was no input for a while, and the browser is idle. */
export async function whenNetworkIsIdle(): Promise<void> {
  do {
    await new Promise((resolve) => setTimeout(resolve, idleMillis))
    if (document.hidden) await waitForAny(document, ['visibilitychange'])
    await new Promise<void>((resolve) =>
      // With a limit, because Chromium sometimes never calls it in a page that paints nothing.
      'requestIdleCallback' in window ? requestIdleCallback(() => resolve(), { timeout: 10_000 }) : resolve(),
    )
  } while (document.hidden || performance.now() - lastInputAt < idleMillis)
}

/** Whether data saver is on or the connection is slow, so that only requested data should be loaded. */
export function shouldSaveData(): boolean {
  // Network Information API: not in TypeScript’s DOM types.
  const { connection } = navigator as Navigator & {
    connection?: { saveData?: boolean; effectiveType?: string }
  }
  return connection?.saveData === true || !['4g', undefined].includes(connection?.effectiveType)
}

function recordInput({ timeStamp }: Event): void {
  lastInputAt = timeStamp
}

function waitForAny(target: EventTarget, names: string[]): Promise<void> {
  return new Promise((resolve) => {
    const handleEvent = () => {
      for (const name of names) target.removeEventListener(name, handleEvent, { capture: true })
      resolve()
    }
    for (const name of names) target.addEventListener(name, handleEvent, { capture: true, passive: true })
  })
}
