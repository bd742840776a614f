import type { CasualtyForm, CasualtyWords } from '../casualties/casualty-words.ts'
import type { SuggestedMeasure } from '../reading.ts'
import { wordList } from '../text/word-list.ts'

type Entry = readonly [string, CasualtyForm]
type Meaning = Omit<CasualtyForm, 'form'>

const meaning = (measure: SuggestedMeasure, more: Partial<Meaning> = {}): Meaning => ({
  measure,
  fate: 'object',
  needsPeople: false,
  isEffect: false,
  ...more,
})

const forms = (what: Meaning, form: CasualtyForm['form'], words: string): Entry[] =>
  words.split(' ').map((word) => [word, { ...what, form }] as const)

/** A verb in -er: «tuer», «blesser»; what is written without its accents counts as well, where it is no other form. */
const er = (what: Meaning, stem: string, strong = stem): Entry[] => [
  ...forms(what, 'base', `${stem}er`),
  ...forms(what, 'finite', `${strong}e ${strong}ent ${stem}ait ${stem}aient ${stem}a ${stem}èrent`),
  ...forms(what, 'doing', `${stem}ant`),
  ...forms(what, 'done', `${stem}é ${stem}és ${stem}ée ${stem}ées ${stem}es ${stem}ees ${stem}ee`),
]

const KILLED = meaning('killed')
const IF_PEOPLE = meaning('killed', { needsPeople: true })
const DIED = meaning('killed', { fate: 'subject' })
const WOUNDED = meaning('wounded')
const ABDUCTED = meaning('abducted', { needsPeople: true })
const CAPTURED = meaning('captured', { needsPeople: true })

const FORMS: ReadonlyMap<string, CasualtyForm> = new Map<string, CasualtyForm>([
  ...er(KILLED, 'tu'),
  ...er(KILLED, 'assassin'),
  ...er(KILLED, 'massacr'),
  ...er(KILLED, 'décapit'),
  ...er(KILLED, 'égorg'),
  ...er(KILLED, 'lynch'),
  ...er(KILLED, 'fusill'),
  ...er(IF_PEOPLE, 'exécut'),
  ...er(IF_PEOPLE, 'neutralis'),
  ...er(IF_PEOPLE, 'élimin'),
  ...forms(IF_PEOPLE, 'done', 'abattu abattus abattue abattues'),
  ...forms(IF_PEOPLE, 'finite', 'abat abattent abattirent abattit'),
  ...forms(IF_PEOPLE, 'doing', 'abattant'),
  ...forms(IF_PEOPLE, 'base', 'abattre'),
  ...forms(KILLED, 'doing', 'égorgeant'),
  ...forms(
    DIED,
    'finite',
    'meurt meurent mourut moururent périrent périt décède décèdent succombe succombent succombèrent',
  ),
  ...forms(
    DIED,
    'done',
    'péri périt périe péris décédé décédés décédée décédées decede decedes succombé succombe perdu-la-vie',
  ),
  ...forms(DIED, 'base', 'mourir périr décéder'),
  ...forms(DIED, 'doing', 'mourant'),
  ...er(WOUNDED, 'bless'),
  ...er(ABDUCTED, 'enlev', 'enlèv'),
  ...er(meaning('abducted'), 'kidnapp'),
  ...er(CAPTURED, 'captur'),
  ...er(meaning('displaced', { needsPeople: true }), 'déplac'),
  ...forms(meaning('displaced', { needsPeople: true }), 'done', 'déracinés chassés'),
  ...forms({ ...KILLED, isEffect: true }, 'done', 'mort morts morte mortes'),
  ...forms({ ...WOUNDED, isEffect: true }, 'done', 'blessés blessées blesses blessé'),
  ...forms({ ...KILLED, isEffect: true }, 'done', 'tués'),
  ...forms(meaning('missing', { needsPeople: true, isEffect: true }), 'done', 'disparus disparu disparues'),
])

const is = (what: Meaning, form: CasualtyForm['form'] = 'done'): CasualtyForm => ({ ...what, form })

const LIVES = ['trouvé la mort', 'perdu la vie', 'laissé la vie', 'perdu leur vie', 'trouve la mort', 'laisse la vie']
const LIVES_NOW = [
  'trouvent la mort',
  'perdent la vie',
  'laissent la vie',
  'perdaient la vie',
  'trouvaient la mort',
  'trouvèrent la mort',
  'perdirent la vie',
]

const OWN = ['leurs', 'leur']
const PLACES = 'la ville,la localité,la région,la zone,la commune,la capitale,le village,le pays,les lieux'.split(',')
const DANGERS = ['les combats', 'les violences', 'les affrontements', 'les attaques', 'les exactions']

const LEAVING = OWN.flatMap((own) => [`de quitter ${own}`, `à quitter ${own}`, `de abandonner ${own}`])

/** What people flee: «fui la ville», «dû quitter leurs villages». */
const FLED = [
  ...[...OWN, ...PLACES, ...DANGERS, 'vers', 'depuis'].map((what) => `fui ${what}`),
  ...[...OWN, ...PLACES.slice(0, -1)].map((what) => `quitté ${what}`),
  ...[...OWN, ...PLACES].map((what) => `dû quitter ${what}`),
  ...OWN.flatMap((own) => [`abandonné ${own}`, `dû abandonner ${own}`]),
  'dû fuir',
  'trouvé refuge',
  'pris la fuite',
  'réfugiés dans',
  'réfugiées dans',
  'réfugiés à',
  'réfugiées à',
]

/** French words for what happens to people. */
export const FR_CASUALTY_WORDS: CasualtyWords = {
  forms: FORMS,
  phrases: [
    ...LIVES.map((phrase) => ({ words: phrase.split(' '), is: is(DIED) })),
    ...LIVES_NOW.map((phrase) => ({ words: phrase.split(' '), is: is(DIED, 'finite') })),
    ...['pris', 'prises', 'prise'].flatMap((verb) => [
      { words: [verb, 'en', 'otage'], is: is(meaning('abducted')) },
      { words: [verb, 'en', 'otages'], is: is(meaning('abducted')) },
    ]),
    { words: ['prennent', 'en', 'otage'], is: is(meaning('abducted'), 'finite') },
    { words: ['prenant', 'en', 'otage'], is: is(meaning('abducted'), 'doing') },
    ...['fait', 'faits', 'faites'].flatMap((verb) => [
      { words: [verb, 'prisonniers'], is: is(CAPTURED) },
      { words: [verb, 'prisonnier'], is: is(CAPTURED) },
    ]),
    ...['porté', 'portés', 'portées', 'portée'].flatMap((verb) => [
      { words: [verb, 'disparus'], is: is(meaning('missing')) },
      { words: [verb, 'disparu'], is: is(meaning('missing')) },
      { words: [verb, 'disparues'], is: is(meaning('missing')) },
      { words: [verb, 'disparue'], is: is(meaning('missing')) },
    ]),
    ...['brûlé vifs', 'brûlé vives', 'brûlés vifs', 'brûlées vives'].map((phrase) => ({
      words: phrase.split(' '),
      is: is(KILLED),
    })),
    ...FLED.map((phrase) => ({
      words: phrase.split(' '),
      is: is(meaning('displaced', { fate: 'subject', needsPeople: true })),
    })),
    ...['emmené', 'emmenés', 'emmenées'].flatMap((verb) =>
      ['de force', 'avec eux'].map((how) => ({ words: [verb, ...how.split(' ')], is: is(ABDUCTED) })),
    ),
    ...['subi des blessures', 'reçu des blessures', 'souffert de blessures'].map((phrase) => ({
      words: phrase.split(' '),
      is: is(meaning('wounded', { fate: 'subject', needsPeople: true })),
    })),
    ...['contraints', 'contraintes', 'forcés', 'forcées', 'obligés', 'obligées', 'poussés', 'poussées'].flatMap(
      (verb) =>
        ['de fuir', 'à fuir', 'à la fuite', 'à le exode', 'au départ', 'de partir', 'à partir', ...LEAVING].map(
          (what) => ({
            words: [verb, ...what.split(' ')],
            is: is(meaning('displaced', { needsPeople: true })),
          }),
        ),
    ),
  ],
  acts: new Map<string, { readonly measure: SuggestedMeasure; readonly needsPeople: boolean }>([
    ...['mort', 'assassinat', 'assassinats', 'meurtre', 'meurtres', 'massacre', 'massacres', 'deces', 'egorgement'].map(
      (word) => [word, { measure: 'killed', needsPeople: false }] as const,
    ),
    ...[
      'execution',
      'executions',
      'neutralisation',
      'elimination',
      'corps',
      'cadavres',
      'decapitation',
      'depouilles',
    ].map((word) => [word, { measure: 'killed', needsPeople: true }] as const),
    ...['enlevement', 'enlevements', 'kidnapping', 'rapt'].map(
      (word) => [word, { measure: 'abducted', needsPeople: true }] as const,
    ),
    ...['disparition'].map((word) => [word, { measure: 'missing', needsPeople: true }] as const),
    ...['capture'].map((word) => [word, { measure: 'captured', needsPeople: true }] as const),
    ...['deplacement'].map((word) => [word, { measure: 'displaced', needsPeople: true }] as const),
  ]),
  counts: new Map<string, SuggestedMeasure>([
    ['deces', 'killed'],
    ['victimes', 'killed-or-wounded'],
    ['victime', 'killed-or-wounded'],
    ['deplaces', 'displaced'],
  ]),
  losses: wordList('pertes'),
  heavy: wordList('lourdes importantes considerables severes enormes significatives'),
  toll: wordList('bilan'),
  numbers: wordList('nombre'),
  loses: wordList('perdu perd perdent perdait'),
  suffers: wordList('subi enregistre deplore compte eu'),
  beforeToll: wordList('a de est'),
  costs: wordList('coute coutant coutait ote otant couta arrache'),
  lives: wordList('vie vies'),
  be: wordList(
    'été etre être est sont étaient était furent fut soient soit étant serait seraient sera seront ete etaient etait etant fussent',
  ),
  have: wordList('a ont avait avaient avoir ayant ait aient aurait auraient eu eurent eut aura auront'),
  not: wordList("pas ne n' jamais ni point"),
  nobody: wordList('personne nul'),
  adverbs: wordList(
    'aussi egalement également deja déjà encore tous toutes tout en y depuis ensuite plus hier notamment ainsi bien pas',
    'ne lors officiellement',
  ),
  adverb: /ment$/,
  modals: wordList(
    'peut peuvent pourrait pourraient doit doivent devrait devraient va vont allait allaient si sera seront aura auront',
  ),
  perhaps: wordList('pourrait pourraient peut peuvent'),
  feared: wordList('craint craignent redoute redoutent craignait présumés présumé presumes'),
  cameAbout: wordList('reussi parvenus parvenu vient viennent venait venaient fait'),
  without: wordList('sans eviter evite empecher empeche'),
  along: [
    ['en', 'meme', 'temps', 'que'],
    ['aux', 'cotes', 'de'],
  ],
  among: wordList('parmi'),
  held: new Map([]),
  takes: wordList('pris'),
  apart: [
    { verbs: wordList('emmene emmenant'), behind: ['de', 'force'], measure: 'abducted' },
    { verbs: wordList('emmene emmenant'), behind: ['avec', 'eux'], measure: 'abducted' },
  ],
  states: wordList(
    'chiffre chiffrent chiffrait chiffrant evalue evaluent evaluait evaluant estime estiment estimait estimant',
    'porte portent portait portant fixe fixait etablit',
  ),
  bodies: wordList('corps cadavres cadavre'),
  found: wordList(
    'retrouve retrouves retrouvee retrouvees decouvert decouverts decouverte decouvertes retires extraits',
  ),
  by: wordList('par'),
  relatives: wordList('qui lequel laquelle lesquels lesquelles'),
  clauses: wordList('que alors tandis quand lorsque mais car parce si ou puisque quoique donc'),
  prepositions: wordList(
    'de du en dans sur sous par pour avec sans chez vers entre depuis pendant lors apres avant contre parmi selon jusque a au aux durant malgre',
  ),
  including: wordList('dont parmi notamment'),
  ofThem: [
    ['parmi', 'eux'],
    ['parmi', 'elles'],
    ['parmi', 'lesquels'],
    ['parmi', 'lesquelles'],
  ],
  says: wordList(
    'dit affirme annonce rapporte indique declare precise ajoute confirme estime explique souligne raconte assure que ou lequel',
    'soutient pretend revele montre',
  ),
  unreal: wordList('tentative tentatives projet projets menace menaces complot tente tenté'),
}
