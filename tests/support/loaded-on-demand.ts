/**
 * Everything that is loaded on demand, keyed by the file that loads it and what it loads, with its journey, which
 * tests/e2e/load-failures.spec.ts makes, or the reason why it has none. tests/unit/loaded-on-demand.test.ts compares
 * this list with the source, so that nothing is added without a journey.
 */
export const loadedOnDemand = {
  'src/content/download-code.ts file': 'the code of another page',
  'src/app/navigation/fetch-page-data.ts request': 'the data of another page',
  'src/content/lesson-chunks.ts body': 'the text of a lesson',
  'src/features/lesson/mdx-components.tsx ./quick-check-loader.tsx': 'a quick check',
  'src/features/lesson/lazy-prediction.tsx ./prediction.tsx': 'a prediction',
  'src/content/lesson-chunks.ts quiz': 'the items of a quick check',
  'src/features/lesson/terminal-recording.tsx ./recording-machine-loader.tsx': 'the machine of a recording',
  'src/content/lesson-chunks.ts address': 'the start of a recording',
  'src/features/figures/figure-component.ts ./registry.ts': 'a figure',
  'src/features/figures/registry.ts ./drawings/*': 'a figure',
  'src/features/search/search-launcher.tsx ./search-dialog.tsx': 'the search',
  'src/content/search-index.ts address': 'the search index',
  'src/features/progress/storage-banner.tsx ./storage-notice.tsx': 'the notice about storage',
  'src/features/lesson/lazy-lab-card.tsx ../lab/lab-card.tsx': 'the card of a lab',
  'src/features/lab/terminal/lazy-terminal-pane.tsx ./terminal-pane.tsx': {
    because:
      'loads only once a machine runs: tests/components/lab/lab-page.test.tsx, tests/components/lab/recording-machine.test.tsx',
  },
  'src/features/lab/lab-workspace.tsx ./editor/editor-pane.tsx': {
    because: 'loads only once a machine runs: tests/components/lab/lab-page.test.tsx',
  },
  'src/features/lab/editor/create-editor.ts yaml': { because: 'the editor shows a message' },
  'src/features/lab/editor/lint-dockerfile.ts dockerfile-utils': {
    because: 'the editor shows a message',
  },
  'packages/docker-in-browser/src/worker/download.ts address': {
    because:
      'the machine reports its own failed download: packages/docker-in-browser/tests/image-cache.test.ts',
  },
  'src/platform/lab-image.ts address': {
    because: 'the page goes on saying that there is no machine: tests/components/lab/lab-image.test.tsx',
  },
  'src/platform/diagnose-load-failure.ts address': {
    because: 'this request finds out why another one failed',
  },
  'src/features/search/search-launcher.tsx indexAddress': {
    because: 'only a prefetch; the search loads it again',
  },
  'src/app/layout/focus-on-navigation.ts ./restore-focus.ts': {
    because: 'the page works without it, and the next focus retries',
  },
  'src/features/offline/update-notice.tsx #platform/offline/offline-copy.ts': {
    because: 'nobody waits for the offline copy, and the next visit retries',
  },
  'src/features/offline/offline-copy.tsx `${import.meta.env.BASE_URL}offline.json`': {
    because: 'the button then shows no size',
  },
  'src/service-worker/respond.ts event.request': {
    because: 'answered from the cache, or with a page that says it is not available',
  },
  'src/service-worker/respond.ts request': { because: 'the failure is passed on to the page' },
  'src/service-worker/page-cache.ts addressOf(file.path': { because: 'the settings page shows the failure' },
  'src/service-worker/lab-code-cache.ts request': { because: 'the failure is passed on to the page' },
} as const satisfies Record<string, string | { because: string }>

export type Journey = Extract<(typeof loadedOnDemand)[keyof typeof loadedOnDemand], string>
