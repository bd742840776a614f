import type { CasualtyMention } from '../mentions.ts'
import { acceptable } from './acceptable.ts'
import { type CasualtyText, formAt } from './casualty-text.ts'
import { coordinatedBehind, joinedFarther } from './coordination.ts'
import { mentionOf } from './mention-of.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'
import { agentBehind } from './objects.ts'

/** "The killing of 11 civilians", «l'exécution, jeudi, de 28 soldats», "the bodies of three men". */
export function actCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return text.keys.flatMap((key, at) => {
    const act = text.words.acts.get(key)
    if (!act || isVerb(text, at)) return []
    const first = victimBehind(text, phrases, at)
    const isNamed = first ? acceptable(text, first, act.needsPeople) : false
    const isFollowed = text.people.of.has(text.keys[at + 1] ?? '')
    // "The murder of Dr J. Doe, his wife and two others": the name is nobody the desk can tell, the two are.
    const victims =
      first && isNamed
        ? coordinatedBehind(text, phrases, first)
        : isFollowed
          ? joinedFarther(text, phrases, at + 2)
          : []
    const isUnreal = [1, 2, 3].some((back) => text.words.unreal.has(text.keys[at - back] ?? ''))
    return victims
      .filter((phrase) => acceptable(text, phrase, act.needsPeople))
      .map((phrase) =>
        mentionOf(text, {
          phrase,
          measure: act.measure,
          trigger: at,
          mood: isUnreal ? 'unreal' : isBefore(text, at) ? 'negated' : 'told',
          agent: agentBehind(text, phrases, at + 1) ?? agentBehind(text, phrases, phrase.last + 1),
          rule: 'nominal-of',
          confidence: 0.9,
        }),
      )
  })
}

/** "Killing of" is a noun; "killing 11" a verb. */
const isVerb = (text: CasualtyText, at: number): boolean =>
  formAt(text, at)?.form === 'doing' && text.keys[at + 1] !== 'of'

const isBefore = ({ words, keys }: CasualtyText, at: number): boolean =>
  words.without.has(keys[at - 1] ?? '') && /^(?:prevent|avoid|sans|eviter|without)/.test(keys[at - 1] ?? '')

/** How far a French noun may stand from its "de": «l'exécution, jeudi, par les rebelles, de 28 soldats». */
const FARTHEST = 12

function victimBehind(text: CasualtyText, phrases: NounPhrases, at: number): NounPhrase | undefined {
  const { people, keys } = text
  const direct = phraseBehindOf(text, phrases, at + 1)
  if (direct) return direct
  if (people.of.has(keys[at + 1] ?? '') || !people.nounFirst) return undefined
  for (let next = at + 1; next < Math.min(keys.length, at + FARTHEST); next += 1) {
    if (formAt(text, next) || text.words.clauses.has(keys[next] ?? '') || keys[next] === '.') return undefined
    const phrase = people.of.has(keys[next] ?? '') ? phrases.from.get(next + 1) : undefined
    if (phrase?.figure && isApart(text, next)) return phrase
  }
  return undefined
}

const isApart = ({ keys }: CasualtyText, at: number): boolean => keys[at - 1] === ','

function phraseBehindOf(text: CasualtyText, phrases: NounPhrases, at: number): NounPhrase | undefined {
  if (!text.people.of.has(text.keys[at] ?? '')) return undefined
  // «Des soldats» begins with what is also its article.
  return phrases.from.get(at + 1) ?? (text.keys[at] === 'of' ? undefined : phrases.from.get(at))
}

/** "20 Wagner fatalities", "three civilian deaths", «12 victimes», "no casualties". */
export function countCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return text.keys.flatMap((key, at) => {
    const measure = text.words.counts.get(key)
    const phrase = measure ? countedBefore(phrases, at) : undefined
    if (!measure || !phrase?.figure || OTHERWISE.test(text.keys[at + 1] ?? '')) return []
    const isBare = phrase.head === null
    return [
      mentionOf(text, {
        phrase,
        measure,
        trigger: at,
        mood: 'told',
        rule: 'count-effect',
        confidence: 0.9,
        ...(isBare || phrase.last === at - 1 ? { figureLast: at } : {}),
      }),
    ]
  })
}

/** «Une centaine de victimes civiles»: people's word and a count at once; of «12 victimes de viol» nobody can tell. */
export function victimCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return phrases.all.flatMap((phrase) => {
    const measure = phrase.head === null ? undefined : text.words.counts.get(text.keys[phrase.head] ?? '')
    if (!measure || !phrase.figure || phrase.head === null) return []
    // «Sept des victimes» are some of those told of before.
    const isSome = /^(?:des|the|ces|those)$/.test(text.keys[phrase.head - 1] ?? '')
    if (isSome || text.people.of.has(text.keys[phrase.head + 1] ?? '')) return []
    const who = phrase.last === phrase.head ? null : phrase.who
    const found = { measure, trigger: phrase.head, mood: 'told', rule: 'victims', confidence: 0.8 } as const
    return [mentionOf(text, { ...found, phrase: { ...phrase, who } })]
  })
}

/** "Death threats", "death sentences" kill nobody yet. */
const OTHERWISE = /^(?:threats?|squads?|sentences?|penalty|penalties|certificates?|rows?|camps?|lists?|warrants?)$/

const countedBefore = (phrases: NounPhrases, at: number): NounPhrase | undefined => {
  const phrase = phrases.upTo.get(at - 1)
  return phrase && phrase.is !== 'thing' ? phrase : undefined
}

/** "Claimed the lives of 12 people", "cost 30 lives", «a coûté la vie à 12 civils». */
export function livesCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  const { keys, words, people } = text
  return keys.flatMap((key, at) => {
    if (!words.lives.has(key)) return []
    const cost = [1, 2, 3, 4, 5].some((back) => words.costs.has(keys[at - back] ?? ''))
    if (!cost) return []
    const isLed = people.of.has(keys[at + 1] ?? '') || keys[at + 1] === 'a' || keys[at + 1] === 'aux'
    const behind = isLed ? phrases.from.get(at + 2) : undefined
    const counted = phrases.upTo.get(at - 1) ?? phrases.upTo.get(at)
    const phrase = behind ?? (counted?.figure ? { ...counted, who: null } : undefined)
    if (!phrase || !(acceptable(text, phrase, false) || phrase === counted || phrase.figure)) return []
    return (behind ? coordinatedBehind(text, phrases, phrase) : [phrase]).map((one) =>
      mentionOf(text, {
        phrase: one,
        measure: 'killed',
        trigger: at,
        mood: 'told',
        rule: 'cost-lives',
        confidence: 0.9,
      }),
    )
  })
}

/** "Heavy economic losses" are no people. */
const MONEY =
  /^(?:economic|financial|material|property|economiques?|financieres?|materielles?|monetary|commercial|crop)$/

/** "Heavy casualties on the army", «de lourdes pertes»: harm without a number. */
export function lossCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  const { keys, words } = text
  return keys.flatMap((key, at) => {
    const heavy = [at - 1, at - 2, at + 1].find((near) => words.heavy.has(keys[near] ?? '') && near >= 0)
    if (
      !words.losses.has(key) ||
      heavy === undefined ||
      [at - 1, at + 1, at + 2].some((near) => MONEY.test(keys[near] ?? ''))
    )
      return []
    const [first, last] = [Math.min(heavy, at), Math.max(heavy, at)]
    const victims = /^(?:on|among|to|a|aux|parmi|dans)$/.test(keys[last + 1] ?? '')
      ? phrases.from.get(last + 2)
      : undefined
    return [lossOf(text, { at, first, last, victims: victims?.is === 'people' ? victims : undefined })]
  })
}

function lossOf(
  text: CasualtyText,
  { at, first, last, victims }: { at: number; first: number; last: number; victims: NounPhrase | undefined },
): CasualtyMention {
  const base = {
    first,
    last,
    head: null,
    coreLast: last,
    who: null,
    figure: null,
    isMany: true,
    article: null,
    told: null,
  }
  const mention = mentionOf(text, {
    phrase: { ...base, is: 'bare' },
    measure: 'killed-or-wounded',
    trigger: at,
    mood: 'told',
    rule: 'losses',
    confidence: 0.8,
  })
  const quantity = { kind: 'some', verbatim: mention.figure.words, lang: text.language } as const
  const who = victims
    ? mentionOf(text, {
        phrase: victims,
        measure: 'killed-or-wounded',
        trigger: at,
        mood: 'told',
        rule: 'losses',
        confidence: 0.8,
      }).who
    : null
  return { ...mention, who, figure: { ...mention.figure, quantity } }
}

/** "The death toll rose to 12": the figure behind the toll. */
export function tollCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  const { keys, words, language } = text
  return keys.flatMap((key, at) => {
    if (
      !words.toll.has(key) ||
      (language === 'en' && !/^(?:death|the|its|official|provisional)$/.test(keys[at - 1] ?? ''))
    )
      return []
    const phrase = phrases.all.find(
      ({ first, figure, is }) =>
        first > at && first < at + 14 && figure && is !== 'thing' && words.beforeToll.has(keys[first - 1] ?? ''),
    )
    const isHuman =
      phrase && (phrase.is === 'people' || phrase.head === null) && (language === 'en' || phrase.is === 'people')
    if (!isHuman || text.keys.slice(at, phrase.first).includes('from')) return []
    return [mentionOf(text, { phrase, measure: 'killed', trigger: at, mood: 'told', rule: 'toll', confidence: 0.85 })]
  })
}

/** "The morgue received 30 bodies". */
const RECEIVED = /^(?:received|receiving|recu|recoit|recevant|accueilli)$/

/** "13 bodies were found": each of them is somebody who was killed, where a body was found and not only counted. */
export function bodyCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  const isFound = text.keys.some((key) => text.words.found.has(key))
  return phrases.all
    .filter(({ first }) => isFound || RECEIVED.test(text.keys[first - 1] ?? ''))
    .filter(({ figure, head }) => figure !== null && head !== null && text.words.bodies.has(text.keys[head] ?? ''))
    .map((phrase) =>
      mentionOf(text, {
        phrase: { ...phrase, who: null },
        measure: 'killed',
        trigger: phrase.head ?? phrase.first,
        mood: 'told',
        rule: 'bodies',
        confidence: 0.8,
      }),
    )
}

/** "Two wounded soldiers were flown out": an adjective tells what happened to those it stands before. */
export function toldCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return phrases.all.flatMap((phrase) => {
    const form = phrase.told === null || !phrase.figure ? undefined : formAt(text, phrase.told)
    if (!form || phrase.told === null || phrase.is !== 'people') return []
    const who = phrase.told === phrase.who ? phrase.told + 1 : phrase.who
    const found = { phrase: { ...phrase, who }, measure: form.measure, trigger: phrase.told, mood: 'told' as const }
    return [mentionOf(text, { ...found, rule: 'told-before', confidence: 0.8 })]
  })
}
