import type { PlaceMention } from '../mentions.ts'
import type { Sentence, Token } from '../text/token.ts'
import { isCountry } from './country-names.ts'

/** Words by which a sentence turns to another thing. */
const TURNS = /^(?:while|whereas|but|although|meanwhile|tandis|mais|cependant|;)$/
/** Articles and the like that point back to a place which an earlier sentence named. */
const POINTING =
  /^(?:the|this|that|these|those|his|her|its|their|our|le|la|les|l'|ce|cet|cette|ces|son|sa|ses|leur|leurs)$/

/** How much farther off a place counts to be: the nearest is taken. */
const COST = { before: 4, turn: 40, unnamed: 40, outOfScope: 20, lesser: 6, country: 9 }

/**
 * Where the event happened of which these tokens tell: the nearest place, rather one that is named, and rather behind than
 * before. Never where its speaker is or serves; null where nothing else is said, and where the words only point back ("in
 * the area").
 *
 * @param eventTokens the words that tell of it, first the one that says what happened; where there are none, the sentence's first place is taken
 * @param scope what is said of it by one speaker: places outside count as farther off
 */
export function eventPlace(
  sentence: Sentence,
  places: readonly PlaceMention[],
  eventTokens: readonly number[],
  scope?: { readonly first: number; readonly last: number },
): PlaceMention | null {
  const candidates = places.filter((place) => !place.isOfSpeaker && !pointsBack(sentence, place))
  const costs = candidates.map((place) => ({ place, cost: costOf(sentence, place, eventTokens, scope) }))
  const [nearest] = costs.toSorted((one, other) => one.cost - other.cost)
  return nearest?.place ?? null
}

const pointsBack = ({ tokens }: Sentence, { kind, first }: PlaceMention): boolean =>
  kind === 'area' && POINTING.test(tokens[first]?.lower ?? '')

function costOf(
  { tokens }: Sentence,
  place: PlaceMention,
  eventTokens: readonly number[],
  scope: { readonly first: number; readonly last: number } | undefined,
): number {
  const isOutside = scope !== undefined && (place.last < scope.first || place.first > scope.last)
  const kind =
    (place.kind === 'name' ? 0 : COST.unnamed) +
    (isOutside ? COST.outOfScope : 0) +
    (isCountry(place.words) ? COST.country : 0)
  if (eventTokens.length === 0) return place.first + kind
  return (
    kind + Math.min(...eventTokens.map((event, rank) => wayTo(tokens, place, event) + (rank === 0 ? 0 : COST.lesser)))
  )
}

function wayTo(tokens: readonly Token[], { first, last }: PlaceMention, event: number): number {
  if (event >= first && event <= last) return 0
  const isBehind = first > event
  const between = isBehind ? tokens.slice(event + 1, first) : tokens.slice(last + 1, event)
  const turns = between.filter(({ key }) => TURNS.test(key)).length
  return between.length + turns * COST.turn + (isBehind ? 0 : COST.before)
}
