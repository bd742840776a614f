import type { ActorId, ClaimId, EventId, PlaceId, SourceId, VictimGroupId } from '../../ids.ts'
import { BARE_CLAIM } from '../../record/bare-claim.ts'
import type { Claim } from '../../record/claim.ts'
import type { EntryOf, EntryType } from '../../record/entry.ts'
import type { Quantity } from '../../record/quantity.ts'
import { type RecordSet, recordSet } from '../../record/record-set.ts'
import type { Edtf } from '../../record/when.ts'
import { wordingLanguage } from '../../record/wording-language.ts'
import type { Language } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import { message } from '../messages/message.ts'

export const EXAMPLE_EVENT = 'evt_example' as EventId
export const EXAMPLE_DAY = '2020-03-06T12:00:00.000Z' as Instant

const [army, group, hospital, monitor] = ['army', 'group', 'hospital', 'monitor'] as const
type Speaker = typeof army | typeof group | typeof hospital | typeof monitor

const [DAY, NEXT_DAY] = ['2020-03-05', '2020-03-06'] as [Edtf, Edtf]
const SOLDIERS = 'vgr_soldiers' as VictimGroupId
const sourceId = (speaker: Speaker) => `src_${speaker}` as SourceId
const actorId = (speaker: Speaker) => `act_${speaker}` as ActorId

/**
 * An invented clash with five statements about it, from which "how we count" draws its box: everything on that page is
 * counted by the same rules and drawn by the same hand as the real thing.
 */
export function workedExample(language: Language): RecordSet {
  const entries = [
    ...([army, group, hospital, monitor] as const).flatMap((speaker) => speakerEntries(speaker, language)),
    entry('event', EXAMPLE_EVENT, {
      slug: 'example',
      titles: { [language]: message(language, 'count.example.event') },
      type: 'armed-clash',
      when: { edtf: DAY, basis: null },
      where: { placeId: 'plc_bridge' as PlaceId, relation: 'at', precision: 2, basis: null },
      partOf: [],
      sides: [army, group].map((side) => ({ label: {}, actorIds: [actorId(side)] })),
      participation: [],
    }),
    entry('victim-group', SOLDIERS, {
      eventId: EXAMPLE_EVENT,
      affiliation: actorId(army),
      standing: 'combatant',
      labels: { [language]: message(language, 'count.example.soldiers') },
      subsetOf: [],
    }),
    said(group, DAY, counted(exactly(40, language)), language),
    said(hospital, DAY, counted(exactly(15, language)), language),
    said(monitor, NEXT_DAY, counted(dozens(language)), language),
    said(army, NEXT_DAY, { figure: atLeast(12, language), act: 'admit' }, language),
    said(army, NEXT_DAY, { figure: null, act: 'deny', denies: `clm_${group}assert` as ClaimId }, language),
  ]
  return recordSet(entries.map((one, index) => ({ ...one, sequence: index + 1 })))
}

const entry = <Type extends EntryType>(
  type: Type,
  id: EntryOf<Type>['id'],
  content: EntryOf<Type>['content'],
): EntryOf<Type> => ({ type, id, content, rev: 1, status: 'live', recordedAt: EXAMPLE_DAY, sequence: 0 })

function speakerEntries(speaker: Speaker, language: Language): (EntryOf<'actor'> | EntryOf<'source'>)[] {
  const text = message(language, `count.example.${speaker}`)
  const names = [{ text, lang: language, script: null, kind: 'official' as const }]
  const kind = speaker === army ? 'state-armed-force' : 'non-state-armed-group'
  const source = entry('source', sourceId(speaker), {
    slug: speaker,
    kind: 'organisation',
    names,
    actorId: speaker === army || speaker === group ? actorId(speaker) : null,
    anonymity: 'named',
    description: null,
    category: null,
    ownerId: null,
    sympathy: {},
  })
  if (source.content.actorId === null) return [source]
  const content = { slug: speaker, names, kind, memberships: [], country: null, codes: [], about: {} } as const
  return [entry('actor', actorId(speaker), content), source]
}

type Saying = Pick<Claim, 'figure' | 'act'> & Partial<Pick<Claim, 'denies'>>

const said = (by: Speaker, on: Edtf, saying: Saying, language: Language): EntryOf<'claim'> =>
  entry('claim', `clm_${by}${saying.act}` as ClaimId, {
    claimantId: sourceId(by),
    saidAt: { edtf: on, basis: null },
    about: { kind: 'measure', eventId: EXAMPLE_EVENT, groupId: SOLDIERS, measure: 'killed', equipment: null },
    wording: { text: saying.figure?.verbatim ?? '', lang: language, documentId: null, start: null, end: null },
    ...BARE_CLAIM,
    ...saying,
  })

const counted = (figure: Quantity) => ({ figure, act: 'assert' as const })

const isFrench = (language: Language): boolean => wordingLanguage(language) === 'fr'

export const exactly = (n: number, lang: Language): Quantity => ({ kind: 'exact', n, verbatim: String(n), lang })

export const atLeast = (n: number, lang: Language): Quantity => ({
  kind: 'atLeast',
  n,
  verbatim: isFrench(lang) ? `au moins ${n}` : `at least ${n}`,
  lang,
})

export const dozens = (lang: Language): Quantity => ({
  kind: 'vague',
  term: isFrench(lang) ? 'tens' : 'dozens',
  verbatim: isFrench(lang) ? 'des dizaines' : 'dozens',
  lang,
})

/** One figure of every kind, as somebody might say it. */
export const kindsOfFigure = (lang: Language): readonly Quantity[] => {
  const say = (english: string, french: string) => ({ verbatim: isFrench(lang) ? french : english, lang })
  return [
    exactly(50, lang),
    atLeast(20, lang),
    { kind: 'moreThan', n: 30, ...say('more than 30', 'plus de 30') },
    { kind: 'atMost', n: 30, ...say('up to 30', 'jusqu’à 30') },
    { kind: 'fewerThan', n: 10, ...say('fewer than 10', 'moins de 10') },
    { kind: 'range', lo: 15, hi: 20, ...say('between 15 and 20', 'entre 15 et 20') },
    { kind: 'approx', n: 20, ...say('about 20', 'environ 20') },
    dozens(lang),
    { kind: 'some', ...say('heavy losses', 'de lourdes pertes') },
    { kind: 'none', ...say('no casualties', 'aucune victime') },
    { kind: 'notGiven', ...say('declines to give a figure', 'refuse de donner un chiffre') },
  ]
}
