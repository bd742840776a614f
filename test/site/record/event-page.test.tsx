import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { changesOf } from '../../../src/record/changes-of.ts'
import type { RecordChange } from '../../../src/record/record-change.ts'
import { eventPage } from '../../../src/site/record/event-page.tsx'
import { storyPage } from '../../../src/site/story/story-page.tsx'
import type { StoryRecord } from '../../../src/site/record/story-record.ts'
import type { Entries } from '../../record/builders.ts'
import {
  aClaim,
  anAssessment,
  aRetraction,
  aRevision,
  aSource,
  cell,
  idOf,
  revisionsOf,
} from '../../record/builders.ts'
import { aCard, aContext, aDocument, AFRICA, aStory, DESK, instant, MALI, paragraph, text, WAR } from '../paper.ts'
import { all, byClass, byTag, parse, wordsOf } from '../parse.ts'
import { BATTLE, battleLedger, CSP_M, CSP_M_47, tinzaouaten } from './tinzaouaten.ts'

const plain = (words: string): string => words.replaceAll(/[\u00a0\u202f]/g, ' ')
const asOf = instant('2024-08-10T09:00:00.000Z')

const page = (more: Entries = [], changes: readonly RecordChange[] = [], language = 'en') => {
  const set = tinzaouaten(...more)
  const context = aContext({ language, path: '/record/battle' })
  const ledger = battleLedger(set)
  return eventPage({ context, eventId: BATTLE, set, ledger, stories: [aCard('a-story')], changes, asOf })
}

type Data = { '@type': string; [key: string]: unknown }

function graphOf(body: string): Data[] {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? []
  return (JSON.parse(json) as { '@graph': Data[] })['@graph']
}

const reviews = (body: string) => graphOf(body).filter((data) => data['@type'] === 'ClaimReview')

const claimData = (body: string, name: string) => graphOf(body).find(({ name: said }) => said === name)

describe('an event’s dossier', () => {
  const { body } = page()
  const root = parse(body)
  const words = plain(wordsOf(byTag(root, 'main')[0]))

  it('says what, when and where, each as exactly as it is known', () => {
    expect(wordsOf(byTag(root, 'h1')[0])).toBe('Fighting at Tinzaouaten')
    expect(plain(wordsOf(byClass(root, 'facts')[0]))).toContain('22 to 27 July 2024')
    expect(plain(wordsOf(byClass(root, 'facts')[0]))).toContain('known to the town or named place')
  })

  it('has the ledger, the parts, the map, the timeline, the stories and the files', () => {
    for (const heading of ['Who says what', 'Parts and whole', 'Where it happened', 'Who said what when']) {
      expect(words).toContain(heading)
    }
    expect(words).toContain('We have assessed no claim and no figure of this event yet.')
    expect(byTag(root, 'a').map(({ attribs }) => attribs['href'])).toEqual(
      expect.arrayContaining(['/2024/07/29/a-story', `/data/cells.csv?event=${BATTLE}`, '/record/ambush']),
    )
    expect(words).toContain('The Sahel Record, “Fighting at Tinzaouaten”, the record, as of 10 August 2024')
  })

  it('tells day by day who said what, and what happened before what was said of it', () => {
    const days = byClass(root, 'at').map((day) => plain(wordsOf(day)))
    expect(days).toEqual(['22 to 27 July 2024', '27 July 2024', '28 July 2024', '28 to 29 July 2024', '29 July 2024'])
  })

  it('names each id once, has one h1 and no script that runs', () => {
    const ids = all(root, ({ attribs }) => 'id' in attribs).map(({ attribs }) => attribs['id'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(byTag(root, 'h1')).toHaveLength(1)
    expect(byTag(root, 'script').map(({ attribs }) => attribs['type'])).toEqual(['application/ld+json'])
    expect(all(root, ({ attribs }) => 'style' in attribs)).toEqual([])
  })

  it('says in words what changed, from what to what', () => {
    const changes = changesOf(revisionsOf(CSP_M, CSP_M_47, aRetraction('back', CSP_M_47)))
    const history = plain(wordsOf(byClass(parse(page([CSP_M_47], changes).body), 'changes')[0]))
    expect(history).toContain('Added: CSP-PSD on Malian soldiers killed: “dozens”.')
    expect(history).toContain('CSP-PSD revised its figure for Malian soldiers killed from “dozens” to 47.')
    expect(history).toContain('CSP-PSD took back 47 for Malian soldiers killed.')
  })

  it('leads with the figures that moved, and counts what came in on the same day in one line that opens', () => {
    const set = tinzaouaten(CSP_M_47)
    const [history] = byClass(parse(page([CSP_M_47], changesOf(revisionsOf(...set.claims.values()))).body), 'changes')
    const [folded] = history ? byTag(history, 'details') : []
    const [summary] = folded ? byTag(folded, 'summary') : []
    expect(plain(wordsOf(history))).toMatch(
      /^27 July 2024CSP-PSD revised its figure.*Mali’s government denied.*Added: /,
    )
    expect(summary && wordsOf(summary)).toBe('Added: 5 claims')
    expect(plain(wordsOf(folded))).toContain('Added: JNIM on Wagner fighters killed: 50.')
  })

  it('says that a record was begun on the day on which the event came into it, with how much', () => {
    const set = tinzaouaten()
    const first = [...set.events.values(), ...set.claims.values(), ...set.appearances.values()]
    const history = plain(wordsOf(byClass(parse(page([], changesOf(revisionsOf(...first))).body), 'changes')[0]))
    expect(history).toMatch(/The record of this event was begun with \d+ claims and \d+ places where claims stand/)
    expect(history).toContain('Added: JNIM on Wagner fighters killed: 50. · in 10 places')
  })

  it('says so in French too', () => {
    const changes = changesOf(revisionsOf(CSP_M, CSP_M_47))
    const french = plain(wordsOf(byClass(parse(page([CSP_M_47], changes, 'fr').body), 'changes')[0]))
    expect(french).toContain('Soldats maliens : morts. CSP-PSD révise son chiffre de « dozens » à 47.')
  })
})

describe('what machines read of an event', () => {
  it('has a claim for each, with its claimant, date, figure and where it stood', () => {
    const claim = claimData(page().body, 'JNIM claims 50 (Wagner fighters killed)')
    expect(claim).toMatchObject({
      '@type': 'Claim',
      author: { '@type': 'Organization', name: 'JNIM' },
      datePublished: '2024-07-28',
      about: { '@type': 'QuantitativeValue', value: 50, unitText: 'Wagner fighters killed' },
    })
    expect(claim?.['appearance']).toHaveLength(10)
  })

  it('gives an open figure its one end, and a vague word no number', () => {
    const { body } = page()
    expect(claimData(body, 'Russian military bloggers report at least 20 (Wagner fighters killed)')?.['about']).toEqual(
      {
        '@type': 'QuantitativeValue',
        unitText: 'Wagner fighters killed',
        description: 'at least 20',
        minValue: 20,
      },
    )
    const vague = claimData(body, 'CSP-PSD claims “dozens” (Malian soldiers killed)')?.['about']
    expect(Object.keys(vague ?? {})).toEqual(['@type', 'unitText', 'description'])
  })

  it('has no review without a verdict of ours, and one with it', () => {
    const unverified = anAssessment('not yet', { of: { claim: 'jnim-w' }, content: { verdict: 'unverified' } })
    const ofFigure = anAssessment('figure', { of: cell('battle', 'w'), content: { verdict: 'disputed' } })
    expect(reviews(page().body)).toEqual([])
    expect(reviews(page([unverified, ofFigure]).body)).toEqual([])
    const verdict = anAssessment('refuted', { of: { claim: 'bloggers-w' }, content: { verdict: 'refuted' } })
    expect(reviews(page([verdict]).body)).toMatchObject([
      { reviewRating: { alternateName: 'refuted' }, itemReviewed: { '@id': expect.stringContaining('clm_bloggersw') } },
    ])
  })

  it('cannot be closed by what somebody calls himself', () => {
    const evil = aSource('evil', {
      content: { names: [{ text: '</script><b>', lang: 'en', script: null, kind: 'official' }] },
    })
    const { body } = page([evil, aClaim('evil', { by: 'evil', on: 'battle', group: 'w', figure: 'exact 3' })])
    expect(body).not.toContain('</script><b>')
    expect(graphOf(body).length).toBeGreaterThan(3)
  })
})

const mark = (name: string) => ({ type: 'claim', attrs: { claimId: idOf('claim', name) } }) as const

/** A story with a box, a map and a timeline of the battle. */
function story(changesSince: readonly RecordChange[] = [], more: readonly string[] = []) {
  const set = tinzaouaten(CSP_M_47)
  const record: StoryRecord = { set, ledgers: new Map([[BATTLE, battleLedger(set)]]), asOf, changesSince }
  const body = aDocument(
    paragraph('JNIM says that it killed ', text('50 fighters', mark('jnim-w')), ' there.'),
    paragraph('The words of ', text('somebody unknown', mark('gone')), '.'),
    { type: 'ledger', attrs: { eventId: BATTLE } },
    { type: 'ledger', attrs: { eventId: BATTLE } },
    { type: 'timeline', attrs: { eventId: BATTLE } },
    { type: 'eventMap', attrs: { eventIds: [BATTLE] }, content: [text('The border.')] },
    ...more.map((words) => paragraph(words)),
  )
  const facts = { sections: [WAR, AFRICA, MALI], authors: [DESK], translations: [], related: [] }
  return storyPage({ context: aContext(), story: aStory({ body }), ...facts, record })
}

describe('a story with its record', () => {
  it('leads from the words of a figure to the claim’s row on the page', () => {
    const mark = byClass(parse(story().body), 'claim').find(({ name }) => name === 'a')
    expect(mark?.attribs['href']).toBe(`#${idOf('claim', 'jnim-w')}`)
  })

  it('leaves the words of a claim that readers do not have as words', () => {
    const unknown = byClass(parse(story().body), 'claim').find((mark) => wordsOf(mark) === 'somebody unknown')
    expect(unknown?.name).toBe('span')
  })

  it('names each id once, though one event stands there twice', () => {
    const root = parse(story(changesOf(revisionsOf(CSP_M, CSP_M_47))).body)
    const ids = all(root, ({ attribs }) => 'id' in attribs).map(({ attribs }) => attribs['id'])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('keeps its words, and says with a date what changed since', () => {
    const changes = changesOf(revisionsOf(CSP_M, CSP_M_47)).slice(1)
    const note = byClass(parse(story(changes).body), 'update')[0]
    expect(plain(wordsOf(note))).toContain('Since this was written')
    expect(plain(wordsOf(note))).toContain('27 July 2024')
    expect(plain(wordsOf(note))).toContain('from “dozens” to 47')
    expect(byClass(parse(story().body), 'update')).toEqual([])
  })

  it('gives each figure that moved one line, from what the story’s readers knew to what stands now', () => {
    const later = aRevision('csp-50', CSP_M_47, { said: '2024-08-05', figure: 'exact 50' })
    const changes = changesOf(revisionsOf(CSP_M, CSP_M_47, later)).slice(1)
    const [note] = byClass(parse(story(changes).body), 'update')
    const lines = (note ? byTag(note, 'li') : []).map((line) => plain(wordsOf(line)))
    expect(lines).toEqual(['Malian soldiers killed: CSP-PSD from “dozens” to 50 27 July 2024'])
  })

  it('cites the documents behind its figures', () => {
    expect(story().body).toContain('"citation":[{"@type":"CreativeWork","name":"Dispatch 0"')
  })

  it('weighs at most 14 kB with its box, timeline and map at a thousand words', () => {
    const prose = Array.from({ length: 12 }, (_, index) =>
      Array.from({ length: 84 }, (_unused, word) => `w${((index * 84 + word) * 7919) % 3001}`).join(' '),
    )
    const { body } = story(changesOf(revisionsOf(CSP_M, CSP_M_47)), prose)
    const bytes = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
    expect(bytes).toBeLessThanOrEqual(14_000)
  })
})
