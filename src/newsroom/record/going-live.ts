import { OnrecordError } from '../../errors.ts'
import type { ClaimId } from '../../ids.ts'
import type { Claim } from '../../record/claim.ts'
import { entryTypeOf, type LinkField, linksOf, namedIn } from '../../record/entry-links.ts'
import type { Entry, EntryId, EntryStatus, EntryType } from '../../record/entry.ts'
import { displayName, inLanguage } from '../../record/display-name.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { naming } from '../../store/record-links.ts'
import { entriesById } from '../../store/record-log.ts'
import { inTypeOrder } from './check-entries.ts'
import { inWords } from './find-entry.ts'
import type { Proposal } from './record-act.ts'

/** What goes live by itself with the first live entry that names it: where, who, from which document, of which people. */
const GOES_ALONG: ReadonlySet<EntryType> = new Set<EntryType>([
  'place',
  'actor',
  'source',
  'document',
  'victim-group',
  'evidence',
])

/** Where each type names what it hangs on. */
const HANGS_ON: Partial<Readonly<Record<EntryType, readonly LinkField[]>>> = {
  event: ['partOf[]'],
  'victim-group': ['eventId'],
  claim: ['about.eventId'],
  appearance: ['claimId'],
  assessment: ['subject.claimId', 'subject.eventId'],
}

/** Entries that this one hangs on: it is before readers only when they are. */
export const hangsOn = ({ type, content }: Pick<Proposal, 'type' | 'content'>): EntryId[] =>
  linksOf(type, content)
    .filter(({ field }) => HANGS_ON[type]?.includes(field))
    .map(({ to }) => to)

/**
 * The state in which something new is recorded: a claim, an appearance or an assessment is live when what it speaks of
 * is, and a draft when that is one.
 *
 * @throws OnrecordError `refused` when it speaks of something withdrawn
 */
export async function statusOfNew(tx: NewsroomTx, proposal: Proposal): Promise<EntryStatus> {
  const held = await entriesById(tx, hangsOn(proposal))
  const withdrawn = held.find(({ status }) => status === 'withdrawn')
  if (withdrawn) throw new OnrecordError('refused', `${titleOf(withdrawn)} was withdrawn${mergeNote(withdrawn)}.`)
  return held.every(({ status }) => status === 'live') ? 'live' : 'draft'
}

const mergeNote = ({ content }: Entry): string =>
  'mergedInto' in content && content.mergedInto !== undefined ? `: it was merged into ${content.mergedInto}` : ''

/**
 * The drafts that must go live with entries that name these: their places, actors, sources, documents, victim groups
 * and public evidence, and what those name in turn. In the order in which one names another.
 */
async function draftsNeeded(tx: NewsroomTx, named: readonly EntryId[]): Promise<Entry[]> {
  const needed = new Map<EntryId, Entry>()
  for (let fresh = [...named]; fresh.length > 0; ) {
    const wanted = fresh.filter((id) => GOES_ALONG.has(entryTypeOf(id) ?? 'event') && !needed.has(id))
    const drafts = (await entriesById(tx, wanted)).filter(isReadyDraft)
    for (const draft of drafts) needed.set(draft.id, draft)
    fresh = await naming(
      tx,
      drafts.map(({ id }) => id),
    )
  }
  return inTypeOrder([...needed.values()])
}

/** Evidence that readers may not know of stays with the newsroom. */
const isReadyDraft = (entry: Entry): boolean =>
  entry.status === 'draft' && !(entry.type === 'evidence' && !entry.content.isPublic)

/** Drafts that go live with these entries, which are live or about to be. */
export const draftsNeededBy = (tx: NewsroomTx, entries: readonly Pick<Proposal, 'type' | 'content'>[]) =>
  draftsNeeded(tx, [...new Set(entries.flatMap(({ type, content }) => namedIn(type, content)))])

/** Acts by which a claimant says that something happened. */
const SAYING_SO: ReadonlySet<Claim['act']> = new Set<Claim['act']>(['assert', 'estimate', 'admit', 'accuse', 'revise'])

/**
 * Does a claim say that its event happened? A figure of its victims does, and so does somebody's word that it occurred,
 * that somebody took part or is responsible; a denial, a retraction or a refusal to speak does not.
 */
const saysItHappened = ({ act, about }: Claim): boolean =>
  SAYING_SO.has(act) && (about.kind === 'measure' || about.proposition.kind !== 'control')

/** Has somebody said that the event happened? Withdrawn claims do not count. @throws OnrecordError `refused` when nobody has */
export function assertHappened(event: Entry, claims: readonly Entry[]): void {
  if (claims.some(standsForIt)) return
  throw new OnrecordError('refused', `Nobody has said yet that ${titleOf(event)} happened.`, {
    remedy: 'Record a claim of it first: a figure, or that it occurred.',
  })
}

const standsForIt = (entry: Entry): boolean =>
  entry.type === 'claim' && entry.status !== 'withdrawn' && saysItHappened(entry.content)

/** @throws OnrecordError `refused` when something that these entries hang on is before no reader, nor will be with them */
export async function assertHeldUp(
  tx: NewsroomTx,
  entries: readonly Pick<Proposal, 'type' | 'id' | 'content'>[],
): Promise<void> {
  const going = new Set<EntryId>(entries.map(({ id }) => id))
  const held = [...new Set(entries.flatMap(hangsOn))].filter((id) => !going.has(id))
  const missing = (await entriesById(tx, held)).find(({ status }) => status !== 'live')
  if (!missing) return
  const state = missing.status === 'draft' ? 'is a draft' : 'was withdrawn'
  throw new OnrecordError('refused', `It hangs on ${titleOf(missing)}, which ${state}.`, {
    remedy: missing.status === 'draft' ? 'Publish that first.' : 'Point it elsewhere first.',
  })
}

/** An entry as a sentence names it: its type, and its name or title where it has one. For staff. */
export function titleOf(entry: Entry): string {
  const { type, id, content } = entry
  const name = nameOf(entry)
  return `the ${inWords(type)} ${name && 'slug' in content ? `“${name}” (${id})` : id}`
}

function nameOf({ type, content }: Entry): string {
  if (type === 'event') return inLanguage(content.titles, 'en')
  return type === 'place' || type === 'actor' || type === 'source' ? displayName(content.names, 'en') : ''
}

/** The claims among these ids. */
export const claimIdsIn = (ids: readonly EntryId[]): ClaimId[] =>
  ids.filter((id): id is ClaimId => entryTypeOf(id) === 'claim')
