import { OnrecordError } from '../../errors.ts'
import { entryTypeOf, linksOf, namedIn, typesAt } from '../../record/entry-links.ts'
import { ENTRY_TYPES, type Entry, type EntryId, type EntryType } from '../../record/entry.ts'
import { parseContent } from '../../record/entry-schema.ts'
import { refusalInWords, refusalOf } from '../../record/entry-refusals.ts'
import { recordSet } from '../../record/record-set.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { entriesAround } from '../../store/record-family.ts'
import { slugOwner } from './entry-slug.ts'
import { inWords } from './find-entry.ts'
import type { Proposal } from './record-act.ts'

/** What somebody wants to record, before it was looked at. */
export interface Unchecked {
  readonly type: EntryType
  readonly id: EntryId
  readonly content: unknown
  /** How the sentence of an error names it, where there are several: “claims, jnim-w”. */
  readonly label?: string
}

/**
 * Judges entries together, as they would stand: their form, that everything they name exists and is of the right type,
 * and the record's own rules, against the record as it is, drafts included. Entries may name each other.
 *
 * @throws OnrecordError `bad-input` for the form, `not-found` for a name without an entry, `refused` for a broken rule
 */
export async function checkEntries(tx: NewsroomTx, unchecked: readonly Unchecked[]): Promise<Proposal[]> {
  const labels = new Map(unchecked.map(({ id, label }) => [id, label]))
  const proposals = unchecked.map(
    ({ type, id, content, label }) =>
      ({ type, id, content: labelled(label, () => parseContent(type, content)) }) as Proposal,
  )
  const around = await entriesAround(tx, seedsOf(proposals), { drafts: true })
  const known = new Set<string>([...around, ...proposals].map(({ id }) => id))
  for (const proposal of proposals) labelled(labels.get(proposal.id), () => assertAllThere(proposal, known))
  await assertSlugsFree(tx, proposals)
  const proposed = proposals.map(asEntry)
  const ids = new Set<EntryId>(proposals.map(({ id }) => id))
  const set = recordSet([...around.filter(({ id }) => !ids.has(id)), ...proposed])
  for (const { type, id, content } of proposals) {
    const refusal = refusalOf(content, type, id, set)
    if (refusal) throw withLabel(new OnrecordError('refused', refusalInWords(refusal)), labels.get(id))
  }
  return proposals
}

/** The proposals themselves, what they name, and so every event they concern. */
const seedsOf = (proposals: readonly Proposal[]): EntryId[] => [
  ...new Set(proposals.flatMap(({ type, id, content }) => [id, ...namedIn(type, content)])),
]

/** @throws OnrecordError `not-found` when something is named that the record has not, or that is of another type */
function assertAllThere({ type, content }: Proposal, known: ReadonlySet<string>): void {
  for (const { field, to } of linksOf(type, content)) {
    const wanted = typesAt(type, field)
    const found = entryTypeOf(to)
    if (known.has(to) && found !== undefined && wanted.includes(found)) continue
    throw new OnrecordError(
      'not-found',
      `${field} of the ${inWords(type)} names ${to}, and the record has no such ${wanted.map(inWords).join(' or ')}.`,
      { remedy: 'Record that one first, or look up its id.' },
    )
  }
}

/** Does something, and lets an error say of which of several entries it speaks. */
export function labelled<Result>(label: string | undefined, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw withLabel(error, label)
  }
}

/** An expected failure with the name of the entry it is about before its sentence; anything else as it is. */
export function withLabel(error: unknown, label: string | undefined): unknown {
  if (label === undefined || !(error instanceof OnrecordError)) return error
  const { remedy, code, message } = error
  return new OnrecordError(code, `${label}: ${message}`, { cause: error, ...(remedy === undefined ? {} : { remedy }) })
}

/** An address belongs to one entry for ever: what another one had is not given away. */
async function assertSlugsFree(tx: NewsroomTx, proposals: readonly Proposal[]): Promise<void> {
  const seen = new Set<string>()
  for (const proposal of proposals) {
    if (!('slug' in proposal.content)) continue
    const { slug } = proposal.content
    const owner = await slugOwner(tx, proposal)
    const isTwice = seen.has(`${proposal.type} ${slug}`)
    seen.add(`${proposal.type} ${slug}`)
    const remedy = 'Give it another slug, or none: one is made from its name.'
    if (owner !== undefined || isTwice) {
      const whose = owner ?? 'another entry of the same file'
      throw new OnrecordError('refused', `The slug “${slug}” belongs to ${whose}.`, { remedy })
    }
  }
}

/** A proposal as the newest entry of a set: it hides what it replaces. */
const asEntry = ({ type, id, content }: Proposal): Entry =>
  ({ type, id, content, rev: 1, status: 'live', recordedAt: '', sequence: Number.MAX_SAFE_INTEGER }) as unknown as Entry

/** Sorts what may name another before what is named by it last: places first, assessments last. */
export const inTypeOrder = <Some extends { readonly type: EntryType }>(some: readonly Some[]): Some[] =>
  some.toSorted((one, other) => ENTRY_TYPES.indexOf(one.type) - ENTRY_TYPES.indexOf(other.type))
