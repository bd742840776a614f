import type { SignedMirrors } from './section.ts'

/** What a list of mirrors says, without who says it. */
export type MirrorList = Pick<SignedMirrors, 'issuedAt' | 'addresses'>

/** The form of the list, named in what is signed: a signature never stands for anything else. */
const FORMAT = 'onrecord-mirrors/1'

/**
 * The list in the one form that is signed (docs/formats/mirrors.md): JSON on one line, its fields in this order, without a
 * space between them and without a line break at the end. Its UTF-8 bytes are what Ed25519 (RFC 8032) signs.
 */
export const signedText = ({ issuedAt, addresses }: MirrorList): string =>
  JSON.stringify({ format: FORMAT, issuedAt, addresses })

const BEFORE = '{"list":'
const AFTER = ',\n'

/** The file `/mirrors.json`: the signed text stands in it letter for letter, in the first line. */
export const mirrorsFile = (mirrors: SignedMirrors): string =>
  `${BEFORE}${signedText(mirrors)}${AFTER}"publicKey":${JSON.stringify(mirrors.publicKey)},\n` +
  `"signature":${JSON.stringify(mirrors.signature)}}\n`

/** The part of such a file that is signed; undefined where it is no such file. */
export function signedPartOf(file: string): string | undefined {
  const end = file.indexOf(AFTER)
  return file.startsWith(BEFORE) && end !== -1 ? file.slice(BEFORE.length, end) : undefined
}

/**
 * The public key as other programs read it: a SubjectPublicKeyInfo (RFC 8410) in base64. What stands before the key itself
 * is the same for every Ed25519 key, and is twelve bytes long, so that the two texts can be joined.
 */
export const publicKeyInfo = (publicKey: string): string => `MCowBQYDK2VwAyEA${publicKey}`

/**
 * An address that may stand in the list: `https:`, or `http:` for an onion service, which is encrypted by itself. Without a
 * slash at the end; undefined for anything else, and for an address with a path, a query or a name and password.
 */
export function mirrorAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname.endsWith('.onion'))
  const isWhole = url.pathname === '/' && url.search === '' && url.hash === '' && url.username + url.password === ''
  return isSafe && isWhole && url.origin.length <= 300 ? url.origin : undefined
}
