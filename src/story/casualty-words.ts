import type { Measure } from '../record/claim.ts'
import type { WordingLanguage } from '../record/wording-language.ts'

/** Words of a language by which one knows that people were counted. In small letters, without accents; stems end in `*`. */
export interface CasualtyWords {
  /** What happened to somebody, by the measure of the record. */
  readonly effects: Readonly<Partial<Record<Measure, RegExp>>>
  /** Verbs after which a bare number counts people: "killed 50". */
  readonly doing: RegExp
  /** Whom one counts. */
  readonly people: RegExp
  /** What stands before a number and belongs to it: "at least", "more than". */
  readonly hedges: readonly string[]
  /** What stands behind a number and belongs to it: "or more". */
  readonly hedgesAfter: readonly string[]
  /** What may stand between a number and whom it counts. */
  readonly among: RegExp
  /** Words after which a bare number has come to its end: "killed 50 in two days". */
  readonly ends: RegExp
  /** What a number counts that is nobody: days, hours, money, distances. */
  readonly things: RegExp
  /** Words before a number that make it a date or an age. */
  readonly before: RegExp
}

const whole = (...words: readonly string[]): RegExp => new RegExp(`^(?:${words.join('|').replaceAll(' ', '|')})$`)

const EN: CasualtyWords = {
  effects: {
    'killed-or-wounded': whole('casualty casualties victim victims losses hurt'),
    killed: whole(
      'killed dead died death deaths dies fatality fatalities slain murdered executed massacred bodies corpses lives killing kill perished',
    ),
    wounded: whole('wounded injured injuries wounding injuring wounds'),
    captured: whole('captured capturing prisoner prisoners captive captives detained surrendered'),
    missing: whole('missing disappeared unaccounted'),
    abducted: whole('abducted kidnapped hostage hostages abducting kidnapping seized'),
    displaced: whole('displaced fled homeless displacing uprooted'),
  },
  doing: whole(
    'killed kills killing kill wounded wounding injured injuring captured capturing abducted abducting kidnapped kidnapping displaced displacing lost',
  ),
  people: whole(
    'people persons person men man women woman children child civilians civilian soldiers soldier troops fighters fighter militants',
    'militant combatants combatant mercenaries mercenary gendarmes gendarme police policemen officers officer villagers villager',
    'residents resident peacekeepers peacekeeper workers worker journalists journalist doctors doctor girls girl boys boy',
    'families members member personnel others other students pupils refugees migrants jihadists rebels insurgents servicemen conscripts',
  ),
  hedges: [
    'no fewer than',
    'no less than',
    'no more than',
    'as many as',
    'at least',
    'at most',
    'more than',
    'fewer than',
    'less than',
    'up to',
    'close to',
    'an estimated',
    'about',
    'around',
    'over',
    'nearly',
    'almost',
    'some',
    'roughly',
    'approximately',
    'between',
    'another',
    'several',
    'many',
    'a few',
    'only',
    'just',
    'least',
  ],
  hedgesAfter: ['or more', 'or so', 'or fewer', 'or less'],
  among: whole('of the its his her their our a an were was are have had has been being more its own wagner'),
  ends: whole('and or in on at near during after before of from when while since who as others more by to'),
  things: whole(
    'percent per hour hours minute minutes day days week weeks month months year years kilometre kilometres kilometer kilometers',
    'km mile miles metre metres meter meters dollar dollars euro euros pound pounds franc francs cfa times vehicle vehicles truck trucks',
    'drone drones strike strikes attack attacks village villages town towns tank tanks january february march april may june july',
    'august september october november december am pm gmt utc million billion tonnes tons',
  ),
  before: whole('aged age january february march april may june july august september october november december since'),
}

const FR: CasualtyWords = {
  effects: {
    'killed-or-wounded': whole('victime victimes pertes'),
    killed: whole(
      'tue tues tuee tuees mort morts morte mortes deces decede decedes decedees cadavre cadavres corps abattu abattus execute executes executees massacres tuant perdu peri',
    ),
    wounded: whole('blesse blesses blessee blessees blessant'),
    captured: whole('capture captures capturees prisonnier prisonniers detenu detenus captifs'),
    missing: whole('disparu disparus disparue disparues'),
    abducted: whole('enleve enleves enlevee enlevees otage otages kidnappe kidnappes'),
    displaced: whole('deplace deplaces deplacee deplacees fui refugies'),
  },
  doing: whole('tue tuant tuent blesse blessant capture capturant enleve fait faisant perdu deplace'),
  people: whole(
    'personne personnes homme hommes femme femmes enfant enfants civil civils civile civiles soldat soldats militaire militaires',
    'combattant combattants mercenaire mercenaires gendarme gendarmes policier policiers villageois habitant habitants',
    'journaliste journalistes humanitaire humanitaires casque casques membre membres medecin medecins fille filles garcon garcons',
    'eleves rebelles jihadistes djihadistes terroristes insurges paramilitaires autres',
  ),
  hedges: [
    'pas moins de',
    'pas plus de',
    'au moins',
    'au plus',
    'plus de',
    'moins de',
    'jusqu a',
    'pres de',
    'environ',
    'quelque',
    'quelques',
    'presque',
    'entre',
    'plusieurs',
    'une bonne',
    'une',
    'un',
    'des',
    'les',
  ],
  hedgesAfter: ['ou plus', 'ou moins'],
  among: whole('de du des d l la le les ses leurs ont a ete sont etaient furent ayant autres ses'),
  ends: whole('et ou dans en sur a au aux pres lors apres avant dont lorsque depuis qui par selon'),
  things: whole(
    'pour pourcent heure heures minute minutes jour jours semaine semaines mois an ans annee annees kilometre kilometres km metre metres',
    'dollar dollars euro euros franc francs cfa fois vehicule vehicules camion camions drone drones frappe frappes attaque attaques',
    'village villages ville villes char chars janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre h',
    'million millions milliard milliards tonnes',
  ),
  before: whole(
    'age agee ages agees janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre depuis',
  ),
}

export const CASUALTY_WORDS: Readonly<Record<WordingLanguage, CasualtyWords>> = { en: EN, fr: FR }

/** What happened to people, as a word says it; undefined for a word that says nothing of it. */
export const effectOf = (word: string, { effects }: CasualtyWords): Measure | undefined =>
  (Object.entries(effects) as [Measure, RegExp][]).find(([, words]) => words.test(word))?.[0]
