import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } } as const

/** Each of these starts programs of its own; Vitest wants projects with another number of workers in another group. */
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
          globalSetup: ['test/browser/sample-newsroom.ts'],
          hookTimeout: 120_000,
          testTimeout: 120_000,
          ...AFTER_THE_REST,
        },
      },
    ],
  },
})
