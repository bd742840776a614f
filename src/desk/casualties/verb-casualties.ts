import type { CasualtyMention } from '../mentions.ts'
import { acceptable } from './acceptable.ts'
import { type CasualtyText, spanOf, wordsOf } from './casualty-text.ts'
import { coordinatedBefore, isSubject } from './coordination.ts'
import { ellipticBehind } from './elliptic.ts'
import { type Found, mentionOf } from './mention-of.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'
import { agentBehind, objectsBehind } from './objects.ts'
import { standingOf } from './standing-of.ts'
import { subjectsBefore } from './subjects.ts'
import type { Trigger } from './triggers.ts'
import { type VerbGroup, verbGroup } from './verb-group.ts'

/** What a verb, or an adjective used as one, says happened to whom. */
export function verbCasualties(
  text: CasualtyText,
  phrases: NounPhrases,
  triggers: readonly Trigger[],
): CasualtyMention[] {
  return triggers.flatMap((trigger, index) => {
    const group = verbGroup(text, trigger, triggers.slice(0, index))
    const found = foundBy({ text, phrases, trigger, group })
    const mood = (one: Found) => (isStatedAtMost(text, one.phrase, group) ? 'told' : one.mood)
    return [...found, ...alsoElsewhere({ text, phrases, trigger, group }, found)].map((one) =>
      mentionOf(text, { ...one, mood: mood(one) }),
    )
  })
}

function alsoElsewhere({ text, phrases, trigger }: Verb, found: readonly Found[]): readonly Found[] {
  const told = found.at(-1)
  if (!told?.phrase.figure) return []
  const { figureLast: _, ...fate } = told
  const from = Math.max(trigger.last, told.phrase.last) + 1
  return ellipticBehind(text, phrases, from).map((phrase) => ({ ...fate, phrase, rule: 'elliptic', confidence: 0.85 }))
}

/** "The coalition acknowledged that a strike may have killed up to 24": somebody states the most it can be. */
function isStatedAtMost({ keys, words }: CasualtyText, { figure }: NounPhrase, { first, mood }: VerbGroup): boolean {
  if (mood !== 'feared' || figure?.quantity.kind !== 'atMost' || !/^(?:up|as|jusque)$/.test(keys[figure.first] ?? ''))
    return false
  const isMay = [0, 1].some((step) => /^(?:may|might|pourrait|pourraient)$/.test(keys[first + step] ?? ''))
  return isMay && keys.slice(0, first).some((key) => words.says.has(key) || GRANTS.test(key))
}

const GRANTS = /^(?:acknowledged?|acknowledges|concede[ds]?|admits?|admis|admet|reconnu|reconnait|according|selon)$/

interface Verb {
  readonly text: CasualtyText
  readonly phrases: NounPhrases
  readonly trigger: Trigger
  readonly group: VerbGroup
}

/** The order matters: an object behind the verb decides that it acts ("killed 12"), before what stands left of it is read. */
function foundBy(verb: Verb): readonly Found[] {
  const { trigger, group } = verb
  if (trigger.fate === 'subject' && group.voice === 'bare') return participle(verb)
  if (trigger.fate === 'subject') return bySubject(verb, 'died', 0.93)
  if (group.voice === 'passive') return bySubject(verb, 'passive', 0.93)
  const acted = trigger.isEffect && group.voice === 'bare' ? [] : active(verb)
  if (acted.length > 0 || group.voice === 'active') return acted
  return participle(verb)
}

function bySubject({ text, phrases, trigger, group }: Verb, rule: string, confidence: number): readonly Found[] {
  const subjects =
    trigger.form === 'doing' && trigger.fate === 'subject' ? [] : subjectsBefore(text, phrases, group.first)
  const agent = trigger.fate === 'object' ? agentBehind(text, phrases, trigger.last + 1) : undefined
  const own = subjects
    .filter((phrase) => acceptable(text, phrase, trigger.needsPeople))
    .filter((phrase) => trigger.measure !== 'displaced' || !isFugitive(text, phrase))
    .filter(isCountedAmong)
  return (isOneBy(text, own, group) ? own.slice(0, 1) : own).map((phrase) => ({
    ...found({ phrase, trigger, group, agent, rule, confidence }),
    ...(isNotAOne(text, phrase) ? { mood: 'negated' as const } : {}),
  }))
}

/** Attackers, soldiers and prisoners who flee are not displaced. */
function isFugitive(text: CasualtyText, phrase: NounPhrase): boolean {
  if (phrase.head !== null && FUGITIVES.test(text.keys[phrase.head] ?? '')) return true
  return /^(?:combatant|police|detainee)$/.test(standingOf(whoIn(text, phrase), text.language))
}

const FUGITIVES =
  /^(?:suspects?|attackers?|assailants?|criminals?|robbers?|thieves|kidnappers?|hijackers?|bombers?|inmates?|drivers?|men|man|hommes?|criminels?|voleurs?|braqueurs?|ravisseurs?|attaquants?|agresseurs?|chauffeurs?|individus)$/

const whoIn = (text: CasualtyText, { who, first, last }: NounPhrase): string =>
  wordsOf(text, spanOf(text, who ?? first, last))

/** "Jane Roe, leader and former minister, was killed": a verb in the singular tells of one. */
const isOneBy = ({ keys }: CasualtyText, subjects: readonly NounPhrase[], { first }: VerbGroup): boolean =>
  subjects.length > 1 &&
  subjects.every(({ figure, isMany }) => figure === null && !isMany) &&
  /^(?:was|is|has|est|etait|fut|sera)$/.test(keys[first] ?? '')

/** "Not a single person was killed", "neither he nor his wife was wounded". */
const isNotAOne = ({ keys }: CasualtyText, { first }: NounPhrase): boolean =>
  /^(?:not|nor|neither|ni)$/.test(keys[first - 1] ?? '')

function active({ text, phrases, trigger, group }: Verb): readonly Found[] {
  // "The murdered candidate": an adjective, not what somebody did.
  if (trigger.form === 'done' && text.people.articles.has(text.keys[group.first - 1] ?? '')) return []
  const objects = objectsBehind(text, phrases, trigger)
  const own = objects.filter(
    (phrase) => acceptable(text, phrase, trigger.needsPeople) && isOwnObject(text, phrase, trigger),
  )
  if (own.length === 0) return []
  const agent = trigger.form === 'doing' ? undefined : subjectsBefore(text, phrases, group.first)[0]
  // Whom the police took away was arrested.
  if (text.keys[trigger.last] === 'away' && agent && standingOf(whoIn(text, agent), text.language) === 'police')
    return []
  const doer = agent && !agent.figure && agent.is !== 'nobody' ? agent : undefined
  const mood = agent?.is === 'nobody' ? 'negated' : group.mood
  return own
    .filter(isCountedAmong)
    .filter((phrase) => trigger.form !== 'base' || phrase.figure !== null || !isGeneral(phrase))
    .map((phrase) => ({ ...found({ phrase, trigger, group, agent: doer, rule: 'active', confidence: 0.92 }), mood }))
}

/** "Sixteen soldiers and officers" is one figure: what has none beside one that has is no group of its own. */
const isCountedAmong = (phrase: NounPhrase, _: number, all: readonly NounPhrase[]): boolean =>
  phrase.figure !== null || !phrase.isMany || all.every(({ figure }) => figure === null)

/** "To kill civilians" is said of no one event. */
const isGeneral = (phrase: NounPhrase): boolean => phrase.isMany

/** In "7 killed, 12 wounded" the 12 belong to what follows. */
const isOwnObject = (text: CasualtyText, phrase: NounPhrase, trigger: Trigger): boolean =>
  !isSubject(text, phrase) || trigger.last + 1 === phrase.first

/** "12 people killed in the raid", «115 personnes tuées par», "7 wounded", «un mort»: the people stand right before it. */
function participle({ text, phrases, trigger, group }: Verb): readonly Found[] {
  const isSetOff = text.keys[group.first - 1] === ',' && text.words.by.has(text.keys[trigger.last + 1] ?? '')
  const before = phrases.upTo.get(group.first - (isSetOff ? 2 : 1))
  if (!before) return lonely(text, trigger, group)
  if (!trigger.isEffect && actsOn(text, trigger.last + 1)) return []
  const isCounted = before.figure !== null || before.is === 'nobody'
  if (!isCounted || !acceptable(text, before, trigger.needsPeople && before.is !== 'bare')) return []
  const isBare = before.head === null
  const figureLast = isBare && trigger.first === before.last + 1 ? { figureLast: trigger.last } : {}
  const agent = agentBehind(text, phrases, trigger.last + 1)
  const rule = isBare ? 'count-effect' : 'participle'
  const joined = isBare ? [before] : coordinatedBefore(text, phrases, before).filter(({ figure }) => figure !== null)
  return (joined.length > 0 ? joined : [before]).map((phrase) => ({
    ...found({ phrase, trigger, group, agent, rule, confidence: 0.9 }),
    ...figureLast,
    ...(isPerhaps(text, before) ? { mood: 'feared' as const } : {}),
  }))
}

/** "There might be many people wounded", «il pourrait y avoir 12 morts». */
const isPerhaps = ({ keys, words }: CasualtyText, { first }: NounPhrase): boolean =>
  (words.be.has(keys[first - 1] ?? '') || words.have.has(keys[first - 1] ?? '')) &&
  [first - 2, first - 3].some((at) => words.perhaps.has(keys[at] ?? ''))

/** Does an object follow that the desk could not read: "three men killed a night watchman"? */
function actsOn({ tokens, keys, people, words, figures }: CasualtyText, at: number): boolean {
  const [token, key = ''] = [tokens[at], keys[at]]
  if (!token || token.kind === 'mark') return false
  if (people.articles.has(key) || figures.has(at))
    return figures.get(at)?.what !== 'date' && !words.prepositions.has(key)
  const isOther = people.stops.has(key) || words.adverbs.has(key) || words.adverb.test(key) || people.verbal.test(key)
  return !isOther && !words.prepositions.has(key)
}

/** «Un mort», "one dead": the article counts. */
function lonely(text: CasualtyText, trigger: Trigger, group: VerbGroup): readonly Found[] {
  const at = trigger.first - 1
  if (!trigger.isEffect || text.language !== 'fr' || !text.people.anyOne.has(text.keys[at] ?? '')) return []
  const { tokens } = text
  const [one, effect] = [tokens[at], tokens[trigger.last]]
  if (!one || !effect) return []
  const phrase: NounPhrase = {
    first: at,
    last: at,
    head: null,
    coreLast: at,
    who: null,
    figure: {
      first: at,
      last: at,
      start: one.start,
      end: one.end,
      words: one.text,
      what: 'count',
      quantity: { kind: 'exact', n: 1, verbatim: one.text, lang: text.language },
    },
    isMany: false,
    is: 'bare',
    article: null,
    told: null,
  }
  return [
    {
      ...found({ phrase, trigger, group, agent: undefined, rule: 'count-effect', confidence: 0.85 }),
      figureLast: trigger.last,
    },
  ]
}

function found({
  phrase,
  trigger,
  group,
  agent,
  rule,
  confidence,
}: {
  phrase: NounPhrase
  trigger: Trigger
  group: VerbGroup
  agent: NounPhrase | undefined
  rule: string
  confidence: number
}): Found {
  return {
    phrase,
    measure: trigger.measure,
    trigger: trigger.first,
    triggerLast: trigger.last,
    mood: group.mood,
    agent,
    rule,
    confidence,
  }
}
