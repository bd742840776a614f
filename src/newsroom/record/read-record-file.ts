import { OnrecordError } from '../../errors.ts'
import type { EntryId, EntryStatus, Revision } from '../../record/entry.ts'
import { canonicalJson } from '../../evidence/canonical-json.ts'
import { sha256Of } from '../../store/record-commitment.ts'
import { namedBy } from '../../store/record-links.ts'
import { rememberKeys } from '../../store/record-keys.ts'
import { entriesById } from '../../store/record-log.ts'
import { awaitsSignature } from '../../store/record-state.ts'
import type { Outcome } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { checkEntries, inTypeOrder, labelled, withLabel } from './check-entries.ts'
import type { SlugsTaken } from './entry-slug.ts'
import { assertNoDuplicate } from './find-duplicates.ts'
import { assertHappened, assertHeldUp, draftsNeededBy, hangsOn } from './going-live.ts'
import { giveIds, type KeyedItem, toUnchecked } from './keyed-items.ts'
import { performOnRecord, type Proposal, type RecordDesk, toRevision, write } from './record-act.ts'
import { parseRecordFile, type RecordFile } from './record-file.ts'

/** What reading a record file came to. */
export interface RecordFileReport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** How many entries readers have since, that they had not before. */
  readonly published: number
  /** Entries that changed in the file and were left as they are here, and why. */
  readonly left: readonly { readonly key: string; readonly why: string }[]
  /** The id of every key. */
  readonly ids: ReadonlyMap<string, EntryId>
}

/** A file's entry as it will be written: new, changed, or said before and only to be published. */
interface Planned {
  readonly keyed: KeyedItem
  readonly proposal: Proposal
}

/**
 * Reads a record from one JSON file, all of it or nothing, in one act (docs/formats/record-file.md).
 *
 * Entries are known by the file's source and their keys: read again, the same file changes nothing; what changed in the
 * file is amended, unless it was changed here since. What is missing in the file stays.
 *
 * @param options `publish`: everything in the file goes live, by the rules of `publishEntry`; else what is new is a draft,
 *   but for claims of live events
 * @throws OnrecordError `bad-input`, `not-found` or `refused`, naming the entry and the fault
 */
export const readRecordFile = (
  newsroom: Newsroom,
  json: unknown,
  options: { readonly publish: boolean },
): Promise<Outcome<RecordFileReport>> =>
  performOnRecord(newsroom, 'read-record-file', async (desk) => {
    const file = parseRecordFile(json)
    assertUnsigned(file)
    const { items, ids } = await giveIds(desk, file)
    const left = items.flatMap((keyed) => leftBecause(keyed))
    const leftKeys = new Set(left.map(({ key }) => key))
    const touched = items.filter((keyed) => isChanged(keyed) && !leftKeys.has(keyed.item.key))
    const planned = await plan(desk, touched, ids)
    const waiting = options.publish ? items.filter((keyed) => isWaiting(keyed)) : []
    const revisions = await keep(desk, file, { planned, waiting, publish: options.publish })
    const added = touched.filter(({ before }) => before === undefined).length
    const report: RecordFileReport = {
      added,
      changed: touched.length - added,
      unchanged: items.length - touched.length - left.length,
      published: countPublished(revisions, items),
      left,
      ids,
    }
    const detail = { added, changed: report.changed, published: report.published }
    return { result: report, subject: file.source, detail, revisions }
  })

/** Two people sign what is verified or refuted, each by name: a file cannot. */
function assertUnsigned({ items }: RecordFile): void {
  for (const { type, fields, label } of items) {
    if (type !== 'assessment' || (fields['verdict'] !== 'verified' && fields['verdict'] !== 'refuted')) continue
    throw new OnrecordError('refused', `${label}: “${fields['verdict']}” needs two people of the newsroom.`, {
      remedy: 'Leave it out of the file; let two people assess it here.',
    })
  }
}

const isChanged = ({ before, fileHash }: KeyedItem): boolean => before?.fileHash !== fileHash

/** A draft that says what the file said, and that nobody put aside. */
const isWaiting = (keyed: KeyedItem): boolean =>
  !isChanged(keyed) && keyed.entry?.status === 'draft' && mayGoLive(keyed.entry)

function leftBecause(keyed: KeyedItem): { key: string; why: string }[] {
  const { item, before, entry } = keyed
  if (before === undefined || !isChanged(keyed)) return []
  const leave = (why: string) => [{ key: item.key, why }]
  if (entry === undefined) return leave('Its text was erased here: it is not recorded again.')
  if (entry.status === 'withdrawn') return leave('It was withdrawn here.')
  if (entry.type === 'assessment') return leave('An assessment is not amended: assess the claim anew.')
  return sha256Of(canonicalJson(entry.content)) === before.contentHash
    ? []
    : leave('It has been worked on here: left as it is.')
}

async function plan(
  desk: RecordDesk,
  touched: readonly KeyedItem[],
  ids: ReadonlyMap<string, EntryId>,
): Promise<Planned[]> {
  const taken: SlugsTaken = new Map()
  const unchecked = []
  for (const keyed of touched) unchecked.push(await toUnchecked(desk, keyed, { ids, taken }))
  const byId = new Map(touched.map((keyed) => [keyed.id, keyed]))
  const planned = (await checkEntries(desk.tx, unchecked)).flatMap((proposal): Planned[] => {
    const keyed = byId.get(proposal.id)
    return keyed ? [{ keyed, proposal }] : []
  })
  for (const { keyed, proposal } of planned) {
    if (keyed.before !== undefined || keyed.item.despite) continue
    await assertNoDuplicate(desk.tx, proposal).catch((error: unknown) => {
      throw withLabel(error, keyed.item.label)
    })
  }
  return planned
}

/** Writes what is planned, and publishes what is asked for; then remembers it all by key. */
async function keep(
  desk: RecordDesk,
  file: RecordFile,
  { planned, waiting, publish }: { planned: readonly Planned[]; waiting: readonly KeyedItem[]; publish: boolean },
): Promise<Revision[]> {
  const { tx, act } = desk
  const reasons = new Map(planned.map(({ keyed, proposal }) => [proposal.id, keyed.before ? file.reason : null]))
  const published = waiting.flatMap(({ entry }) => (entry ? [entry as Proposal] : []))
  const proposals = inTypeOrder([...planned.map(({ proposal }) => proposal), ...published])
  const statuses = await statusesOf(desk, proposals, { planned, publish })
  const live = proposals.filter(({ id }) => statuses.get(id) === 'live')
  await assertMayBeLive(desk, live, new Map(planned.map(({ keyed }) => [keyed.id, keyed])))
  const ownIds = new Set(proposals.map(({ id }) => id))
  const needed = (await draftsNeededBy(tx, live)).filter(({ id }) => !ownIds.has(id))
  const revisions = await write(desk, [
    ...needed.map((draft) => toRevision(draft, { status: 'live', act })),
    ...proposals.map((proposal) =>
      toRevision(proposal, {
        status: statuses.get(proposal.id) ?? 'draft',
        reason: reasons.get(proposal.id) ?? null,
        act: reasons.get(proposal.id) ? 'amend-entry' : act,
      }),
    ),
  ])
  const read = planned.map(({ keyed: { item, id, fileHash }, proposal }) => ({
    key: item.key,
    id,
    fileHash,
    contentHash: sha256Of(canonicalJson(proposal.content)),
  }))
  await rememberKeys(tx, file.source, read)
  return revisions
}

/** Evidence for the newsroom alone never goes live, nor an assessment that waits for somebody. */
const mayGoLive = (one: Proposal): boolean =>
  !(one.type === 'evidence' && !one.content.isPublic) &&
  !awaitsSignature({ type: one.type, content: one.content, status: 'draft' })

/**
 * The state of each: live when it was, when everything is published, or when it is a claim (or its appearance, or an
 * assessment) of something live; else a draft.
 */
async function statusesOf(
  { tx }: RecordDesk,
  proposals: readonly Proposal[],
  { planned, publish }: { planned: readonly Planned[]; publish: boolean },
): Promise<Map<EntryId, EntryStatus>> {
  const before = new Map(planned.map(({ keyed }) => [keyed.id, keyed.entry?.status]))
  const hung = await entriesById(tx, [...new Set(proposals.flatMap(hangsOn))])
  const statuses = new Map<EntryId, EntryStatus>(hung.map(({ id, status }) => [id, status]))
  for (const proposal of proposals) {
    const follows = ['claim', 'appearance', 'assessment'].includes(proposal.type)
    const isHeldUp = follows && hangsOn(proposal).every((id) => statuses.get(id) === 'live')
    const isLive = before.get(proposal.id) === 'live' || ((publish || isHeldUp) && mayGoLive(proposal))
    statuses.set(proposal.id, isLive ? 'live' : 'draft')
  }
  return statuses
}

async function assertMayBeLive(
  { tx }: RecordDesk,
  live: readonly Proposal[],
  planned: ReadonlyMap<EntryId, KeyedItem>,
): Promise<void> {
  const labelOf = ({ id }: Proposal) => planned.get(id)?.item.label
  for (const proposal of live) {
    if (proposal.type !== 'event') continue
    const onFile = await entriesById(tx, await namedBy(tx, [proposal.id], ['about.eventId']))
    const claims = [...onFile, ...live.map(asLive)].filter(
      (one) => one.type === 'claim' && one.content.about.eventId === proposal.id,
    )
    labelled(labelOf(proposal), () => assertHappened(asLive(proposal), claims))
  }
  await assertHeldUp(tx, live)
}

const asLive = (proposal: Proposal) =>
  ({ ...proposal, rev: 0, status: 'live', recordedAt: '', sequence: 0 }) as unknown as Parameters<
    typeof assertHappened
  >[0]

/** Entries of the act that are live now and were not when it began. */
function countPublished(revisions: readonly Revision[], items: readonly KeyedItem[]): number {
  const wasLive = new Set(items.flatMap(({ id, entry }) => (entry?.status === 'live' ? [id] : [])))
  return revisions.filter(({ id, status }) => status === 'live' && !wasLive.has(id)).length
}
