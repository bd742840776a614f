import { clauseAround } from './clause.ts'
import type { Found } from './found.ts'
import { type Ground, isMarkAt, keyAt, type Range } from './ground.ts'
import { phraseAfter } from './noun-phrase.ts'
import type { SpeechVerb } from './speech-verb.ts'
import { speakerOf } from './speaker.ts'
import { besideAfter } from './subject-behind.ts'

/** Forms in which something is said of people: "were reported killed". */
const SAID_OF = new Set(
  'to that killed dead missing injured wounded captured as qu que avoir tues tue morts mort blesses blesse disparus disparu'.split(
    ' ',
  ),
)

/** "It was reported that", "was reported by rights groups", "is accused of": who says it stands behind "by", or nowhere. */
export function passive(ground: Ground, verb: SpeechVerb): Found | undefined {
  const { speech } = ground
  const next = verb.last + 1
  if (speech.by.has(keyAt(ground, next))) return saidBy(ground, verb, next + 1)
  if (!verb.isPassive || verb.speech === 'decline' || verb.speech === 'deny') return undefined
  const isAccused = verb.speech === 'accuse' && OF.has(keyAt(ground, next))
  if (!SAID_OF.has(keyAt(ground, next).replace(/'$/, '')) && !isAccused && !isItselfSaid(ground, verb)) return undefined
  return { ...hiddenAt(ground, verb, verb.speech), scope: hiddenScope(ground, verb.first) }
}

const OF = new Set(['of', 'de', "d'"])

/** ", it was reported.": the words end there. */
const isItselfSaid = (ground: Ground, verb: SpeechVerb): boolean =>
  IT.has(keyAt(ground, verb.first - 2)) && isMarkAt(ground, verb.last + 1)
const IT = new Set(['it', 'il'])

/** "The toll given by police", «un bilan communiqué par l'ONU»: it is theirs. */
export function tollBy(ground: Ground, at: number): Found | undefined {
  const { speech } = ground
  if (!speech.tolls.has(keyAt(ground, at)) || !GIVEN.has(keyAt(ground, at + 1))) return undefined
  if (!speech.by.has(keyAt(ground, at + 2))) return undefined
  const phrase = phraseAfter(ground, at + 3)
  return (
    phrase && {
      first: at + 1,
      last: phrase.last,
      speaker: speakerOf(ground, phrase),
      via: null,
      speech: 'say',
      scope: hiddenScope(ground, at),
      isBehind: false,
      rule: 'toll-by',
    }
  )
}

const GIVEN = new Set(
  'given released issued provided compiled published announced reported communique fourni etabli dresse publie donne annonce diffuse'.split(
    ' ',
  ),
)

function saidBy(ground: Ground, verb: SpeechVerb, from: number): Found | undefined {
  // "Attacks claimed by X": they say that they did it, not how many died; the rules for responsibility read that.
  if (
    verb.speech === 'claim' ||
    (!verb.isPassive && verb.speech !== 'report' && verb.speech !== 'confirm' && verb.speech !== 'say')
  )
    return undefined
  const phrase = phraseAfter(ground, from)
  if (!phrase) return undefined
  const beside = besideAfter(ground, phrase)
  return {
    first: verb.first,
    last: (beside ?? phrase).last,
    speaker: speakerOf(ground, phrase, beside),
    via: null,
    speech: verb.speech,
    scope: hiddenScope(ground, verb.first),
    isBehind: true,
    rule: 'said-by',
  }
}

/** What hides who says it reaches no further than its own clause, "while" included. */
function hiddenScope(ground: Ground, at: number): Range {
  const { first, last } = clauseAround(ground, at)
  for (let cut = at + 1; cut <= last; cut += 1)
    if (ground.speech.meanwhile.has(keyAt(ground, cut))) return { first, last: cut - 1 }
  return { first, last }
}

/** "Reports that", "there are reports of": somebody reports, but who? */
export function hiddenReports(ground: Ground, at: number): Found | undefined {
  const { speech, speakers } = ground
  if (!speakers.hidden.has(keyAt(ground, at)) || !NOUNS.has(keyAt(ground, at))) return undefined
  if (!speech.that.has(keyAt(ground, at + 1)) || !isNoun(ground, at)) return undefined
  const verb = { first: at, last: at, speech: 'report', isPassive: true, isGerund: false } as const
  const { last } = clauseAround(ground, at)
  return { ...hiddenAt(ground, verb, 'report'), scope: { first: Math.min(at + 2, last), last } }
}
/** "By reports that", "amid unconfirmed reports that"; "Radio Nile reports that" has a verb, and "confirmed reports" are confirmed. */
const isNoun = (ground: Ground, at: number): boolean => {
  const { speech } = ground
  const before = keyAt(ground, at - 1)
  return (
    at === 0 ||
    speech.prepositions.has(before) ||
    speech.articles.has(before) ||
    speech.be.has(before) ||
    /^(?:unconfirmed|initial|early|media|press)$/.test(before) ||
    isMarkAt(ground, at - 1)
  )
}
const NOUNS = new Set(['reports', 'report', 'rumours', 'rumors', 'informations', 'rumeurs', 'rapports'])

const hiddenAt = (_ground: Ground, { first, last }: Range, speech: Found['speech']): Omit<Found, 'scope'> => ({
  first,
  last,
  speaker: null,
  via: null,
  speech,
  isBehind: false,
  rule: 'hidden',
})
