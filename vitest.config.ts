import { defineConfig } from 'vitest/config'

/**
 * Tests of plain functions: no document, no global that one file could leave changed for the next. They share their
 * modules, because loading those again for each file took longer than the tests.
 */
const pure = [
  'tests/unit/{figures,lab,offline,progress,quiz,quiz-link,recording,release,search,table,typed}/**/*.test.ts',
  'tests/content/**/*.test.ts',
]

/** Tests on the real machine, which need its image and most of the time: `npm run test:machine`. */
const onMachine = ['packages/*/tests/machine/**/*.test.ts']

const shared = {
  environment: 'node',
  setupFiles: ['tests/support/setup.ts'],
  restoreMocks: true,
  // Property tests and whole-content checks take seconds on a busy machine; no test asserts a time.
  testTimeout: 60_000,
}

export default defineConfig({
  test: {
    // By default, one processor is left free.
    maxWorkers: '100%',
    projects: [
      { test: { ...shared, name: 'pure', include: pure, isolate: false, sequence: { groupOrder: 0 } } },
      {
        test: {
          ...shared,
          name: 'isolated',
          include: ['tests/{unit,components,content}/**/*.test.{ts,tsx}', 'packages/*/tests/**/*.test.ts'],
          exclude: [...pure, ...onMachine],
        },
      },
      // One machine at a time: each wants a processor.
      {
        test: { ...shared, name: 'machine', include: onMachine, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    coverage: {
      provider: 'v8',
      include: [
        'src/**/*.{ts,tsx}',
        'scripts/**/*.ts',
        'packages/docker-in-browser/{src,node,image-builder}/**/*.ts',
      ],
      reportsDirectory: '.cache/coverage',
      reporter: ['text-summary', 'html'],
    },
  },
})
