import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } } as const

/**
 * Both of the two cores that we promise to need (left alone, Vitest would keep one for itself), and a third worker for the
 * time in which the others wait for a disk or a database.
 */
const THREE = { maxWorkers: 3 } as const

/** These start programs of their own, which need the processors themselves: what needs none goes first, since it fails faster. */
const AFTER_THE_REST = { maxWorkers: 2, sequence: { groupOrder: 1 } } as const

export default defineConfig({
  ...jsx,
  test: {
    projects: [
      {
        ...jsx,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/contract/**', 'test/journeys/**', 'test/browser/**', 'test/promises/**'],
          hookTimeout: 60_000,
          testTimeout: 60_000,
          ...THREE,
        },
      },
      {
        ...jsx,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          globalSetup: ['test/contract/postgres.ts'],
          // A machine may be slow, and that is no fault: only what hangs is to be ended.
          hookTimeout: 120_000,
          testTimeout: 120_000,
          ...THREE,
        },
      },
      {
        ...jsx,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts', 'test/promises/**/*.test.ts'],
          globalSetup: ['test/contract/postgres.ts'],
          hookTimeout: 120_000,
          testTimeout: 120_000,
          ...AFTER_THE_REST,
        },
      },
      {
        ...jsx,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // A browser shares two processors with servers and other browsers: what fails twice in a row fails.
          retry: 1,
          expect: { poll: { timeout: 15_000 } },
          globalSetup: ['test/browser/sample-newsroom.ts'],
          hookTimeout: 120_000,
          testTimeout: 120_000,
          ...AFTER_THE_REST,
        },
      },
    ],
  },
})
