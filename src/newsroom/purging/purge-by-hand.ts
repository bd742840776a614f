import { OnrecordError } from '../../errors.ts'
import type { Purge, PurgedCache } from '../../outbound/purges/purge.ts'
import { insertAuditLine } from '../../store/audit.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import { retryPurges } from '../../store/purge-progress.ts'
import { sealWith } from '../audit-seal.ts'
import type { Newsroom } from '../newsroom.ts'

/** What came of telling one cache. */
export interface HandPurge {
  readonly cache: string
  readonly isPurged: boolean
  /** In our own words; null where it has dropped it. */
  readonly error: string | null
}

/**
 * Has every cache drop these tags at once, or everything. It is an operator's act, for when somebody is in danger or a
 * cache was changed by hand: what changes is dropped without it.
 *
 * @param tags null for everything
 * @throws OnrecordError `bad-input` for a tag that is none
 */
export async function purgeByHand(
  newsroom: Newsroom,
  caches: readonly PurgedCache[],
  tags: readonly string[] | null,
): Promise<HandPurge[]> {
  const wrong = tags?.find((tag) => !/^[\x21-\x2b\x2d-\x7e]{1,200}$/.test(tag))
  if (wrong !== undefined) {
    throw new OnrecordError('bad-input', `"${wrong}" is no tag.`, {
      remedy: 'A tag is one word such as story:sty_… or picture:pic_…; docs/architecture.md lists them.',
    })
  }
  await noteAct(newsroom, tags)
  const what: Purge = tags === null ? { kind: 'everything' } : { kind: 'tags', changed: [], withdrawn: tags }
  return Promise.all(caches.map((cache) => told(cache, what)))
}

async function told(cache: PurgedCache, what: Purge): Promise<HandPurge> {
  try {
    await cache.purge(what)
    return { cache: cache.name, isPurged: true, error: null }
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error
    // Whoever tells it by hand sees what to mend; that the server would try again is no word on this.
    const remedy = error.code === 'refused' ? ` ${error.remedy ?? ''}` : ''
    return { cache: cache.name, isPurged: false, error: `${error.message}${remedy}` }
  }
}

const noteAct = (newsroom: Newsroom, tags: readonly string[] | null): Promise<void> =>
  inTransaction(newsroom.db, async (tx) => {
    const { name, via } = newsroom.actor
    const detail = tags === null ? { everything: true } : { tags: tags.join(' ').slice(0, 500) }
    const line = { at: newsroom.now(), actor: name, via, act: 'purge-caches', subject: null, detail }
    await insertAuditLine(tx, line, sealWith(newsroom.auditKey))
  })

/** Has every cache that waits told again now, by the server that runs. */
export const retryCaches = ({ db, now }: Newsroom): Promise<void> => retryPurges(db, now())
