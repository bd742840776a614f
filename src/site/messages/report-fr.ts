import type { reportEn } from './report-en.ts'

/** Words with which readers write to the newsroom, in French. */
export const reportFr = {} as const satisfies Readonly<Record<keyof typeof reportEn, string>>
