import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } } as const

/** Both of the two cores that we promise to need: left alone, Vitest would keep one for itself. */
const TWO = { maxWorkers: 2 } as const

/** These start programs of their own: what needs none goes first, since it fails faster. */
const AFTER_THE_REST = { ...TWO, sequence: { groupOrder: 1 } } as const

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
          ...TWO,
        },
      },
      {
        ...jsx,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          globalSetup: ['test/contract/postgres.ts'],
          hookTimeout: 60_000,
          testTimeout: 30_000,
          ...TWO,
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
