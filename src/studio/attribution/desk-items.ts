import type { Node } from 'prosemirror-model'
import type { DeskFinding, SuggestedClaim } from '../../desk/reading.ts'
import { type Place, placesIn, type ReadText } from './text-places.ts'

/** What the desk found in the text, and where it stands now. */
export type DeskItem = ClaimItem | FindingItem

interface AnyItem {
  /** Stays the same from one reading to the next; two findings alike have two. */
  readonly id: string
  /** By which it is dismissed. */
  readonly key: string
  readonly place: Place
  /** What is shown where the mouse rests on the words. */
  readonly title: string
  /** Whose: the desk's own rules, or the newsroom's language model. */
  readonly by: 'desk' | 'model'
}

export interface ClaimItem extends AnyItem {
  readonly kind: 'claim'
  readonly claim: SuggestedClaim
  /** The sentence that states it, word for word. */
  readonly sentence: string
}

export interface FindingItem extends AnyItem {
  readonly kind: 'finding'
  readonly finding: DeskFinding
}

/** How what was found is told in a line. */
export interface ItemTitles {
  readonly claim: (claim: SuggestedClaim) => string
  readonly finding: (finding: DeskFinding) => string
}

interface Found {
  readonly claims: readonly SuggestedClaim[]
  readonly findings: readonly DeskFinding[]
  readonly by: DeskItem['by']
}

/**
 * What was found in a text, at its places in the document, in reading order. A claim can only be cited in the body: one in
 * the headline is left out, since the body has to state it too.
 */
export function itemsOf(doc: Node, read: ReadText, { claims, findings, by }: Found, titles: ItemTitles): DeskItem[] {
  const placeOf = placesIn(doc, read)
  const words = read.text.paragraphs.map((paragraph) => paragraph.text).join('\n')
  const claimItems = claims.flatMap((claim): DeskItem[] => {
    const place = placeOf(claim.figure)
    if (place?.in !== 'body') return []
    const sentence = words.slice(claim.start, claim.end).trim()
    const title = titles.claim(claim)
    return [{ kind: 'claim', id: claim.key, key: claim.key, title, by, place, claim, sentence }]
  })
  const findingItems = findings.flatMap((finding): DeskItem[] => {
    const place = placeOf(finding)
    const title = titles.finding(finding)
    return place ? [{ kind: 'finding', id: finding.key, key: finding.key, title, by, place, finding }] : []
  })
  return toldApart(inReadingOrder([...findingItems, ...claimItems]))
}

const FIELDS = { headline: 0, standfirst: 1, body: 2 } as const

export const inReadingOrder = (items: readonly DeskItem[]): DeskItem[] =>
  items.toSorted(
    ({ place: one }, { place: other }) =>
      FIELDS[one.in] - FIELDS[other.in] || one.from - other.from || one.to - other.to,
  )

/** The second of two that say the same of the same words has an id of its own. */
function toldApart(items: readonly DeskItem[]): DeskItem[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const before = seen.get(item.key) ?? 0
    seen.set(item.key, before + 1)
    return before === 0 ? item : { ...item, id: `${item.key} ${before}` }
  })
}

/** Of all that was found, what nobody has put aside. */
export const openItems = (items: readonly DeskItem[], dismissed: ReadonlySet<string>): DeskItem[] =>
  items.filter(({ key }) => !dismissed.has(key))
