import { QUANTITY_SIGNS, type QuantitySign } from '../../record/quantity-signs.ts'
import { FRENCH_UNCOUNTED } from '../../record/uncounted-words-fr.ts'
import type { FigureWords } from '../figures/figure-words.ts'
import { vagueWords } from '../figures/vague-words.ts'
import { phraseMap, wordList } from '../text/word-list.ts'

/** French words around numbers. */
export const FR_FIGURE_WORDS: FigureWords = {
  // Some that only running text has; a figure by itself is not stated so.
  before: phraseMap<QuantitySign>([
    ...QUANTITY_SIGNS.fr.before,
    ['atLeast', ['minimum']],
    ['moreThan', ['plus que']],
    ['atMost', ['pres des']],
    ['approx', ['de environ', 'les quelque', 'les quelques']],
  ]),
  after: phraseMap<QuantitySign>(QUANTITY_SIGNS.fr.after),
  fillers: wordList('autres les'),
  vague: vagueWords(FRENCH_UNCOUNTED.vague, [
    ['hundreds', ['plusieurs centaines', 'quelques centaines']],
    ['thousands', ['plusieurs milliers']],
  ]),
  some: new Set([
    'un certain nombre de',
    'un nombre indetermine de',
    'un nombre inconnu de',
    'un grand nombre de',
    'de nombreux',
    'de nombreuses',
    'nombre de',
    'beaucoup de',
    'nombreux',
    'nombreuses',
    'bon nombre de',
  ]),
  none: wordList('aucun aucune zero'),
  between: { lead: 'entre', joint: 'et' },
  joints: wordList('a ou'),
  notBeforeRange: wordList('de du'),
  notAlone: wordList('un une'),
  hundredths: wordList('% pourcent'),
  fractions: wordList('fois tiers quarts quart cinquiemes points point demi'),
  money: wordList(
    '$ € £ us$ usd eur dollars dollar euros euro livres francs franc cfa fcfa naira nairas shillings dinars dirhams',
    'ouguiyas roubles rands couronnes centimes milliards milliard',
  ),
  measures: wordList(
    'km kms km² kilometre kilometres m metre metres mm cm millimetres centimetres calibre kg kilo kilos kilogrammes',
    'grammes tonne tonnes litres barils hectare hectares acres degres noeuds watts megawatts mw kw carres cubes miles',
  ),
  durations: wordList(
    'jour jours heure heures semaine semaines mois an ans annee annees minute minutes seconde secondes decennie decennies',
    'nuit nuits siecle siecles journee journees week-end week-ends h trimestres',
  ),
  beforeDurations: wordList(
    'derniers dernieres premiers premieres prochains prochaines longs longues autres bons bonnes consecutifs a',
  ),
  months: wordList(
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr juil sept oct nov dec',
  ),
  times: wordList('h heures heure gmt tu utc'),
  beforeTimes: wordList('a vers des jusque avant apres'),
  beforeAges: wordList('age agee ages agees'),
  years: wordList('ans'),
  labels: wordList(
    'resolution resolutions article articles no nos n° numero numeros section chapitre route vol page phase loi decret',
    'chaine boeing airbus mig type modele version volume annexe alinea paragraphe arrete # canal rn nationale art',
    'groupe',
  ),
}
