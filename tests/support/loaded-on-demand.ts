/**
 * Everything that the page fetches on use, by file and by what is fetched, and the journey of
 * tests/e2e/load-failures.spec.ts that goes without it, or why none can. tests/unit/loaded-on-demand.test.ts compares this
 * with the source: what is new there wants a line here and a journey.
 */
export const loadedOnDemand = {
  'src/app/navigation/navigation-retry.tsx file': 'the code of another page',
  'src/app/navigation/fetch-page-data.ts request': 'the data of another page',
  'src/content/lesson-chunks.ts body': 'the text of a lesson',
  'src/features/lesson/mdx-components.tsx ./lazy-quick-check.tsx': 'a quick check',
  'src/features/lesson/lazy-prediction.tsx ./prediction.tsx': 'a prediction',
  'src/content/lesson-chunks.ts quiz': 'the items of a quick check',
  'src/features/lesson/terminal-recording.tsx ./lazy-recording-machine.tsx': 'the machine of a recording',
  'src/content/lesson-chunks.ts address': 'the start of a recording',
  'src/features/figures/figure-component.ts ./registry.ts': 'a figure',
  'src/features/figures/registry.ts ./drawings/*': 'a figure',
  'src/features/search/search-button.tsx ./search-dialog.tsx': 'the search',
  'src/content/search-index.ts address': 'the search index',
  'src/features/progress/storage-banner.tsx ./storage-notice.tsx': 'the notice about storage',
  'src/features/lesson/lazy-lab-card.tsx ../lab/lab-card.tsx': 'the card of a lab',
  'src/features/lab/terminal/lazy-terminal-pane.tsx ./terminal-pane.tsx': {
    because:
      'it comes once a machine runs: tests/components/lab/lab-page.test.tsx, tests/components/lab/recording-machine.test.tsx',
  },
  'src/features/lab/lab-workspace.tsx ./editor/editor-pane.tsx': {
    because: 'it comes once a machine runs: tests/components/lab/lab-page.test.tsx',
  },
  'src/features/lab/editor/create-editor.ts yaml': { because: 'a remark in the editor says so' },
  'src/features/lab/editor/lint-dockerfile.ts dockerfile-utils': {
    because: 'a remark in the editor says so',
  },
  'packages/docker-in-browser/src/worker/download.ts address': {
    because:
      'a machine that cannot be fetched says so itself: packages/docker-in-browser/tests/image-cache.test.ts',
  },
  'src/platform/lab-image.ts address': {
    because:
      'the page then says what it said before, that no machine is here: tests/components/lab/lab-image.test.tsx',
  },
  'src/platform/load-failure.ts address': { because: 'it asks whether something else is there' },
  'src/app/navigation/link-navigation.ts file': { because: 'it is only fetched ahead' },
  'src/features/search/search-button.tsx indexAddress': { because: 'it is only fetched ahead' },
  'src/app/layout/focus-on-navigation.ts ./restore-focus.ts': {
    because: 'the page works as any other without it, and the next focus tries again',
  },
  'src/features/offline/update-notice.tsx #platform/offline/offline-copy.ts': {
    because: 'nobody waits for what is kept for later, and the next visit tries again',
  },
  'src/features/offline/offline-copy.tsx `${import.meta.env.BASE_URL}offline.json`': {
    because: 'a button then names no size',
  },
  'src/service-worker/respond.ts event.request': {
    because: 'what is kept is the answer, or a page that says so',
  },
  'src/service-worker/respond.ts request': { because: 'the page sees the failure' },
  'src/service-worker/page-cache.ts addressOf(file.path': { because: 'the settings page says so' },
  'src/service-worker/lab-code-cache.ts request': { because: 'the page sees the failure' },
} as const satisfies Record<string, string | { because: string }>

export type Journey = Extract<(typeof loadedOnDemand)[keyof typeof loadedOnDemand], string>
