import { createHash } from 'node:crypto'
import type { MissingPicture } from '../../story/document.ts'
import { largerAddress } from './larger-address.ts'

/** A rule may lead to another; no address needs more. */
const MOST_STEPS = 4

/** An address and the larger ones that it is a copy of, the original first. */
export function withOriginals(address: string): string[] {
  const found = [address]
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const larger = largerAddress(found[0] ?? '')
    if (larger === null || found.includes(larger)) break
    found.unshift(larger)
  }
  return found
}

/** Everywhere that a picture may be asked for: originals first, then the largest copies. */
export function addressesToAsk(stated: readonly string[]): string[] {
  const chains = stated.map(withOriginals)
  const originals = chains.flatMap(([original]) => original ?? [])
  const copies = chains.flatMap(([, ...smaller]) => smaller).toSorted((one, other) => sizeIn(other) - sizeIn(one))
  return [...new Set([...originals, ...copies])]
}

/** How wide the copy at an address says it is, in pixels; without a word it comes before those that say something. */
const sizeIn = (address: string): number =>
  Number(/-(\d+)x\d+\.\w+(?:$|\?)|[/,?&=](?:w_|w=|width=|w|s)(\d+)/.exec(address)?.slice(1).find(Boolean) ?? Infinity)

/** Longer names than this are cut, and told apart by their hash. */
const MOST_LETTERS = 300

/**
 * What a picture that has not been brought over is known by: the address of its original, whichever of its copies a
 * story shows; without an address its name, which says something within one source only.
 *
 * @returns null for a picture of which nothing is known
 */
export function pictureKey({ name, url }: Pick<MissingPicture, 'name' | 'url'>, source: string): string | null {
  const address = addressOf(url)
  const text = address === null ? nameKey(url ?? name, source) : addressKey(withOriginals(address)[0] ?? address)
  if (text === null || text.length <= MOST_LETTERS) return text
  return `${text.slice(0, MOST_LETTERS)}#${createHash('sha256').update(text).digest('base64url')}`
}

/** The address without a scheme: a site that moved to https has the same pictures. */
function addressKey(address: string): string {
  const { host, pathname, search } = new URL(address)
  return `${host}${pathname}${search}`
}

const nameKey = (name: string | null, source: string): string | null =>
  name === null || name.trim() === '' ? null : `file:/${clean(source)}/${clean(name)}`

/** As a database can keep it. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** A web address as it can be asked for; null for what is none. */
export function addressOf(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null
  parsed.hash = ''
  return parsed.href
}
