import type { UncountedWords } from './uncounted-words.ts'
import { oneOf } from './whole-pattern.ts'

const HARM = 'pertes?|victimes?|morts?|mortes?|deces|tues?|tuees?|blesses?|blessees?|disparus?'
const PEOPLE = 'prisonniers?|soldats?|combattants?|civils?|personnes?'
const HEAVY = 'lourdes|importante?s|considerables|severes|enormes|significatives'
const SIZES = `${HEAVY}|de|des|nombreux|nombreuses|graves|humaines|tres|legeres`

/** «Dizaines», «des dizaines», «plusieurs dizaines». */
const many = (ones: string): readonly string[] =>
  ['', 'des ', 'plusieurs ', 'quelques ', 'de nombreux ', 'de nombreuses '].map((before) => `${before}${ones}`)

const GIVE = '(?:donner|communiquer|preciser|fournir|avancer)'
const GIVEN = '(?:donne|communique|precise|fourni|avance)'

export const FRENCH_UNCOUNTED: UncountedWords = {
  notGiven: oneOf(
    `(?:a )?(?:refuse|se refuse a|sans)(?: de)? ${GIVE} (?:de |un |le |aucun )?(?:chiffres?|bilan|nombre)`,
    `ne a pas ${GIVEN} (?:de |un |le )?(?:chiffres?|bilan|nombre)`,
    `ne ${GIVEN} (?:pas de|aucun) (?:chiffre|bilan)`,
    `aucun (?:chiffre|bilan)(?: ${GIVEN})?`,
    `(?:bilan|chiffre) non ${GIVEN}`,
    'aucun chiffre donne',
  ),
  none: oneOf(
    'aucune?|zero|personne',
    `(?:aucune?|zero) (?:${HARM}|${PEOPLE})(?: (?:humaine|civile|militaire|tuee?|blessee?))?`,
    `(?:pas de|sans|sans aucune?|sans faire de) (?:${HARM})(?: (?:humaines?|civiles?|militaires?))?`,
  ),
  some: oneOf(
    `(?:(?:${SIZES}) )*(?:pertes|victimes|morts|deces|tues|blesses|disparus)(?: (?:${SIZES}))*`,
    HEAVY,
    `beaucoup de (?:${HARM}|${PEOPLE})`,
    `un (?:grand |certain )?nombre (?:inconnu |indetermine |important )?de (?:${HARM}|${PEOPLE})`,
  ),
  vague: {
    thousands: [...many('milliers'), ...many('dizaines de milliers'), ...many('centaines de milliers')],
    hundreds: many('centaines'),
    dozens: many('douzaines'),
    tens: many('dizaines'),
    several: ['plusieurs'],
    'a-few': ['quelques', 'quelques uns', 'quelques unes', 'une poignee'],
  },
}
