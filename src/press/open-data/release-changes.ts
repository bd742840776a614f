import { recordChangesAfter } from '../../edition/record-changes.ts'
import { setOfIds } from '../../edition/record-sets.ts'
import type { EntryId } from '../../record/entry.ts'
import type { RecordChange } from '../../record/record-change.ts'
import { changeWords } from '../../site/record/change-words.ts'
import type { ToldChange } from '../../site/open-data/release-texts.ts'
import type { DataSource } from './data-rows.ts'

/** An entry that is gone: what `deleted.csv` says of it. */
export interface DeletedEntry {
  readonly type: string
  readonly id: string
  readonly eventId: string | null
  readonly at: string
  readonly how: 'merged' | 'withdrawn' | 'erased'
  readonly mergedInto: string | null
  readonly reason: string | null
}

/** The history that a release tells of. */
export interface ReleaseHistory {
  /** How many entries are new since the release before. */
  readonly added: number
  /** Everything else that happened since, in words, oldest first. */
  readonly others: readonly ToldChange[]
  /** All that is gone, since whenever. */
  readonly deleted: readonly DeletedEntry[]
}

const PAGE = 200

/** Walks through the whole history once. @param since the number of the newest revision in the release before */
export async function releaseHistory(source: DataSource, since: number): Promise<ReleaseHistory> {
  const deleted = new Map<EntryId, DeletedEntry>()
  const others: ToldChange[] = []
  let added = 0
  for await (const changes of historyAfter(source, 0)) {
    for (const change of changes) noteDeleted(deleted, change)
    const fresh = changes.filter(({ sequence }) => sequence > since)
    const notAdded = fresh.filter(({ kind }) => kind !== 'added')
    added += fresh.length - notAdded.length
    others.push(...(await inWords(source, notAdded)))
  }
  return { added, others, deleted: [...deleted.values()] }
}

/** The changes after a number, oldest first, a page at a time. */
export async function* historyAfter({ edition }: DataSource, since: number): AsyncGenerator<RecordChange[]> {
  for (let after = since; ; ) {
    const changes = await recordChangesAfter(edition, after, PAGE)
    const last = changes.at(-1)
    if (!last) return
    yield changes
    after = last.sequence
  }
}

function noteDeleted(deleted: Map<EntryId, DeletedEntry>, change: RecordChange): void {
  const { kind, type, id, eventId, at, reason, after } = change
  if (kind === 'restored') deleted.delete(id)
  if (kind !== 'merged' && kind !== 'withdrawn' && kind !== 'erased') return
  const content = after?.content
  const mergedInto = content && 'mergedInto' in content ? (content.mergedInto ?? null) : null
  deleted.set(id, { type, id, eventId, at, how: kind, mergedInto, reason })
}

async function inWords({ edition, newspaper }: DataSource, changes: readonly RecordChange[]): Promise<ToldChange[]> {
  if (changes.length === 0) return []
  const ids = changes.flatMap(({ id, eventId, before }) => [id, eventId ?? id, before?.id ?? id])
  const told = { set: await setOfIds(edition, [...new Set(ids)]), language: newspaper.defaultLanguage }
  return changes.map((change) => ({
    kind: change.kind,
    id: change.id,
    words: changeWords(told, change),
    reason: change.reason,
  }))
}
