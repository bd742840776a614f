import { slugFrom } from './addresses.ts'

/**
 * Hands out ids for headings, in reading order: the heading's own words, numbered where they come twice.
 *
 * @param taken ids that the page uses itself
 */
export function headingIds(taken: readonly string[]): (words: string) => string {
  const used = new Set(taken)
  return (words) => {
    // A headline in Arabic leaves no plain letters; it still needs an address.
    const wanted = slugFrom(words) || 'part'
    let id = wanted
    for (let number = 2; used.has(id); number += 1) id = `${wanted}-${number}`
    used.add(id)
    return id
  }
}
