import { QUANTITY_SIGNS, type QuantitySign } from '../../record/quantity-signs.ts'
import { ENGLISH_UNCOUNTED } from '../../record/uncounted-words-en.ts'
import type { FigureWords } from '../figures/figure-words.ts'
import { vagueWords } from '../figures/vague-words.ts'
import { phraseMap, wordList } from '../text/word-list.ts'

/** English words around numbers. */
export const EN_FIGURE_WORDS: FigureWords = {
  // Some that only running text has; a figure by itself is not stated so.
  before: phraseMap<QuantitySign>([
    ...QUANTITY_SIGNS.en.before,
    ['atLeast', ['minimum of']],
    ['moreThan', ['greater than']],
    ['atMost', ['close on', 'approaching']],
    ['approx', ['estimated', 'at about', 'an approximate']],
  ]),
  after: phraseMap<QuantitySign>([...QUANTITY_SIGNS.en.after, ['atLeast', ['plus']]]),
  fillers: wordList('another an additional further other the'),
  vague: vagueWords(ENGLISH_UNCOUNTED.vague, [['a-few', ['few dozen']]]),
  some: new Set([
    'a number of',
    'an unknown number of',
    'an unspecified number of',
    'an undetermined number of',
    'many',
    'a large number of',
    'an unconfirmed number of',
    'numerous',
    'various',
    'countless',
    'large numbers of',
  ]),
  none: wordList('no zero'),
  between: { lead: 'between', joint: 'and' },
  joints: wordList('to or'),
  notBeforeRange: wordList('from'),
  notAlone: wordList('score a an'),
  hundredths: wordList('% percent pct'),
  fractions: wordList('times time thirds third quarters quarter fifths halves fold points point half'),
  money: wordList(
    '$ € £ us$ usd eur dollars dollar euros euro pounds pound naira shillings shilling cedis cedi francs cfa birr rand',
    'rupees riyals pesos colones intis rubles roubles hryvnia yuan yen cents colones lempiras quetzales bn',
  ),
  measures: wordList(
    'km kms km² kilometer kilometers kilometre kilometres m meter meters metre metres mile miles yards yard feet foot ft',
    'inch inches mm cm millimeter millimeters millimetre millimetres caliber calibre kg kgs kilo kilos kilogram kilograms',
    'gram grams ton tons tonne tonnes pounds lbs liters litres barrels gallons hectare hectares acre acres degrees',
    'knots volts watts megawatts mw kw kph mph nautical square cubic bpd gigawatts megabytes sq quintals',
  ),
  durations: wordList(
    'day days hour hours week weeks month months year years minute minutes second seconds decade decades night nights',
    'weekend weekends centuries century fortnight',
  ),
  beforeDurations: wordList(
    'consecutive straight full long more other past last previous whole additional further or so',
  ),
  months: wordList(
    'january february march april may june july august september october november december',
    'jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  times: wordList("am pm a.m p.m o'clock gmt utc noon"),
  beforeTimes: wordList('at by around about until'),
  beforeAges: wordList('aged age ages'),
  years: wordList('year-old years-old year-olds yr-old month-old months-old day-old week-old'),
  labels: wordList(
    'resolution resolutions article articles no nos number numbers section chapter route highway road flight page phase',
    'room channel boeing airbus mig type model version volume vol decree law act paragraph annex track block gate level',
    'mp article. # km. unit figure apartment radio group',
  ),
}
