import type { QuantitySign } from '../../record/quantity-signs.ts'
import type { VagueTerm } from '../../record/quantity.ts'
import type { DeskLanguage } from '../language.ts'
import { EN_FIGURE_WORDS } from '../en/figure-words.ts'
import { FR_FIGURE_WORDS } from '../fr/figure-words.ts'

/** The words around numbers in one language: in small letters, without accents, «d'» as «de». */
export interface FigureWords {
  /** "At least", «pas moins de». */
  readonly before: ReadonlyMap<string, QuantitySign>
  /** "Or more", «au moins». */
  readonly after: ReadonlyMap<string, QuantitySign>
  /** May stand between a sign and its number: "at least another 10". */
  readonly fillers: ReadonlySet<string>
  /** "Dozens", «plusieurs». */
  readonly vague: ReadonlyMap<string, VagueTerm>
  /** Tell of some without saying how many: "a number of". */
  readonly some: ReadonlySet<string>
  /** "No", «aucun»; nobody is counted. */
  readonly none: ReadonlySet<string>
  /** What leads a range ("between"), and what joins it ("and"). */
  readonly between: { readonly lead: string; readonly joint: string }
  /** What joins a range that nothing leads: "15 to 20", "two or three". */
  readonly joints: ReadonlySet<string>
  /** Before "10 to 15" these tell of a rise, not of a range. */
  readonly notBeforeRange: ReadonlySet<string>
  /** Words that are numbers and articles at once, or no numbers when alone: «un», "score". */
  readonly notAlone: ReadonlySet<string>
  readonly hundredths: ReadonlySet<string>
  readonly fractions: ReadonlySet<string>
  readonly money: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
  readonly durations: ReadonlySet<string>
  /** May stand between a number and a length of time: "three consecutive days", «4 derniers mois». */
  readonly beforeDurations: ReadonlySet<string>
  readonly months: ReadonlySet<string>
  readonly times: ReadonlySet<string>
  /** Before a number of hours these tell the time: «à 20 heures». */
  readonly beforeTimes: ReadonlySet<string>
  readonly beforeAges: ReadonlySet<string>
  readonly years: ReadonlySet<string>
  /** Before a number these make it a name: "Resolution 2254", "No. 4". */
  readonly labels: ReadonlySet<string>
}

const firstWords = ({ before, vague, some, none, between }: FigureWords): ReadonlySet<string> =>
  new Set(
    [...before.keys(), ...vague.keys(), ...some, ...none, between.lead].map((phrase) => phrase.split(' ', 1)[0] ?? ''),
  )

export const FIGURE_WORDS: Readonly<Record<DeskLanguage, FigureWords>> = { en: EN_FIGURE_WORDS, fr: FR_FIGURE_WORDS }

/** The first words of all that may stand before a number or for one. */
export const FIRST_WORDS: Readonly<Record<DeskLanguage, ReadonlySet<string>>> = {
  en: firstWords(EN_FIGURE_WORDS),
  fr: firstWords(FR_FIGURE_WORDS),
}
