import type { EntryId } from '../record/entry.ts'
import { findEntry } from '../newsroom/record/find-entry.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { readNewspaper } from '../store/house.ts'
import type { Application } from './application.ts'
import { pathOfEntry, toldOf, wordsOf } from './entry-words.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

/** What an act came to: the entry, whether readers have it already, and more for programs. */
export interface Came {
  readonly id: EntryId
  readonly isLive: boolean
  readonly more?: Readonly<Record<string, unknown>>
}

/** Says how an entry stands after an act: in words, its id, its state, and where readers find it. */
export async function tellEntry(
  app: Application,
  newsroom: Newsroom,
  printing: Printing,
  { id, isLive, more = {} }: Came,
): Promise<void> {
  const entry = await findEntry(newsroom.db, id)
  const words = wordsOf(await toldOf(newsroom.db, [entry]), entry)
  const path = pathOfEntry(entry, await readNewspaper(newsroom.db))
  const { siteUrl, port } = app.config()
  tell(printing, `${strong(words)}: ${entry.status}.`, faint(`${entry.type} ${id}, revision ${entry.rev}`))
  if (path) tell(printing, `${siteUrl ?? `http://localhost:${port}`}${path}`)
  if (!isLive) tell(printing, faint('Readers will have it in a moment: the edition is busy.'))
  tellJson(printing, { id, type: entry.type, status: entry.status, rev: entry.rev, path, isLive, ...more })
}
