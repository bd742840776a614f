import { type EntryLink, linksOf, type LinkField, OF_A_CLAIM } from '../record/entry-links.ts'
import type { EntryId, Revision } from '../record/entry.ts'
import type { RecordLinkRow } from './record-tables.ts'

/**
 * Where an entry belongs: a claim and a group to their event, an appearance to its claim, an assessment to what it
 * judges, evidence to the claims it speaks to, a retraction to what it takes back. Whatever looks at an event looks at
 * what belongs to it, and on from there.
 */
export const BELONGS: ReadonlySet<string> = new Set<LinkField>([
  ...OF_A_CLAIM,
  'eventId',
  'about.eventId',
  'subject.eventId',
])

/** What makes events one family: parts and wholes, and the same event told twice. */
export const FAMILY = ['partOf[]', 'mergedInto'] as const satisfies readonly LinkField[]

/** What is not followed from an entry to what it names: the event and the claims that it merely belongs to. */
export const NOT_FOLLOWED: ReadonlySet<string> = new Set<LinkField>([
  'eventId',
  'about.eventId',
  'claimIds[]',
  'subject.claimId',
  'subject.eventId',
  'partOf[]',
])

/** What an entry, or one of its revisions, names; nothing where the text is erased. */
export const linksIn = ({ type, content }: Pick<Revision, 'type' | 'content'>): EntryLink[] => linksOf(type, content)

/** The links of an entry's revisions as rows, each once. */
export function linkRows(id: EntryId, revisions: readonly Revision[]): RecordLinkRow[] {
  const rows = new Map<string, RecordLinkRow>()
  for (const { field, to } of revisions.flatMap(linksIn)) rows.set(`${field} ${to}`, { to_id: to, from_id: id, field })
  return [...rows.values()]
}
