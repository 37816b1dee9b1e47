import type { OfflineCopySize } from './manifest.ts'

/** What pages and the service worker say to each other. Texts alone are what pages of older builds say. */
export type ServiceWorkerRequest =
  /**
   * Keep one page more; the answer comes when it is kept. Paths below the base, the latest last, and the build that the
   * page is of.
   */
  | { kind: 'keep-next'; visited: string[]; build?: string }
  | { kind: 'tell-amount' }
  /** The page is of this build, and needs nothing that older builds stored. */
  | { kind: 'page-build'; build: string | undefined }
  | { kind: 'delete-all' }
  | 'keep-lab-code'
  | 'use-new-version'

export type ServiceWorkerEvent =
  | { kind: 'amount'; amount: OfflineCopySize }
  /** Nothing was kept this time: a click came first, or the network is gone. */
  | { kind: 'not-kept'; reason: 'interrupted' | 'failed'; amount: OfflineCopySize }

/** To every open page, unasked: the server has another build than the one named here before. */
export type OutdatedBuildEvent = { kind: 'course-changed'; build: string }
