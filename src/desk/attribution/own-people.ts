import { lettersOf } from '../../record/name-folding.ts'
import { EN_SPEAKER_WORDS } from '../en/speaker-words.ts'
import { FR_SPEAKER_WORDS } from '../fr/speaker-words.ts'
import { beginsCountry, isCountry } from '../places/country-names.ts'
import type { SpeakerWords } from './speaker-words.ts'

/** What a sentence says of speaker, victims and who did it; words as they stand. */
export interface Parties {
  readonly speaker: string
  /** Everything that was said of the speaker, as keys. */
  readonly about: ReadonlySet<string>
  readonly who: string
  /** The figure with its words: "20 of its men", «18 blessés dans ses rangs». */
  readonly counted: string
  readonly agent: string | null
}

const PACKS: readonly SpeakerWords[] = [EN_SPEAKER_WORDS, FR_SPEAKER_WORDS]

const has = (list: (words: SpeakerWords) => ReadonlySet<string>, keys: readonly string[]): boolean =>
  keys.some((key) => PACKS.some((pack) => list(pack).has(key)))

const keysOf = (text: string): string[] =>
  lettersOf(text)
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((key) => key !== '')

/**
 * Are the victims the speaker's own: "its soldiers", an army's "soldiers", "Malian soldiers" of the Malian army, fighters
 * of a group that bears its name? Where another country's name stands with them, they are not.
 */
export function isOwnLoss({ speaker, about, who, counted, agent }: Parties): boolean {
  const victims = keysOf(who)
  if (isSelf({ speaker, about, agent })) return false
  const fighters = has((words) => words.fighters, victims)
  const owned = [...keysOf(counted), ...victims]
  if (has((words) => words.ownWords, owned) && (fighters || has((words) => words.statePeople, victims))) return true
  if (has((words) => words.theirWords, owned) && fighters) return true
  if (sharesName(speaker, about, who)) return fighters || has((words) => words.statePeople, victims)
  const isState = has((words) => words.stateForces, [...about, ...keysOf(speaker)])
  return isState && has((words) => words.statePeople, victims) && !isForeign(who, about, speaker)
}

/** Does the speaker own up to civilians whom it killed itself? */
export const isOwnHarm = (parties: Parties): boolean =>
  isSelf(parties) && has((words) => words.civilians, keysOf(parties.who))

/** "It killed", "our forces killed": the speaker did it. */
function isSelf({ speaker, about, agent }: Omit<Parties, 'who' | 'counted'>): boolean {
  if (agent === null) return false
  const keys = keysOf(agent)
  const [first = ''] = keys
  return (
    has((words) => words.selfWords, [first]) ||
    sharesName(speaker, about, agent) ||
    keysOf(speaker).includes(keys.at(-1) ?? '')
  )
}

/** "Wagner" and "20 Wagner fighters", "the Malian army" and "Malian soldiers": one name in both. */
function sharesName(speaker: string, about: ReadonlySet<string>, words: string): boolean {
  const own = new Set([...keysOf(speaker), ...about].filter((key) => key.length >= 3).map(stem))
  return keysOf(words).some((key, index) => isNaming(words, key, index) && own.has(stem(key)))
}

/** Beginnings are one where the endings differ: Mali, Malian; Tchad, «tchadiens». */
const stem = (key: string): string => key.slice(0, 4)

/** A name or a country's adjective: with a capital, or one of the French endings of the people of a place. */
const isNaming = (text: string, key: string, index: number): boolean => {
  const word = text.split(/[^\p{L}\p{N}-]+/u).filter((one) => one !== '')[index] ?? ''
  return (
    (/^\p{Lu}/u.test(word) && /\p{Ll}/u.test(text) && !isNumberWord(key)) ||
    (PEOPLE.test(key) && !NO_PEOPLE.has(key) && !has((words) => words.statePeople, [key]))
  )
}

const PEOPLE = /^[a-z]{3,}(?:iens?|iennes?|ais|aises?|ois|oises?|ains?|aines?|eens?|eennes?|egiens?)$/
const NO_PEOPLE = new Set([
  'mais',
  'trois',
  'mois',
  'certains',
  'certaines',
  'plusieurs',
  'villageois',
  'dizaine',
  'dizaines',
  'vingtaine',
  'trentaine',
  'quarantaine',
  'centaine',
  'centaines',
  'moins',
  'civiliens',
  'siens',
  'fois',
  'main',
  'mains',
  'prochain',
  'douzaine',
  'quinzaine',
  'cinquantaine',
  'soixantaine',
  'humains',
  'musulmans',
])
const NUMBER_WORDS = new Set(
  'at about some more nearly over up dozens several two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred a an the one deux trois quatre cinq sept huit neuf dix onze douze vingt trente au plus pres une un des les'.split(
    ' ',
  ),
)
const isNumberWord = (key: string): boolean => NUMBER_WORDS.has(key)

/**
 * Do the victims bear a name that the speaker does not? A country's is the speaker's own where its words name no other:
 * «le ministère de la Défense» speaks of «71 militaires nigériens».
 */
function isForeign(who: string, about: ReadonlySet<string>, speaker: string): boolean {
  const names = keysOf(who).filter((key, index) => isNaming(who, key, index))
  if (names.length === 0 || sharesName(speaker, about, who)) return false
  const seats = [...keysOf(speaker), ...about].flatMap((key) => PACKS.flatMap(({ seats }) => seats.get(key) ?? []))
  if (seats.length > 0) return !names.some((key) => seats.includes(stem(key)))
  if (has(({ nonState }) => nonState, [...about, ...keysOf(speaker)])) return true
  return !names.every(isOfCountry) || [...keysOf(speaker), ...about].some(isOfCountry)
}

/** "Niger", "Nigerien", «nigériens»: a country or its people, by how the word begins and ends. */
const isOfCountry = (key: string): boolean =>
  isCountry(key) || (key.length > 4 && ADJECTIVE.test(key) && beginsCountry(stem(key)))

const ADJECTIVE = /(?:an|ian|ean|ese|ish|i|be|ien|ienne|ais|aise|ois|oise|ain|aine|een|eenne)s?$/
