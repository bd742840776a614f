import type { versionsEn } from './versions-en.ts'

/** Words around what changed: versions of a story, corrections, translations, in French. */
export const versionsFr = {} as const satisfies Readonly<Record<keyof typeof versionsEn, string>>
