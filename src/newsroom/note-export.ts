import { record } from './act.ts'
import type { Newsroom } from './newsroom.ts'

/** Notes that somebody takes everything the newsroom has, before they get the first line of it. */
export const noteExport = (newsroom: Newsroom): Promise<unknown> =>
  record(newsroom, 'export-newsroom', async () => ({ result: undefined, subject: null }))
