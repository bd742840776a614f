import { EN_SPEAKER_WORDS } from '../en/speaker-words.ts'
import { FR_SPEAKER_WORDS } from '../fr/speaker-words.ts'
import type { DeskLanguage } from '../language.ts'
import type { SpeakerMention } from '../mentions.ts'
import { lettersOf } from '../../record/name-folding.ts'
import type { KnownSpeaker } from './known-speakers.ts'

const WORDS = { en: EN_SPEAKER_WORDS, fr: FR_SPEAKER_WORDS } as const

/** So many sentences later a pronoun no longer means somebody. */
const PRONOUN_REACH = 3
/** "The group" reaches further. */
const DEFINITE_REACH = 8

/** `self`: the words stand for themselves. `unclear`: somebody named before, but nobody can tell who. */
export type Meant = KnownSpeaker | 'self' | 'unclear'

/** Whom the words of a sentence mean, of those named before; the newest is the last. */
export function meantBy(
  mention: SpeakerMention,
  known: readonly KnownSpeaker[],
  sentence: number,
  language: DeskLanguage,
): Meant {
  if (mention.kind === 'pronoun') return byPronoun(mention, known, sentence, language)
  if (mention.kind === 'definite') return byDefinite(mention, known, sentence, language)
  if (mention.kind === 'name') return byName(mention, known)
  return 'self'
}

/** "Oche" is James Oche, if one James Oche was named; with two of that name nobody can tell. */
function byName({ words }: SpeakerMention, known: readonly KnownSpeaker[]): Meant {
  const name = words.replace(/^(?:mr|mrs|ms|dr|m|mme)\.? /i, '')
  if (/\s/.test(name)) return 'self'
  const full = known.filter(
    ({ named, isPerson, kind }) => isPerson && kind === 'name' && named.text.endsWith(` ${name}`),
  )
  const texts = new Set(full.map(({ named }) => named.text))
  return texts.size === 1 ? (full.at(-1) ?? 'self') : 'self'
}

function byPronoun(
  { words }: SpeakerMention,
  known: readonly KnownSpeaker[],
  sentence: number,
  language: DeskLanguage,
): Meant {
  const key = lettersOf(words).replace(/[’']/g, "'")
  const { personPronouns, groupPronouns } = WORDS[language]
  const near = known.filter((one) => one.hasSpoken && sentence - one.sentence <= PRONOUN_REACH)
  const isEither = language === 'fr'
  if (personPronouns.has(key)) return near.findLast(({ isPerson }) => isPerson || isEither) ?? 'unclear'
  if (groupPronouns.has(key))
    return near.findLast(({ isPerson, standing }) => !isPerson && standing !== 'unknown') ?? 'unclear'
  return 'unclear'
}

function byDefinite(
  { words, standing }: SpeakerMention,
  known: readonly KnownSpeaker[],
  sentence: number,
  language: DeskLanguage,
): Meant {
  const { groupHeads, personHeads, outletHeads, sources } = WORDS[language]
  const keys = lettersOf(words).split(/[\s'’]+/)
  const near = known.filter((one) => sentence - one.sentence <= DEFINITE_REACH)
  const head = keys.find(
    (key) => personHeads.has(key) || outletHeads.has(key) || groupHeads.has(key) || sources.has(key),
  )
  if (head === undefined) return 'self'
  if (sources.has(head)) return near.findLast(({ hasSpoken, standing }) => hasSpoken && standing !== 'outlet') ?? 'self'
  if (personHeads.has(head)) return near.findLast(({ isPerson, heads }) => isPerson && heads.has(head)) ?? 'self'
  const named = near.filter(
    ({ isPerson, kind, hasSpoken }) => !isPerson && (kind === 'name' || kind === 'description') && hasSpoken,
  )
  if (outletHeads.has(head) && standing === 'outlet')
    return named.findLast((one) => one.standing === 'outlet') ?? 'self'
  const isAny = ANY_GROUP.has(head)
  // "The group" after a rights group and an armed one: the words stand for themselves.
  if (isAny && isBothSides(named)) return 'self'
  const same = named.findLast(({ heads }) => heads.has(head))
  if (same) return same
  if (!isAny) return 'self'
  return named.findLast((one) => one.standing === 'side' || one.standing === 'third-party') ?? 'self'
}

/** Have an armed side and a third party both been named? */
const isBothSides = (named: readonly KnownSpeaker[]): boolean =>
  named.some(({ standing }) => standing === 'side') && named.some(({ standing }) => standing === 'third-party')

/** These stand for any organisation; "the army" and "the ministry" for none but an army and a ministry. */
const ANY_GROUP = new Set(
  'group movement organisation organization militia faction affiliate branch groupe mouvement milice branche ong ngo charity association'.split(
    ' ',
  ),
)
