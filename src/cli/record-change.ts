import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Amendment } from '../newsroom/record/amend-entry.ts'
import { amendEntry } from '../newsroom/record/amend-entry.ts'
import { findEntry } from '../newsroom/record/find-entry.ts'
import { mergeEntries } from '../newsroom/record/merge-entries.ts'
import { mergeEvents } from '../newsroom/record/merge-events.ts'
import { publishEntry } from '../newsroom/record/publish-entry.ts'
import { withdrawAppearance } from '../newsroom/record/withdraw-appearance.ts'
import { withdrawEntry } from '../newsroom/record/withdraw-entry.ts'
import type { EntryId } from '../record/entry.ts'
import type { Edtf } from '../record/when.ts'
import { entryTypeOf } from '../record/entry-links.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { asFields, type Fields, someFields } from './entry-fields.ts'
import { entryIdFrom, idOfType } from './entry-id.ts'
import { readGivenJson } from './given-file.ts'
import { type Came, tellEntry } from './tell-entry.ts'
import { type Printing, tell } from './terminal.ts'

/** A change, and why: readers are told. */
export interface Reasoned extends Printing {
  readonly reason: string
}

/** Opens the newsroom, does one thing to the entry that was named, and says how it stands. */
async function change(
  app: Application,
  text: string,
  printing: Printing,
  work: (newsroom: Newsroom, id: EntryId) => Promise<Came>,
): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const came = await work(newsroom, await entryIdFrom(newsroom.db, text))
    await tellEntry(app, newsroom, printing, came)
  })
}

/** Puts right what the newsroom itself got wrong. */
export async function amendFromFile(
  app: Application,
  { id: text, file }: { id: string; file: string },
  { reason, ...printing }: Reasoned,
): Promise<void> {
  const json = asFields(await readGivenJson(file))
  await change(app, text, printing, async (newsroom, id) => {
    const { isLive } = await amendEntry(newsroom, { id, reason, ...(await amendmentFrom(newsroom, id, json)) })
    return { id, isLive }
  })
}

/**
 * What the file says: some fields, and all others stay as they are; or what `record show --json` printed, edited, and
 * then nobody may have amended the entry since.
 */
async function amendmentFrom({ db }: Newsroom, id: EntryId, json: Fields): Promise<Pick<Amendment, 'rev' | 'content'>> {
  const { type, content } = await findEntry(db, id)
  if (json['id'] === id && typeof json['rev'] === 'number' && 'content' in json) {
    return { rev: json['rev'], content: await someFields(db, type, asFields(json['content'])) }
  }
  return { rev: null, content: { ...content, ...(await someFields(db, type, json)) } }
}

export const publish = (app: Application, text: string, printing: Printing): Promise<void> =>
  change(app, text, printing, async (newsroom, id) => {
    const { result, isLive } = await publishEntry(newsroom, id)
    const { alongside } = result
    if (alongside.length > 0) tell(printing, `With it: ${alongside.length} more entries.`)
    return { id, isLive, more: { alongside } }
  })

export const withdraw = (app: Application, text: string, { reason, ...printing }: Reasoned): Promise<void> =>
  change(app, text, printing, async (newsroom, id) => {
    const { isLive } = await withdrawEntry(newsroom, { id, reason })
    return { id, isLive }
  })

/** Notes that a publisher took a text down: its appearance stays, with the day. */
export async function takenDown(
  app: Application,
  text: string,
  { on, reason, ...printing }: Reasoned & { readonly on: string },
): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const id = await idOfType(newsroom.db, 'appearance', text)
    const { isLive } = await withdrawAppearance(newsroom, { id, on: on as Edtf, reason })
    await tellEntry(app, newsroom, printing, { id, isLive })
  })
}

/** Makes one of two entries that are the same; what is told is how the one that stays stands. */
export const merge = (
  app: Application,
  { from, into }: { from: string; into: string },
  { reason, ...printing }: Reasoned,
): Promise<void> =>
  change(app, into, printing, async (newsroom, intoId) => {
    const fromId = await entryIdFrom(newsroom.db, from)
    const both = entryTypeOf(fromId) === 'event' && entryTypeOf(intoId) === 'event'
    const wanted = { from: fromId as never, into: intoId as never, reason }
    const { isLive } = await (both ? mergeEvents(newsroom, wanted) : mergeEntries(newsroom, wanted))
    return { id: intoId, isLive, more: { merged: fromId } }
  })
