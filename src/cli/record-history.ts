import { OnrecordError } from '../errors.ts'
import type { Entry, EntryId, Revision } from '../record/entry.ts'
import { canonicalJson } from '../evidence/canonical-json.ts'
import { entryTypeOf } from '../record/entry-links.ts'
import { namedBy } from '../store/record-links.ts'
import { entryOf } from '../record/replay.ts'
import { recordedBy, revisionsOf } from '../store/record-log.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { entryIdFrom } from './entry-id.ts'
import { toldOf, wordsOf } from './entry-words.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

type Line = Revision & { readonly by: string; readonly words: string; readonly changed: readonly string[] }

/** Tells every revision of an entry, oldest first; of an event, also those of all that was claimed of it. */
export async function tellHistory(app: Application, text: string, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const id = await entryIdFrom(db, text)
    const lines = await linesOf(db, [id, ...(entryTypeOf(id) === 'event' ? await toldOfEvent(db, id) : [])])
    if (lines.length === 0) {
      throw new OnrecordError('not-found', `The record has no entry ${id}.`, {
        remedy: '`./onrecord record list` shows what there is.',
      })
    }
    for (const line of lines) tell(printing, ...inLines(line))
    tellJson(printing, lines)
  })
}

/** Groups and claims of an event, where those stood and how they were judged. */
async function toldOfEvent(db: NewsroomDb, id: EntryId): Promise<EntryId[]> {
  const about = await namedBy(db, [id], ['about.eventId', 'eventId', 'subject.eventId'])
  return [...new Set([...about, ...(await namedBy(db, about, ['claimId', 'subject.claimId']))])]
}

async function linesOf(db: NewsroomDb, ids: readonly EntryId[]): Promise<Line[]> {
  const all = await revisionsOf(db, ids)
  const told = await toldOf(db, newestOf(all))
  const lines: Line[] = []
  for (const [id, revisions] of all) {
    const by = await recordedBy(db, id)
    for (const [index, revision] of revisions.entries()) {
      const entry = entryOf(revision)
      const words = entry ? wordsOf(told, entry) : 'erased'
      lines.push({ ...revision, by: by[index] ?? '', words, changed: changedIn(revisions[index - 1], revision) })
    }
  }
  return lines.toSorted((one, other) => one.sequence - other.sequence)
}

const newestOf = (all: ReadonlyMap<EntryId, readonly Revision[]>): Entry[] =>
  [...all.values()].flatMap((revisions) => revisions.slice(-1).flatMap((revision) => entryOf(revision) ?? []))

/** The fields in which a revision differs from the one before. */
function changedIn(before: Revision | undefined, { content }: Revision): string[] {
  if (!before?.content || !content) return []
  const [was, is] = [before.content, content].map((one) => one as unknown as Readonly<Record<string, unknown>>)
  const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])
  return [...names].filter((name) => canonicalJson(was?.[name] ?? null) !== canonicalJson(is?.[name] ?? null))
}

function inLines({ id, rev, recordedAt, by, act, status, words, reason, erasedAt, changed }: Line): string[] {
  const notes = [
    ...(changed.length > 0 ? [`changed: ${changed.join(', ')}`] : []),
    ...(reason === null ? [] : [`reason: ${reason}`]),
    ...(erasedAt === null ? [] : [`erased ${erasedAt}`]),
  ]
  return [
    strong(words),
    `    ${recordedAt}  ${act} by ${by}  ${faint(`${id}, revision ${rev}, ${status}`)}`,
    ...notes.map((note) => `    ${note}`),
  ]
}
