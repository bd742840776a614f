import { accountById } from '../../store/accounts.ts'
import { perform } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { type Begun, beginSession } from './begin-session.ts'
import { keepChallenge } from './challenges.ts'
import type { Door } from './door.ts'
import { accountCalled } from './find-account.ts'
import { countedQuestion, countedTry, type Try } from './limits.ts'
import { inTheNameOf } from './own-actor.ts'
import { authenticationOptions } from './passkey-check.ts'
import { notProven, type Proof, type Proven, provenByPasskey, provenByPassword } from './proof.ts'

const PURPOSE = 'enter'

/** What a passkey has to sign to let its owner in; no name is asked for. @throws OnrecordError `too-many-tries` */
export async function askForPasskey(newsroom: Newsroom, door: Door) {
  await countedQuestion(newsroom, door.network)
  const options = await authenticationOptions(door.origin)
  const challengeId = await keepChallenge(newsroom, { challenge: options.challenge, purpose: PURPOSE, accountId: null })
  return { challengeId, options }
}

/** Lets in whoever has a passkey. @throws OnrecordError `forbidden` */
export async function enterWithPasskey(
  newsroom: Newsroom,
  proof: Extract<Proof, { kind: 'passkey' }>,
  door: Door,
): Promise<Begun> {
  return letIn(newsroom, await provenByPasskey(newsroom, proof, { purpose: PURPOSE, door }), { door })
}

/**
 * Lets in whoever knows a password and has the app, or a recovery code.
 *
 * @param who a name or a mail address
 * @throws OnrecordError `forbidden`, `too-many-tries`
 */
export async function enterWithPassword(
  newsroom: Newsroom,
  { who, ...proof }: Extract<Proof, { kind: 'password' }> & { readonly who: string },
  door: Door,
): Promise<Begun> {
  const counted = await countedTry(newsroom, { who, network: door.network })
  const account = await accountCalled(newsroom.db, who)
  return letIn(newsroom, await provenByPassword(newsroom, proof, account), { door, counted })
}

async function letIn(
  newsroom: Newsroom,
  proven: Proven | undefined,
  { door, counted }: { readonly door: Door; readonly counted?: Try },
): Promise<Begun> {
  if (!proven) throw notProven()
  const { account, by } = proven
  const { result } = await perform(inTheNameOf(newsroom, account), 'enter', async (tx, now) => {
    const still = await accountById(tx, account.id)
    if (still?.state !== 'active' || !(await proven.take(tx, now))) throw notProven()
    await counted?.forgive(tx)
    const begun = await beginSession(newsroom, tx, { accountId: account.id, door, now })
    return { result: begun, subject: begun.sessionId, detail: { by } }
  })
  return result
}
