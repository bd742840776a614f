import { OnrecordError } from '../../errors.ts'
import type { AccountId } from '../../ids.ts'
import { type Account, accountById, namesAndMails } from '../../store/accounts.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'

const folded = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** The one account of this name or mail address, however it is capitalised; undefined when there is none, or several. */
export async function accountCalled(db: NewsroomDb, nameOrMail: string): Promise<Account | undefined> {
  const wanted = folded(nameOrMail)
  const found = (await namesAndMails(db)).filter(
    ({ name, email }) => folded(name) === wanted || (email !== null && folded(email) === wanted),
  )
  const [only] = found
  return only && found.length === 1 ? accountById(db, only.id) : undefined
}

/** @throws OnrecordError `refused` when somebody else has this name or mail address, or one that looks like it */
export async function assertNameIsFree(
  db: NewsroomDb,
  { name, email }: { readonly name: string; readonly email: string | null },
  own: AccountId | null,
): Promise<void> {
  const wanted = new Set([name, ...(email === null ? [] : [email])].map(folded))
  const others = (await namesAndMails(db)).filter(({ id }) => id !== own)
  const isTaken = others.some((other) => wanted.has(folded(other.name)) || wanted.has(folded(other.email ?? '\n')))
  if (!isTaken) return
  throw new OnrecordError('refused', 'Somebody here has this name or mail address already.', {
    remedy: 'Choose a name that tells you apart.',
  })
}

/** @throws OnrecordError `not-found` */
export async function findAccount(db: NewsroomDb, id: AccountId): Promise<Account> {
  const account = await accountById(db, id)
  if (account) return account
  throw new OnrecordError('not-found', `There is no account ${id}.`)
}
