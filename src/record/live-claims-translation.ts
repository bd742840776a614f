import { boundsOf } from './quantity-bounds.ts'
import { quantityShort } from './quantity-words.ts'
import type { Claim } from './claim.ts'
import type { EntryOf } from './entry.ts'
import type { Quantity } from './quantity.ts'

/**
 * The figures that a claim may mean while nobody has settled its translation, lowest first; null when it is settled.
 *
 * A figure that a person read in the original is settled. One that a machine translated is not, until a person confirms
 * a translation. Nor is one that two translations read differently, of those that nobody rejected; once one is
 * confirmed, only confirmed ones are compared.
 *
 * @see record.md 1.9, Worked examples, 12
 */
export function provisionalFigures({ content }: EntryOf<'claim'>): readonly string[] | null {
  if (content.figureReadFrom === 'original') return null
  const confirmed = content.translations.filter(({ state }) => state === 'confirmed')
  const open = content.translations.filter(({ state }) => state !== 'rejected')
  const figures = figuresRead(content, confirmed.length > 0 ? confirmed : open)
  const isMachine = content.figureReadFrom === 'machine-translation' && confirmed.length === 0
  return isMachine || figures.length > 1 ? figures.map(quantityShort) : null
}

/** The figure of the claim and those of its translations; a translation without one reads the same as the claim. */
function figuresRead({ figure }: Claim, translations: Claim['translations']): readonly Quantity[] {
  const read = [figure, ...translations.map((translation) => translation.figure ?? figure)]
  const figures = read.flatMap((one) => one ?? [])
  const distinct = figures.filter((one, index) => figures.findIndex((other) => readsAsFigure(one, other)) === index)
  return distinct.sort((a, b) => boundsOf(a).lower - boundsOf(b).lower || boundsOf(a).upper - boundsOf(b).upper)
}

/** Do two statements give the same figure, in whatever words and language? "At least 20" and "20" do not. */
export function readsAsFigure(one: Quantity, other: Quantity): boolean {
  if ('n' in one) return 'n' in other && one.kind === other.kind && one.n === other.n
  if (one.kind === 'range') return other.kind === 'range' && one.lo === other.lo && one.hi === other.hi
  if (one.kind === 'vague') return other.kind === 'vague' && one.term === other.term
  return one.kind === other.kind
}
