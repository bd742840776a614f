import type { Entry, EntryStatus } from '../../src/record/entry.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { noteChanges } from '../../src/store/outbox.ts'
import { appendRevisions, type NewRevision } from '../../src/store/record-log.ts'
import { at, type TestNewsroom } from '../builders.ts'
import {
  aClaim,
  aDocument,
  aGroup,
  anActor,
  anAppearance,
  anAssessment,
  anEvent,
  aPlace,
  aSource,
  someEvidence,
} from '../record/builders.ts'

type Word = (field: string) => string

/** A point that nobody's place has by chance. */
const SECRET_POINT = { lat: 13.371_337, lon: 7.331_733 }

/** Appends a revision as somebody whose own name is a canary, and gives the edition a number for it. */
export async function append(newsroom: TestNewsroom, entry: Entry, status: EntryStatus, by: string): Promise<void> {
  const { type, id, content } = entry
  const row = { type, id, content, status, reason: null, act: `record-${type}` } as NewRevision
  await inTransaction(newsroom.db, async (tx) => {
    await appendRevisions(tx, [row], { at: at('2024-08-01T09:00:00Z'), by })
    await noteChanges(tx, [{ kind: 'record', entryId: id }], at('2024-08-01T09:00:00Z'))
  })
}

const capture = (word: Word, isPublic: boolean) => ({
  at: at('2024-07-28T09:00:00Z'),
  sha256: isPublic ? 'ab'.repeat(32) : word('hash of an unpublished capture'),
  mediaType: isPublic ? 'text/html' : word('media type'),
  bytes: 1_000,
  ...(isPublic ? {} : { waybackUrl: word('archive of an unpublished capture') }),
  isPublic,
  by: word('who captured it'),
})

/** Live entries of every type, with a canary in each field that is the newsroom's own. */
export function withInternalFields(word: Word): Entry[] {
  const mali = aPlace('Mali', { content: { kind: 'country' } })
  return [
    mali,
    aPlace('town', {
      content: {
        parentId: mali.id,
        isSensitive: true,
        point: SECRET_POINT,
        coordinateSource: word('coordinate source'),
        codes: [{ scheme: 'geonames', value: word('code of a sensitive place') }],
      },
    }),
    anActor('army'),
    anEvent('raid', {
      sides: [['army']],
      content: {
        where: {
          placeId: aPlace('town').id,
          relation: 'near',
          direction: 'NW',
          distanceKm: 3.371_337,
          radiusM: 371_337,
          precision: 1,
          basis: word('how the place is known'),
          isSensitive: true,
        },
      },
    }),
    aGroup('dead', { of: 'raid', affiliation: 'army', content: { privateNote: word('private note') } }),
    ...sources(word),
    aDocument('dispatch', {
      by: 'agency',
      content: {
        text: word('whole text'),
        captures: [capture(word, false), capture(word, true)],
        translation: { kind: 'human', by: word('who translated it') },
      },
    }),
    someEvidence('hidden', { content: { title: word('evidence not public'), isPublic: false } }),
    someEvidence('film', {
      content: {
        captures: [capture(word, false), capture(word, true)],
        geolocation: {
          placeId: aPlace('town').id,
          relation: 'at',
          precision: 1,
          basis: word('how it was geolocated'),
          isSensitive: true,
        },
      },
    }),
    aClaim('said', {
      by: 'official',
      on: 'raid',
      group: 'dead',
      figure: 'exact 5',
      content: {
        translations: [{ text: 'Cinq', lang: 'fr', kind: 'human', by: word('who read it'), state: 'confirmed' }],
      },
    }),
    anAppearance('carried', { of: 'said', in: 'dispatch' }),
    anAssessment('ours', {
      of: { claim: 'said' },
      content: { by: [word('signer'), word('second signer')], credibility: 2 },
    }),
  ]
}

/** An agency with a grade, and somebody who must not be named. */
const sources = (word: Word): Entry[] => [
  aSource('agency', {
    content: {
      reliability: [{ grade: 'B', by: word('who graded it'), at: at('2024-07-28T09:00:00Z'), reason: word('grade') }],
    },
  }),
  aSource('official', {
    described: 'a security official',
    content: { names: [{ text: word('name behind it'), lang: 'en', script: null, kind: 'official' }] },
  }),
]

/** Drafts of every type that holds words, each full of canaries. */
export function drafts(word: Word): Entry[] {
  const names = (field: string) => [{ text: word(field), lang: 'en', script: null, kind: 'official' as const }]
  const slug = (field: string) => word(field).replaceAll(' ', '-')
  return [
    aPlace('draft place', { content: { slug: slug('place'), names: names('place') } }),
    anActor('draft actor', { content: { slug: slug('actor'), names: names('actor'), about: { en: word('about') } } }),
    anEvent('draft event', { content: { slug: slug('event'), titles: { en: word('title') } } }),
    aGroup('draft group', { of: 'raid', content: { labels: { en: word('label') } } }),
    aSource('draft source', { content: { slug: slug('source'), names: names('source') } }),
    aDocument('draft document', { by: 'agency', content: { title: word('document'), url: word('address') } }),
    someEvidence('draft evidence', { content: { title: word('evidence') } }),
    aClaim('draft claim', {
      by: 'agency',
      on: 'raid',
      group: 'dead',
      figure: 'exact 7',
      content: { wording: { text: word('wording'), lang: 'en', documentId: null, start: null, end: null } },
    }),
    anAppearance('draft appearance', { of: 'said', in: 'dispatch', content: { viaText: word('via') } }),
    anAssessment('draft assessment', { of: { claim: 'said' }, content: { standard: { en: word('standard') } } }),
  ]
}

/** What numbers would give away, as the edition would write them. */
export const SECRET_NUMBERS = ['13.371337', '7.331733', '3.371337', '371337']
