import type { Node } from 'prosemirror-model'
import type { DeskFinding, NamedInText, SuggestedClaim, SuggestedResponsibility } from '../../desk/reading.ts'
import { foldName } from '../../record/name-folding.ts'
import { type Place, placesIn, type ReadText } from './text-places.ts'

/** What the desk found in the text, and where it stands now. */
export type DeskItem = ClaimItem | FindingItem | ResponsibilityItem

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

/** Who is said to have done it, at the name. */
export interface ResponsibilityItem extends AnyItem {
  readonly kind: 'responsibility'
  readonly responsibility: SuggestedResponsibility
}

/** How what was found is told in a line. */
export interface ItemTitles {
  readonly claim: (claim: SuggestedClaim) => string
  readonly finding: (finding: DeskFinding) => string
  readonly responsibility: (responsibility: SuggestedResponsibility) => string
}

interface Found {
  readonly claims: readonly SuggestedClaim[]
  readonly findings: readonly DeskFinding[]
  readonly responsibilities?: readonly SuggestedResponsibility[]
  readonly by: DeskItem['by']
}

type PlaceOf = ReturnType<typeof placesIn>

/** What was found in a text, at its places in the document, in reading order. */
export function itemsOf(doc: Node, read: ReadText, found: Found, titles: ItemTitles): DeskItem[] {
  const placeOf = placesIn(doc, read)
  const { findings, by } = found
  const findingItems = findings.flatMap((finding): DeskItem[] => {
    const place = placeOf(finding)
    const title = titles.finding(finding)
    return place ? [{ kind: 'finding', id: finding.key, key: finding.key, title, by, place, finding }] : []
  })
  return toldApart(
    inReadingOrder([
      ...findingItems,
      ...claimItems(read, placeOf, found, titles),
      ...responsibilityItems(placeOf, found, titles),
    ]),
  )
}

/** Headline and standfirst say again what the body says, and a claim is cited there: once is enough. */
function claimItems(read: ReadText, placeOf: PlaceOf, { claims, by }: Found, titles: ItemTitles): DeskItem[] {
  const words = read.text.paragraphs.map((paragraph) => paragraph.text).join('\n')
  const placed = claims.flatMap((claim) => {
    const place = placeOf(claim.figure)
    return place ? [{ claim, place }] : []
  })
  const inBody = placed.filter(({ place }) => place.in === 'body')
  return placed
    .filter(({ claim, place }) => place.in === 'body' || !inBody.some((one) => isSameFigure(one.claim, claim)))
    .map(({ claim, place }): DeskItem => {
      const sentence = words.slice(claim.start, claim.end).trim()
      return { kind: 'claim', id: claim.key, key: claim.key, title: titles.claim(claim), by, place, claim, sentence }
    })
}

const isSameFigure = (one: SuggestedClaim, other: SuggestedClaim): boolean =>
  one.measure === other.measure && numbersOf(one) === numbersOf(other)

/** "At least 20" above a body with "20" is the same figure, said more carefully. */
const numbersOf = ({ figure: { quantity, words } }: SuggestedClaim): string => {
  if (quantity && 'n' in quantity) return String(quantity.n)
  return quantity && 'lo' in quantity ? `${quantity.lo} ${quantity.hi}` : words.toLowerCase()
}

/** A story names those who did it again and again: the first place in the body at which somebody says so stands for all. */
function responsibilityItems(placeOf: PlaceOf, { responsibilities = [], by }: Found, titles: ItemTitles): DeskItem[] {
  const placed = responsibilities.flatMap((responsibility): ResponsibilityItem[] => {
    const place = placeOf(responsibility.actor.span)
    const { key } = responsibility
    const title = titles.responsibility(responsibility)
    return place ? [{ kind: 'responsibility', id: key, key, title, by, place, responsibility }] : []
  })
  const bodyFirst = [...placed.filter(({ place }) => place.in === 'body'), ...placed]
  const first = new Map<string, ResponsibilityItem>()
  for (const item of bodyFirst) {
    const { actor, kind, claimant } = item.responsibility
    const said = JSON.stringify([kind, calledBy(actor), claimant && calledBy(claimant)])
    if (!first.has(said)) first.set(said, item)
  }
  return [...first.values()]
}

const calledBy = ({ entryId, text }: NamedInText): string => entryId ?? foldName(text)

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
