import { createHash } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Is this the address of an onion service of version 3? Its checksum is looked at, so that a letter mistyped is
 * noticed before a source is sent to nobody, or to somebody else (Tor's rend-spec-v3, section 6).
 */
export function isOnionAddress(host: string): boolean {
  const name = /^([a-z2-7]{56})\.onion$/.exec(host)?.[1]
  if (name === undefined) return false
  const bytes = fromBase32(name)
  const [key, checksum, version] = [bytes.subarray(0, 32), bytes.subarray(32, 34), bytes.subarray(34)]
  return version[0] === 3 && onionChecksum(key).equals(checksum)
}

/** The name of an onion service from its key, 32 bytes. */
export function onionAddress(key: Uint8Array): string {
  const bytes = Buffer.concat([key, onionChecksum(key), Buffer.of(3)])
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = bits.match(/.{5}/g)?.map((five) => ALPHABET.charAt(Number.parseInt(five, 2))) ?? []
  return `${letters.join('')}.onion`
}

const onionChecksum = (key: Uint8Array): Buffer =>
  createHash('sha3-256').update('.onion checksum').update(key).update(Buffer.of(3)).digest().subarray(0, 2)

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? [])
}
