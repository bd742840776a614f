import type { ActorId, EventId, PlaceId, SourceId, VictimGroupId } from '../../src/ids.ts'
import { addActor } from '../../src/newsroom/record/add-actor.ts'
import { addPlace } from '../../src/newsroom/record/add-place.ts'
import { addSource } from '../../src/newsroom/record/add-source.ts'
import { addVictimGroup } from '../../src/newsroom/record/add-victim-group.ts'
import { findEntry } from '../../src/newsroom/record/find-entry.ts'
import { publishEntry } from '../../src/newsroom/record/publish-entry.ts'
import { recordClaim } from '../../src/newsroom/record/record-claim.ts'
import { recordEvent } from '../../src/newsroom/record/record-event.ts'
import type { Cell, Claim } from '../../src/record/claim.ts'
import type { EntryId, EntryOf } from '../../src/record/entry.ts'
import type { RecordEvent } from '../../src/record/event.ts'
import { changesAfter } from '../../src/store/outbox.ts'
import { aNewsroom, type TestNewsroom } from '../builders.ts'
import { aClaim, aFigure, aGroup, anActor, anEvent, aPlace, aSource, when } from '../record/builders.ts'
import type { OpenDatabases } from './databases.ts'

/** A content whose slug is left to the newsroom. */
export function withoutSlug<Content extends { readonly slug: string }>(content: Content): Omit<Content, 'slug'> {
  const { slug, ...rest } = content
  return slug === '' ? content : rest
}

/** What somebody says later of a figure: "exact 84", or nothing but words. */
export const said = (figure: string | null): Pick<Claim, 'saidAt' | 'wording' | 'figure'> => ({
  saidAt: when('2024-07-29'),
  wording: { text: figure ?? 'No.', lang: 'en', documentId: null, start: null, end: null },
  figure: figure === null ? null : aFigure(figure),
})

/** A newsroom at work on one battle, of which nothing is live: its town, its two sides, two sources and the dead of one. */
export interface RecordAtWork {
  readonly newsroom: TestNewsroom
  readonly town: PlaceId
  readonly jnim: ActorId
  readonly wagner: ActorId
  readonly spokesman: SourceId
  readonly bloggers: SourceId
  readonly battle: EventId
  readonly fighters: VictimGroupId
  /** The dead fighters, in the battle or in another event. */
  readonly cellOf: (eventId?: EventId) => Cell
  readonly anEventCalled: (title: string, more?: Partial<RecordEvent>) => Promise<EventId>
  /** The spokesman's claim on the dead fighters, not recorded yet… */
  readonly aFigureOf: (figure: string, more?: Partial<Claim>) => Claim
  /** …and recorded. */
  readonly claimed: (figure: string, more?: Partial<Claim>) => Promise<EntryOf<'claim'>>
  readonly publish: (id: EntryId) => ReturnType<typeof publishEntry>
  readonly statusOf: (id: EntryId) => Promise<string>
  /** Entries that the edition has to follow, one for each number. */
  readonly published: () => Promise<string[]>
}

export async function aRecordAtWork(dbs: OpenDatabases): Promise<RecordAtWork> {
  const newsroom = aNewsroom(dbs)
  const town = await addPlace(newsroom, withoutSlug(aPlace('Tinzaouaten').content))
  const jnim = await addActor(newsroom, withoutSlug(anActor('JNIM').content))
  const wagner = await addActor(newsroom, withoutSlug(anActor('Wagner').content))
  const spokesman = await addSource(newsroom, withoutSlug(aSource('JNIM', { content: { actorId: jnim } }).content))
  const bloggers = await addSource(newsroom, withoutSlug(aSource('military bloggers').content))
  const anEventCalled = (title: string, more: Partial<RecordEvent> = {}) =>
    recordEvent(newsroom, {
      ...withoutSlug(anEvent(title).content),
      where: { placeId: town, relation: 'near', precision: 3, basis: null },
      sides: [
        { label: { en: 'JNIM' }, actorIds: [jnim] },
        { label: { en: 'Wagner' }, actorIds: [wagner] },
      ],
      ...more,
    })
  const battle = await anEventCalled('Battle of Tinzaouaten')
  const fighters = await addVictimGroup(newsroom, {
    ...aGroup('Wagner fighters', { of: 'x' }).content,
    eventId: battle,
    affiliation: wagner,
  })
  const cellOf = (eventId = battle): Cell => ({ eventId, groupId: fighters, measure: 'killed', equipment: null })
  const aFigureOf = (figure: string, more: Partial<Claim> = {}): Claim => ({
    ...aClaim('x', { by: 'x', on: 'x', group: 'x', figure }).content,
    claimantId: spokesman,
    about: { kind: 'measure', ...cellOf() },
    ...more,
  })
  const claimed = async (figure: string, more: Partial<Claim> = {}) =>
    (await recordClaim(newsroom, { claim: aFigureOf(figure, more), appearances: [] })).result.claim
  return {
    newsroom,
    town,
    jnim,
    wagner,
    spokesman,
    bloggers,
    battle,
    fighters,
    cellOf,
    anEventCalled,
    aFigureOf,
    claimed,
    publish: (id) => publishEntry(newsroom, id),
    statusOf: async (id) => (await findEntry(newsroom.db, id)).status,
    published: async () =>
      (await changesAfter(newsroom.db, 0, 1000)).map((row) => (row.kind === 'record' ? row.entryId : '')),
  }
}
