import { OnrecordError } from '../../errors.ts'
import type { IncomingCopyId } from '../../ids.ts'
import { updateCopy } from '../../store/incoming-copy.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import { perform } from '../act.ts'
import { assertMay } from '../assert-may.ts'
import type { Newsroom } from '../newsroom.ts'
import { findIncoming } from './find-incoming.ts'

/** Puts an item away; put away already, it stays so. @throws OnrecordError `refused` for one that a story was begun from */
export async function dismissIncoming(newsroom: Newsroom, id: IncomingCopyId): Promise<void> {
  await perform(newsroom, 'dismiss-incoming', async (tx, now) => {
    const copy = await findIncoming(tx, id)
    if (copy.state === 'taken') {
      throw new OnrecordError('refused', 'A story was begun from this item.', { remedy: 'Leave it as it is.' })
    }
    const settled = { by: newsroom.actor.name, at: now }
    if (copy.state === 'waiting') await updateCopy(tx, { ...copy, state: 'dismissed', settled, openedAt: now })
    return { result: undefined, subject: id, detail: { did: 'dismiss' } }
  })
}

/** Brings an item back that was put away, or that somebody took up without a story coming of it. @throws OnrecordError `refused` */
export async function restoreIncoming(newsroom: Newsroom, id: IncomingCopyId): Promise<void> {
  await perform(newsroom, 'dismiss-incoming', async (tx) => {
    const copy = await findIncoming(tx, id)
    if (copy.storyId !== null) {
      throw new OnrecordError('refused', 'A story was begun from this item.', { remedy: 'Work on that one.' })
    }
    await updateCopy(tx, { ...copy, state: 'waiting', settled: null })
    return { result: undefined, subject: id, detail: { did: 'restore' } }
  })
}

/**
 * Notes that somebody has opened an item as it is now. The desk shares its copy: what one has read is new to nobody. It is
 * no act of which the audit would have to tell.
 */
export async function openIncoming(newsroom: Newsroom, id: IncomingCopyId): Promise<void> {
  await assertMay(newsroom.db, newsroom.actor, 'see-incoming')
  await inTransaction(newsroom.db, async (tx) => {
    const copy = await findIncoming(tx, id)
    if (copy.openedAt === null) await updateCopy(tx, { ...copy, openedAt: newsroom.now() })
  })
}
