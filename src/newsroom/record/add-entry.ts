import type { EntryType, EntryTypes } from '../../record/entry.ts'
import type { RecordAct } from '../../staff/acts.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { checkEntries } from './check-entries.ts'
import { hasSlug, slugFor } from './entry-slug.ts'
import { assertNoDuplicate } from './find-duplicates.ts'
import { performOnRecord, toRevision, write } from './record-act.ts'

/** Adds an entry as a draft: it goes live with the first live entry that names it, or by `publishEntry`. */
export async function addEntry<Type extends EntryType>(
  newsroom: Newsroom,
  act: RecordAct,
  { type, content, despite = false }: { type: Type; content: unknown; despite?: boolean },
): Promise<EntryTypes[Type]['id']> {
  const { result } = await performOnRecord(newsroom, act, async (desk) => {
    const id = newId(newsroom, type) as EntryTypes[Type]['id']
    const slugged = hasSlug(type)
      ? { ...(content as object), slug: await slugFor(desk.tx, { type, id, content }) }
      : content
    const proposals = await checkEntries(desk.tx, [{ type, id, content: slugged }])
    if (!despite) for (const proposal of proposals) await assertNoDuplicate(desk.tx, proposal)
    const rows = proposals.map((proposal) => toRevision(proposal, { status: 'draft', act }))
    return { result: id, subject: id, revisions: await write(desk, rows) }
  })
  return result
}
