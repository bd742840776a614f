import { OnrecordError } from '../errors.ts'
import { readNewspaper, writeNewspaper } from '../store/house.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { mirrorAddress, signedText } from '../story/mirror-list.ts'
import type { Newspaper, SignedMirrors } from '../story/section.ts'
import type { Instant } from '../time.ts'
import { type Outcome, perform } from './act.ts'
import type { Newsroom } from './newsroom.ts'

/** Signs with the paper's key. */
export interface ListSigner {
  /** Ed25519, raw 32 bytes in base64. */
  readonly publicKey: string
  /** The signature in base64. */
  sign(bytes: Uint8Array): string
}

/** No reader looks through more. */
const MAX_MIRRORS = 50

/**
 * Puts another address of the paper on the list, which is signed anew. An address that is there already stays where it is.
 *
 * @throws OnrecordError `bad-input` for what is no whole address, `refused` before the paper is set up or when the list is full
 */
export async function addMirror(
  newsroom: Newsroom,
  address: string,
  signer: ListSigner,
): Promise<Outcome<SignedMirrors | null>> {
  const known = knownAs(address)
  return change(newsroom, 'add-mirror', known, signer, (addresses) => {
    if (addresses.includes(known)) return addresses
    if (addresses.length >= MAX_MIRRORS) {
      throw new OnrecordError('refused', `The list has ${MAX_MIRRORS} addresses already.`, {
        remedy: 'Remove one that no longer answers.',
      })
    }
    return [...addresses, known]
  })
}

/**
 * Takes an address off the list, which is signed anew; without any address there is no list.
 *
 * @throws OnrecordError `not-found` when it is not on the list
 */
export async function removeMirror(
  newsroom: Newsroom,
  address: string,
  signer: ListSigner,
): Promise<Outcome<SignedMirrors | null>> {
  const known = knownAs(address)
  return change(newsroom, 'remove-mirror', known, signer, (addresses) => {
    if (!addresses.includes(known)) throw new OnrecordError('not-found', `${known} is not on the list of mirrors.`)
    return addresses.filter((other) => other !== known)
  })
}

/** Signs the same list anew, with the date of now: so readers see that somebody still stands behind it. */
export const signMirrors = (newsroom: Newsroom, signer: ListSigner): Promise<Outcome<SignedMirrors | null>> =>
  change(newsroom, 'sign-mirrors', null, signer, (addresses) => {
    if (addresses.length === 0) {
      throw new OnrecordError('refused', 'There is no mirror to sign for.', {
        remedy: 'Add one: ./onrecord mirror add https://…',
      })
    }
    return addresses
  })

function knownAs(text: string): string {
  const address = mirrorAddress(text)
  if (address !== undefined) return address
  throw new OnrecordError('bad-input', 'That is no address of a mirror.', {
    remedy: 'Give a whole address without a path: https://mirror.example, or http://… for an onion service.',
  })
}

type Next = (addresses: readonly string[]) => readonly string[]

const change = (
  newsroom: Newsroom,
  act: 'add-mirror' | 'remove-mirror' | 'sign-mirrors',
  subject: string | null,
  signer: ListSigner,
  next: Next,
) =>
  perform(newsroom, act, async (tx, now) => {
    const newspaper = await theNewspaper(tx)
    const addresses = next(newspaper.profile.mirrors?.addresses ?? [])
    const mirrors = addresses.length === 0 ? null : signed(addresses, now, signer)
    await writeNewspaper(tx, { ...newspaper, profile: { ...newspaper.profile, mirrors } })
    return { result: mirrors, subject, detail: { mirrors: addresses.length }, changes: [{ kind: 'house' }] }
  })

async function theNewspaper(tx: NewsroomTx): Promise<Newspaper> {
  const newspaper = await readNewspaper(tx)
  if (newspaper) return newspaper
  throw new OnrecordError('refused', 'The paper has no name yet.', { remedy: 'Set it up first: ./onrecord init' })
}

function signed(addresses: readonly string[], issuedAt: Instant, signer: ListSigner): SignedMirrors {
  const signature = signer.sign(new TextEncoder().encode(signedText({ issuedAt, addresses })))
  return { issuedAt, addresses, publicKey: signer.publicKey, signature }
}
