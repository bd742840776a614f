import { OnrecordError } from '../errors.ts'
import type { AccountId } from '../ids.ts'
import { accountById } from '../store/accounts.ts'
import { readPersonas } from '../store/house.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { deleteSealed, insertSealed, type Sealed, sealedOf, sealKeys } from '../store/sealed.ts'
import type { Persona } from '../story/section.ts'
import { perform, record } from './act.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { sealText } from './seal-text.ts'

/**
 * Seals who stands behind a byline, to the owners' public keys. What was sealed before is replaced. Neither the database
 * nor the audit says which account it is: only the holders of the private keys can read it again.
 *
 * @param words what else they should know: a name, how to reach somebody
 * @throws OnrecordError `not-found` for the byline or the account, `refused` when there is no key to seal to
 */
export async function sealByline(
  newsroom: Newsroom,
  { slug, accountId, words }: { readonly slug: string; readonly accountId: AccountId; readonly words: string },
): Promise<void> {
  await perform(newsroom, 'seal-byline', async (tx, now) => {
    const { id } = await bylineBySlug(tx, slug)
    const account = await accountById(tx, accountId)
    if (!account) throw new OnrecordError('not-found', 'There is no such account.')
    const keys = await sealKeys(tx)
    const ciphertext = await sealText(keys, [account.name, account.id, words].filter(Boolean).join('\n'))
    await deleteSealed(tx, id)
    const keyIds = keys.map((key) => key.id)
    // Who sealed it is in the audit; beside the sealed text it would only point at people.
    await insertSealed(tx, {
      id: newId(newsroom, 'sealed'),
      subjectId: id,
      keyIds,
      ciphertext,
      at: now,
      by: 'an owner',
    })
    return { result: undefined, subject: id, detail: { keys: keys.length } }
  })
  await newsroom.forget()
}

/** What is sealed behind a byline, still sealed: a browser opens it with an owner's key. Each asking stands in the audit. */
export async function sealedByline(newsroom: Newsroom, slug: string): Promise<readonly Sealed[]> {
  const { id } = await bylineBySlug(newsroom.db, slug)
  const sealed = await sealedOf(newsroom.db, id)
  await record(newsroom, 'open-byline', async () => ({
    result: undefined,
    subject: id,
    detail: { sealed: sealed.length },
  }))
  return sealed
}

async function bylineBySlug(db: NewsroomDb, slug: string): Promise<Persona> {
  const persona = (await readPersonas(db)).find((known) => known.slug === slug)
  if (persona) return persona
  throw new OnrecordError('not-found', `There is no byline “${slug}”.`)
}
