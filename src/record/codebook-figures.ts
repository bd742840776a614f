import type { Counting, Measure } from './claim.ts'
import { type CodebookEntry, defined } from './codebook-entry.ts'
import type { QuantityKind, VagueTerm } from './quantity.ts'

/** What happened to those who are counted. */
export const MEASURE_WORDS: Readonly<Record<Measure, CodebookEntry>> = {
  killed: defined(
    'killed',
    'tués',
    'People said to have died of the event.',
    'Des gens dont on dit qu’ils sont morts de l’événement.',
  ),
  wounded: defined(
    'wounded',
    'blessés',
    'People said to have been hurt and to live.',
    'Des gens dont on dit qu’ils ont été blessés et sont en vie.',
  ),
  'killed-or-wounded': defined(
    'killed or wounded',
    'tués ou blessés',
    'The dead and the hurt in one figure that nobody has taken apart.',
    'Les morts et les blessés dans un seul chiffre que personne n’a séparé.',
  ),
  captured: defined(
    'captured',
    'capturés',
    'Fighters said to have been taken by the other side.',
    'Des combattants dont on dit que l’autre camp les a pris.',
  ),
  missing: defined(
    'missing',
    'disparus',
    'People of whom nobody knows where they are.',
    'Des gens dont personne ne sait où ils sont.',
  ),
  abducted: defined(
    'abducted',
    'enlevés',
    'People said to have been taken away by force.',
    'Des gens dont on dit qu’ils ont été emmenés de force.',
  ),
  displaced: defined(
    'displaced',
    'déplacés',
    'People said to have left their homes.',
    'Des gens dont on dit qu’ils ont quitté leur foyer.',
  ),
  'equipment-lost': defined(
    'equipment lost',
    'matériel perdu',
    'Vehicles, aircraft or weapons destroyed or taken, counted by kind.',
    'Des véhicules, aéronefs ou armes détruits ou pris, comptés par sorte.',
  ),
}

/** How a figure was stated. @see record.md 1.2 */
export const FIGURE_KIND_WORDS: Readonly<Record<QuantityKind, CodebookEntry>> = {
  exact: defined('exact', 'exact', 'One number, stated flatly.', 'Un seul nombre, donné sans réserve.'),
  atLeast: defined('at least', 'au moins', 'The number or more.', 'Ce nombre ou davantage.'),
  moreThan: defined(
    'more than',
    'plus de',
    'More than the number, which itself is ruled out.',
    'Davantage que ce nombre, lui-même exclu.',
  ),
  atMost: defined('up to', 'jusqu’à', 'The number or fewer, perhaps none.', 'Ce nombre ou moins, peut-être aucun.'),
  fewerThan: defined(
    'fewer than',
    'moins de',
    'Fewer than the number, which itself is ruled out.',
    'Moins que ce nombre, lui-même exclu.',
  ),
  range: defined(
    'between',
    'entre',
    'A lower and an upper number, both possible.',
    'Un nombre inférieur et un nombre supérieur, tous deux possibles.',
  ),
  approx: defined(
    'about',
    'environ',
    'A number stated as approximate: when we compare it, we allow a tenth either way, and at least one.',
    'Un nombre donné comme approximatif : pour le comparer, nous admettons un dixième d’écart, et un au moins.',
  ),
  vague: defined(
    'vague',
    'vague',
    'A word like “dozens”: we print the word and never a number in its place.',
    'Un mot comme « des dizaines » : nous imprimons le mot, jamais un nombre à sa place.',
  ),
  some: defined(
    'some',
    'sans nombre',
    'Words that say that there were victims and not how many.',
    'Des mots qui disent qu’il y eut des victimes, et non combien.',
  ),
  none: defined(
    'none',
    'aucun',
    'The statement that there were none, which is a figure and no denial.',
    'La déclaration qu’il n’y en eut aucun, qui est un chiffre et non un démenti.',
  ),
  notGiven: defined(
    'not given',
    'non donné',
    'The speaker would not give a figure.',
    'Celui qui parle n’a pas voulu donner de chiffre.',
  ),
}

const floor = (en: string, fr: string, number: number): CodebookEntry =>
  defined(
    en,
    fr,
    `Where claims are compared, “${en}” allows ${number} and more; the number is never printed as a figure.`,
    `Pour comparer des déclarations, « ${fr} » admet ${number} et davantage ; ce nombre n’est jamais imprimé comme chiffre.`,
  )

/** Vague words and the least that each allows. @see record.md 1.2 */
export const VAGUE_TERM_WORDS: Readonly<Record<VagueTerm, CodebookEntry>> = {
  'a-couple': floor('a couple', 'deux ou trois', 2),
  'a-few': floor('a few', 'quelques-uns', 2),
  several: floor('several', 'plusieurs', 3),
  tens: floor('tens', 'plusieurs dizaines', 10),
  dozens: floor('dozens', 'des douzaines', 12),
  scores: floor('scores', 'des vingtaines', 20),
  hundreds: floor('hundreds', 'des centaines', 100),
  thousands: floor('thousands', 'des milliers', 1000),
}

/** What stretch of time a figure counts. */
export const COUNTING_WORDS: Readonly<Record<Counting['kind'], CodebookEntry>> = {
  incident: defined(
    'one incident',
    'un seul fait',
    'The victims of this one event.',
    'Les victimes de ce seul événement.',
  ),
  running: defined(
    'running toll',
    'bilan en cours',
    'A count that was still going on: a later and higher one does not contradict it.',
    'Un décompte encore en cours : un bilan plus tardif et plus élevé ne le contredit pas.',
  ),
  cumulative: defined(
    'total since a day',
    'total depuis un jour',
    'All victims since a day that the claim names.',
    'Toutes les victimes depuis un jour que nomme la déclaration.',
  ),
  period: defined(
    'stretch of time',
    'période',
    'All victims between two days.',
    'Toutes les victimes entre deux jours.',
  ),
}
