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

/** Base, third person, past and participle, and the form in "ing" of verbs written so: "kill kills killed killing". */
const verbs = (what: Meaning, ...rows: readonly string[]): Entry[] =>
  rows.flatMap((row) => {
    const [base = '', third = '', past = '', doing = '', participle = past] = row.split(' ')
    return [
      [base, { ...what, form: 'base' }],
      [third, { ...what, form: 'finite' }],
      [past, { ...what, form: what.fate === 'subject' ? 'finite' : 'done' }],
      [participle, { ...what, form: what.fate === 'subject' ? 'finite' : 'done' }],
      [doing, { ...what, form: 'doing' }],
    ] as const
  })

const KILLED = meaning('killed')
const KILLED_IF_PEOPLE = meaning('killed', { needsPeople: true })
const WOUNDED = meaning('wounded')
const ABDUCTED = meaning('abducted')

const FORMS: ReadonlyMap<string, CasualtyForm> = new Map<string, CasualtyForm>([
  ...verbs(
    KILLED,
    'kill kills killed killing',
    'murder murders murdered murdering',
    'massacre massacres massacred massacring',
    'assassinate assassinates assassinated assassinating',
    'behead beheads beheaded beheading',
    'lynch lynches lynched lynching',
    'slay slays slew slaying slain',
    'slaughter slaughters slaughtered slaughtering',
    'decapitate decapitates decapitated decapitating',
  ),
  ...verbs(
    KILLED_IF_PEOPLE,
    'execute executes executed executing',
    'neutralise neutralises neutralised neutralising',
    'neutralize neutralizes neutralized neutralizing',
    'eliminate eliminates eliminated eliminating',
    'butcher butchers butchered butchering',
    'electrocute electrocutes electrocuted electrocuting',
    'drown drowns drowned drowning',
  ),
  ...verbs(
    meaning('killed', { fate: 'subject' }),
    'die dies died dying',
    'perish perishes perished perishing',
    'succumb succumbs succumbed succumbing',
  ),
  ...verbs(WOUNDED, 'wound wounds wounded wounding', 'injure injures injured injuring', 'maim maims maimed maiming'),
  ...verbs(meaning('wounded', { needsPeople: true }), 'hurt hurts hurt hurting'),
  ...verbs(ABDUCTED, 'abduct abducts abducted abducting', 'kidnap kidnaps kidnapped kidnapping'),
  ['kidnaped', { ...ABDUCTED, form: 'done' }],
  ...verbs(meaning('captured', { needsPeople: true }), 'capture captures captured capturing'),
  ...verbs(
    meaning('displaced', { needsPeople: true }),
    'displace displaces displaced displacing',
    'uproot uproots uprooted uprooting',
  ),
  ['dead', { ...KILLED, form: 'done', isEffect: true }],
  ['wounded', { ...WOUNDED, form: 'done', isEffect: false }],
  ['missing', { ...meaning('missing', { isEffect: true }), form: 'done' }],
  ['disappeared', { ...meaning('missing', { fate: 'subject', needsPeople: true }), form: 'finite' }],
  ['wounds', { ...meaning('wounded', { needsPeople: true }), form: 'finite' }],
])

const done = (measure: SuggestedMeasure, more: Partial<Meaning> = {}): CasualtyForm => ({
  ...meaning(measure, more),
  form: 'done',
})
const told = (measure: SuggestedMeasure, more: Partial<Meaning> = {}): CasualtyForm => ({
  ...meaning(measure, { fate: 'subject', ...more }),
  form: 'finite',
})

const LOST_LIVES = ['lost', 'lose', 'losing', 'loses'].flatMap((verb) =>
  ['their lives', 'his life', 'her life', 'their life'].map((what) => ({
    words: [verb, ...what.split(' ')],
    is: told('killed'),
  })),
)

const HARMS = [
  '',
  'serious ',
  'severe ',
  'minor ',
  'slight ',
  'light ',
  'critical ',
  'gunshot ',
  'bullet ',
  'shrapnel ',
]

const GOT_HURT = ['sustained', 'suffered', 'received', 'sustaining', 'suffering'].flatMap((verb) =>
  HARMS.flatMap((harm) =>
    ['injuries', 'wounds', 'burns'].map((what) => ({
      words: `${verb} ${harm}${what}`.split(' '),
      is: told('wounded', { needsPeople: true }),
    })),
  ),
)

const THEIR = 'homes villages houses towns farms communities country'.split(' ').map((place) => `their ${place}`)
const PLACES =
  'town city village area region district country capital camp valley island fighting violence attacks clashes'
    .split(' ')
    .map((place) => `the ${place}`)

/** What people flee, and where to: "fled the town", "fled to the capital". */
const FLED = [
  ...['fled', 'flee', 'fleeing', 'abandoned', 'left'].flatMap((verb) => THEIR.map((what) => `${verb} ${what}`)),
  ...['fled', 'fleeing'].flatMap((verb) =>
    [...PLACES, 'to', 'into', 'from', 'across', 'since'].map((what) => `${verb} ${what}`),
  ),
].map((phrase) => ({ words: phrase.split(' '), is: told('displaced', { needsPeople: true }) }))

const TO_DEATH = wordList(
  'beaten hacked stabbed burned burnt shot stoned tortured put crushed trampled starved bludgeoned clubbed',
)

/** English words for what happens to people. */
export const EN_CASUALTY_WORDS: CasualtyWords = {
  forms: FORMS,
  phrases: [
    ...LOST_LIVES,
    ...GOT_HURT,
    ...[...TO_DEATH].map((verb) => ({ words: [verb, 'to', 'death'], is: done('killed') })),
    { words: ['shot', 'dead'], is: done('killed') },
    { words: ['shot', 'and', 'killed'], is: done('killed') },
    { words: ['gunned', 'down'], is: done('killed') },
    { words: ['mowed', 'down'], is: done('killed', { needsPeople: true }) },
    { words: ['taken', 'hostage'], is: done('abducted') },
    { words: ['held', 'hostage'], is: done('abducted') },
    { words: ['taken', 'prisoner'], is: done('captured') },
    { words: ['took', 'hostage'], is: done('abducted') },
    { words: ['shot', 'and', 'wounded'], is: done('wounded') },
    ...['forced', 'obliged', 'compelled'].flatMap((verb) =>
      ['to flee', 'to leave', 'to abandon their homes', 'from their homes', 'out of their homes'].map((what) => ({
        words: [verb, ...what.split(' ')],
        is: done('displaced', { needsPeople: true }),
      })),
    ),
    { words: ['driven', 'from', 'their', 'homes'], is: done('displaced', { needsPeople: true }) },
    { words: ['driven', 'out', 'of', 'their', 'homes'], is: done('displaced', { needsPeople: true }) },
    { words: ['left', 'homeless'], is: done('displaced', { needsPeople: true }) },
    ...FLED,
    ...['whisked', 'carted', 'herded', 'marched', 'took', 'taking', 'whisking', 'carting'].map((verb) => ({
      words: [verb, 'away'],
      is: { ...meaning('abducted', { needsPeople: true }), form: verb.endsWith('ing') ? 'doing' : 'finite' } as const,
    })),
    ...['went', 'gone', 'go'].map((verb) => ({ words: [verb, 'missing'], is: told('missing', { needsPeople: true }) })),
  ],
  acts: new Map<string, { readonly measure: SuggestedMeasure; readonly needsPeople: boolean }>([
    ...[
      'killing',
      'killings',
      'murder',
      'murders',
      'death',
      'deaths',
      'massacre',
      'assassination',
      'assassinations',
    ].map((word) => [word, { measure: 'killed', needsPeople: false }] as const),
    ...[
      'execution',
      'executions',
      'slaying',
      'slaughter',
      'beheading',
      'lynching',
      'bodies',
      'body',
      'corpses',
      'corpse',
      'remains',
      'elimination',
      'neutralization',
      'neutralisation',
      'killers',
      'murderers',
      'assassins',
      'killer',
      'murderer',
    ].map((word) => [word, { measure: 'killed', needsPeople: true }] as const),
    ...['kidnapping', 'kidnappings', 'abduction', 'abductions', 'abducting', 'kidnaping'].map(
      (word) => [word, { measure: 'abducted', needsPeople: false }] as const,
    ),
    ...['disappearance', 'disappearances'].map((word) => [word, { measure: 'missing', needsPeople: true }] as const),
    ...['wounding', 'injury', 'injuring'].map((word) => [word, { measure: 'wounded', needsPeople: true }] as const),
    ...['capture'].map((word) => [word, { measure: 'captured', needsPeople: true }] as const),
    ...['displacement'].map((word) => [word, { measure: 'displaced', needsPeople: true }] as const),
  ]),
  counts: new Map<string, SuggestedMeasure>([
    ['deaths', 'killed'],
    ['death', 'killed'],
    ['fatalities', 'killed'],
    ['fatality', 'killed'],
    ['casualties', 'killed-or-wounded'],
    ['casualty', 'killed-or-wounded'],
    ['injuries', 'wounded'],
  ]),
  losses: wordList('casualties losses'),
  heavy: wordList('heavy significant serious severe considerable substantial major mass huge'),
  toll: wordList('toll'),
  numbers: wordList('number'),
  loses: wordList('lost loses losing'),
  suffers: wordList('suffered sustained sustaining suffering reported admitted had have has'),
  beforeToll: wordList('to at of is was reached past'),
  costs: wordList('claimed claiming claims cost costing costs took taken taking claim'),
  lives: wordList('lives life'),
  be: wordList('were was is are be been being am got get gets getting'),
  have: wordList('have has had having'),
  not: wordList("not never didn't hasn't haven't weren't wasn't isn't don't doesn't hadn't no"),
  nobody: wordList('nobody none no-one'),
  adverbs: wordList(
    'also all both then later since already just still only even yet too each alone reportedly so far now once again',
    'again subsequently themselves',
  ),
  adverb: /ly$/,
  modals: wordList("will would can could should may might must shall can't cannot couldn't won't wouldn't if"),
  perhaps: wordList('may might could'),
  feared: wordList('feared presumed fearing fears fear feares believed'),
  cameAbout: wordList('managed able succeeded went on claimed claims claiming said reported alleged believed known'),
  without: wordList('without avoid avoiding avoided prevent prevented preventing stop stopped against from'),
  along: [['along', 'with'], ['together', 'with'], ['alongside']],
  among: wordList('among amongst'),
  held: new Map([
    ['hostage', 'abducted'],
    ['hostages', 'abducted'],
    ['prisoner', 'captured'],
    ['prisoners', 'captured'],
    ['captive', 'captured'],
  ]),
  takes: wordList('took take taking takes taken held hold holding holds seized'),
  apart: [
    { verbs: TO_DEATH, behind: ['to', 'death'], measure: 'killed' },
    { verbs: wordList('whisked carted herded marched'), behind: ['away'], measure: 'abducted' },
  ],
  states: wordList('put puts putting gave gives giving given listed lists reported cited estimated estimates set'),
  bodies: wordList('bodies corpses body corpse'),
  found: wordList('found recovered discovered retrieved unearthed dumped'),
  by: wordList('by'),
  relatives: wordList('who which whom whose'),
  clauses: wordList(
    'that while when where but because if although though as since before after until unless whereas so than',
  ),
  prepositions: wordList(
    'of in on at by for from to with without after before during between among against near into onto over under through',
    'across around about along amid inside outside within behind beside despite upon toward towards per via off as than',
  ),
  including: wordList('including among included include'),
  ofThem: [
    ['of', 'them'],
    ['of', 'whom'],
    ['among', 'them'],
    ['among', 'whom'],
  ],
  says: wordList(
    'said says say saying reported reports report told added stated announced confirmed claimed claims alleged believed',
    'feared think thought believe showed shows estimated estimates indicated revealed noted means added declared admitted',
    'which where whereby that found learned established explained maintained insisted',
  ),
  unreal: wordList(
    'attempt attempted attempts plan plans plot plots threat threats conspiracy bid failed alleged-attempt intention intentions intent aim purpose idea order orders hope possibility',
    'danger risk means capable way',
  ),
}
