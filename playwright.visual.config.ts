import { defineConfig } from '@playwright/test'
import e2e from './playwright.config.ts'
import { workbenchPort } from './tests/visual/workbench-address.ts'

/**
 * `npm run test:visual`: what every page, kind of item and figure looks like, compared with earlier screenshots. Apart
 * from `npm test`, because it takes long and screenshots match only on the computer on which they were taken
 * (docs/development.md).
 */
export default defineConfig(e2e, {
  testDir: 'tests/visual',
  outputDir: 'test-results/visual',
  snapshotPathTemplate: '.cache/visual/{projectName}/{arg}{ext}',
  timeout: 300_000,
  expect: { timeout: 60_000, toHaveScreenshot: { animations: 'disabled', maxDiffPixels: 0 } },
  reporter: [['list'], ['html', { outputFolder: '.cache/visual-report', open: 'never' }]],
  projects: (['light', 'dark'] as const).flatMap((colorScheme) =>
    Object.entries({ phone: 360, desktop: 1440 }).map(([device, width]) => ({
      name: `${device}-${colorScheme}`,
      use: {
        viewport: { width, height: 900 },
        colorScheme,
        contextOptions: { reducedMotion: 'reduce' as const },
        timezoneId: 'UTC',
        trace: 'off' as const,
      },
    })),
  ),
  // In addition to the server of the built site, which the configuration of the end-to-end tests starts.
  webServer: {
    command: `react-router dev --port ${workbenchPort} --strictPort`,
    url: `http://localhost:${workbenchPort}/workbench`,
    timeout: 180_000,
  },
})
