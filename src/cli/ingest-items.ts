import { OnrecordError } from '../errors.ts'
import { type IncomingCopyId, parseId } from '../ids.ts'
import { comparedText } from '../intake/text-overlap.ts'
import { storyBefore, storyOf, textOf } from '../newsroom/ingest/copy-text.ts'
import { findIncoming, findWatched, watchedNamed } from '../newsroom/ingest/find-incoming.ts'
import { findOverlaps, type FoundOverlap } from '../newsroom/ingest/find-overlaps.ts'
import { dismissIncoming, restoreIncoming } from '../newsroom/ingest/settle-incoming.ts'
import { takeIncoming } from '../newsroom/ingest/take-incoming.ts'
import { countUnopened, type IncomingCopy, listCopy } from '../store/incoming-copy.ts'
import { watchedSources } from '../store/watched-sources.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

export interface ItemsOptions extends Printing {
  readonly waiting: boolean
  readonly source?: string
  readonly named?: string
  readonly limit?: number
}

const USUAL = 50

/** What has come, the newest first. */
export async function list(app: Application, options: ItemsOptions): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const watchedId = options.source === undefined ? undefined : (await watchedNamed(db, options.source)).id
    const filter = {
      state: options.waiting ? ('waiting' as const) : undefined,
      watchedId,
      words: options.named === undefined ? [] : comparedText(options.named).words,
    }
    const items = await listCopy(db, filter, { before: null, limit: options.limit ?? USUAL })
    const names = new Map((await watchedSources(db)).map(({ id, name }) => [id, name]))
    for (const copy of items) tell(options, ...linesOf(copy, names.get(copy.watchedId) ?? ''))
    if (items.length === 0) tell(options, 'Nothing is there.')
    tell(options, faint(`Waiting and not opened yet: ${await countUnopened(db)}.`))
    tellJson(
      options,
      items.map((copy) => inShort(copy, names.get(copy.watchedId) ?? '')),
    )
  })
}

const inShort = (copy: IncomingCopy, source: string) => {
  const { id, headline, language, receivedAt, changedAt, state, storyId, documentId, overlaps } = copy
  return { id, source, headline, language, receivedAt, changedAt, state, storyId, documentId, overlaps }
}

const minuteOf = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

function linesOf(copy: IncomingCopy, source: string): string[] {
  const { headline, state, receivedAt, changedAt, id, overlaps } = copy
  const changed = changedAt === null ? '' : `, changed ${minuteOf(changedAt)}`
  return [
    `${strong(headline)}${state === 'waiting' ? '' : `  ${state}`}`,
    ...overlaps.map(
      ({ title, direction, share }) =>
        `    ${direction === 'carries' ? 'carries the words of' : 'its words are in'} “${title}” (${percent(share)})`,
    ),
    faint(`    ${source}, ${minuteOf(receivedAt)}${changed}, ${id}`),
  ]
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** One item, whole, and what it shares its words with. */
export async function show(app: Application, text: string, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const copy = await findIncoming(db, idFrom(text))
    const source = await findWatched(db, copy.watchedId)
    const story = storyOf(copy)
    const overlaps = await findOverlaps(db, copy)
    const before = storyBefore(copy)
    tell(printing, ...linesOf({ ...copy, overlaps: [] }, source.name))
    if (story.bylines.length > 0) tell(printing, `By ${story.bylines.join(', ')}`)
    if (story.address !== null) tell(printing, story.address)
    tell(printing, '', textOf(story))
    if (before) tell(printing, '', strong('Before its last change:'), before.headline, '', textOf(before))
    if (overlaps.length > 0) tell(printing, '', ...overlaps.flatMap(linesOfOverlap))
    if (copy.storyId !== null) tell(printing, '', `Taken up as ${copy.storyId}.`)
    tellJson(printing, { ...inShort(copy, source.name), story, before, overlaps })
  })
}

const linesOfOverlap = ({ title, who, ofId, direction, ofItem, ofOther, passage, words }: FoundOverlap): string[] => [
  `${direction === 'carries' ? 'Carries the words of' : 'Its words are carried by'} ${who === '' ? '' : `${who}, `}“${title}” (${ofId})`,
  faint(
    `    ${percent(ofItem)} of this stands there, ${percent(ofOther)} of that stands here; ${words} words in a row:`,
  ),
  faint(`    “${passage.length > 300 ? `${passage.slice(0, 299)}…` : passage}”`),
]

/** Begins a draft from an item. */
export async function take(app: Application, text: string, printing: Printing): Promise<void> {
  const id = idFrom(text)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const storyId = await takeIncoming(newsroom, id)
    tell(printing, `Begun: ${storyId}, a draft. Its credit stands below the text, where it comes from in its margin.`)
    tellJson(printing, { id, storyId })
  })
}

/** Puts an item away, or brings it back. */
export async function dismiss(app: Application, text: string, options: Printing & { undo: boolean }): Promise<void> {
  const id = idFrom(text)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    await (options.undo ? restoreIncoming(newsroom, id) : dismissIncoming(newsroom, id))
    tell(options, options.undo ? `It waits again: ${id}.` : `Put away: ${id}. --undo brings it back.`)
    tellJson(options, { id, state: options.undo ? 'waiting' : 'dismissed' })
  })
}

function idFrom(text: string): IncomingCopyId {
  const id = parseId('incoming-copy', text)
  if (id) return id
  throw new OnrecordError('bad-input', `“${text}” is no id of an incoming item.`, {
    remedy: '`./onrecord ingest items` shows ids.',
  })
}
