import type { OfflineCopySize } from './manifest.ts'

/**
 * Messages from pages to the service worker. Pages and workers of different builds exchange them, so they must not change.
 * Plain strings are sent by pages of older builds too.
 */
export type ServiceWorkerRequest =
  /**
   * Store one more page; the response comes when it is stored. `visited` are paths below the base, the latest last;
   * `build` is the page's build.
   */
  | { kind: 'keep-next'; visited: string[]; build?: string }
  | { kind: 'tell-amount' }
  /** The page belongs to this build, and needs nothing that older builds stored. */
  | { kind: 'page-build'; build: string | undefined }
  | { kind: 'delete-all' }
  | 'keep-lab-code'
  | 'use-new-version'

export type ServiceWorkerEvent =
  | { kind: 'amount'; amount: OfflineCopySize }
  /** Nothing was stored: a navigation came first, or the network failed. */
  | { kind: 'not-kept'; reason: 'interrupted' | 'failed'; amount: OfflineCopySize }

/** Sent to every open page when the server has another build. */
export type OutdatedBuildEvent = { kind: 'course-changed'; build: string }
