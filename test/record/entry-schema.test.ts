import { describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import type { EntryType } from '../../src/record/entry.ts'
import { parseContent } from '../../src/record/entry-schema.ts'
import { at } from '../builders.ts'
import {
  aClaim,
  aDocument,
  aFigure,
  aGroup,
  anActor,
  anAppearance,
  anAssessment,
  anEvent,
  aPlace,
  aSource,
  cell,
  edtf,
  idOf,
  someEvidence,
  when,
} from './builders.ts'

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** What parsing threw, as message and remedy; fails where nothing was thrown. */
function refusalOf(type: EntryType, json: unknown): { readonly message: string; readonly remedy: string } {
  try {
    parseContent(type, json)
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'bad-input') throw error
    return { message: error.message, remedy: error.remedy ?? '' }
  }
  throw new Error(`This ${type} was not refused`)
}

const CLAIM = aClaim('jnim', { by: 'jnim', on: 'A', group: 'W', figure: 'exact 50' }).content
const EVENT = anEvent('A').content
const said = { verbatim: 'lots', lang: 'en' }

describe('what comes from outside for the record', () => {
  it.each([
    aPlace('Tinzaouaten', {
      content: {
        names: [{ text: 'تين زواتين', lang: 'ar', script: 'Arab', kind: 'local' }],
        adm1: 'ML-8',
        codes: [{ scheme: 'geonames', value: '2449066' }],
        point: { lat: 19.95, lon: 2.97 },
        isSensitive: true,
        mergedInto: idOf('place', 'other'),
      },
    }),
    anActor('Wagner', {
      employedBy: 'Russia',
      content: { country: 'RU', codes: [{ scheme: 'wikidata', value: 'Q19' }], about: { en: 'A company.' } },
    }),
    anEvent('Ambush', {
      partOf: ['Battle'],
      sides: [['jnim'], ['wagner', 'army']],
      perpetrators: ['army'],
      content: {
        where: {
          placeId: idOf('place', 'town'),
          relation: 'near',
          direction: 'S',
          distanceKm: 12.5,
          precision: 3,
          basis: 'The statement says so.',
        },
        when: {
          edtf: edtf('2024-07-27?'),
          expression: 'on Saturday',
          anchor: { document: null, publishedAt: at('2024-07-28T01:30:00Z') },
          basis: null,
        },
      },
    }),
    aGroup('children', { of: 'A', subsetOf: ['civilians'], content: { ageClass: 'child', sex: 'female' } }),
    aSource('JNIM', { actor: 'jnim' }),
    aSource('officials', { described: 'two security officials', category: 'security', owner: 'afp' }),
    aSource('graded', {
      content: { reliability: [{ grade: 'C', by: 'An editor', at: at('2024-07-28T01:30:00Z'), reason: 'New to us.' }] },
    }),
    aDocument('statement', {
      by: 'site',
      isCaptured: true,
      content: { text: 'All of it.', publishedOn: '2024-07-28' },
    }),
    aDocument('dispatch', {
      by: 'afp',
      wireOf: 'statement',
      content: { translation: { kind: 'machine', by: null }, publishedAt: null, publishedOn: '2024-07-XX' },
    }),
    aClaim('figure', { by: 'jnim', on: 'A', group: 'W', figure: 'range 15 20', derivedFrom: ['other'] }),
    aClaim('vague', { by: 'csp', on: 'A', group: 'W', figure: 'vague dozens' }),
    aClaim('toll', {
      by: 'hospital',
      on: 'A',
      group: 'W',
      figure: 'none',
      content: { counting: { kind: 'cumulative', since: '2024-07-27', asOf: at('2024-07-27T12:00:00Z') } },
    }),
    aClaim('translated', {
      by: 'jnim',
      on: 'A',
      group: 'W',
      figure: 'exact 50',
      content: {
        figureReadFrom: 'machine-translation',
        translations: [
          { text: 'fifteen', lang: 'en', kind: 'machine', by: null, figure: aFigure('exact 15'), state: 'rejected' },
        ],
      },
    }),
    aClaim('lost', {
      by: 'jnim',
      on: 'A',
      group: 'W',
      figure: 'atLeast 3',
      content: { about: { kind: 'measure', ...cell('A', 'W', 'equipment-lost', 'vehicle') } },
    }),
    aClaim('control', { by: 'csp', on: 'A', that: { controls: 'csp', place: 'town' } }),
    anAppearance('print', {
      of: 'figure',
      in: 'dispatch',
      from: { claim: 'figure' },
      via: ['site'],
      withdrawn: '2024-07-29',
    }),
    someEvidence('film', { content: { kind: 'video', chronolocation: when('2024-07-27T09:00Z') } }),
    anAssessment('of a claim', { of: { claim: 'figure' }, content: { best: 46, by: ['One', 'Two'], credibility: 2 } }),
    anAssessment('of a cell', { of: cell('A', 'W') }),
  ])('is read as it is: $type $id', ({ type, content }) => {
    expect(parseContent(type, throughJson(content))).toEqual(content)
  })

  it.each([
    ['a number in words', { kind: 'exact', n: 'lots', ...said }],
    ['a vague word that is no term', { kind: 'vague', term: 'lots', ...said }],
    ['a kind of its own', { kind: 'lots', ...said }],
    ['a bare word', 'lots'],
  ])('is refused for a figure of “lots”, as %s, and told where vague words go', (_, figure) => {
    const { message, remedy } = refusalOf('claim', { ...CLAIM, figure })
    expect(message).toMatch(
      /^The claim cannot be recorded, figure(\.\w+)?: “lots” is no figure that the record can count with\.$/,
    )
    expect(remedy).toMatch(/vague word goes in with kind vague/)
    expect(remedy).toMatch(/a-couple, a-few, several, tens, dozens, scores, hundreds, thousands/)
  })

  it.each([
    [{ kind: 'exact', n: 1.5, ...said }, 'figure.n: 1.5 is no whole number of persons'],
    [{ kind: 'exact', n: -3, ...said }, 'figure.n: -3 is too small'],
    [
      { kind: 'range', lo: 20, hi: 15, ...said },
      'figure: a range runs from the lower number to the higher, and 20 is more than 15',
    ],
    [{ kind: 'exact', ...said }, 'figure.n: the figure is not given in full'],
    [{ kind: 'exact', n: 5, verbatim: ' ', lang: 'en' }, 'figure.verbatim: there are no words'],
    [{ kind: 'none', n: 5, ...said }, 'figure: there is no n in it'],
  ])('is refused for the figure %o', (figure, fault) => {
    const { message, remedy } = refusalOf('claim', { ...CLAIM, figure })
    expect(message).toBe(`The claim cannot be recorded, ${fault}.`)
    expect(remedy).not.toBe('')
  })

  it.each([
    ['2024-06-31', 'no calendar has the date “2024-06-31”', /Check the day/],
    ['2024-07-27/2024-07-22', '“2024-07-27/2024-07-22” ends before it begins', /earlier date first/],
    ['2024-07-27T10:00:00Z', '“2024-07-27T10:00:00Z” has a time of day', /clock/],
    ['/', '“/” tells neither a beginning nor an end', /on or before/],
    ['yesterday', '“yesterday” is no date in EDTF', /2024-06-XX/],
  ])('is refused for the date %s', (text, fault, remedy) => {
    const refusal = refusalOf('event', { ...EVENT, when: { edtf: text, basis: null } })
    expect(refusal.message).toBe(`The event cannot be recorded, when.edtf: ${fault}.`)
    expect(refusal.remedy).toMatch(remedy)
  })

  it('is refused for an act or a measure that nobody knows, and told which there are', () => {
    const act = refusalOf('claim', { ...CLAIM, act: 'declare' })
    expect(act.message).toBe('The claim cannot be recorded, act: “declare” is not possible here.')
    expect(act.remedy).toMatch(/^Use one of assert, estimate, admit/)
    const measure = refusalOf('claim', { ...CLAIM, about: { ...CLAIM.about, measure: 'hurt' } })
    expect(measure.message).toBe('The claim cannot be recorded, about.measure: “hurt” is not possible here.')
    expect(measure.remedy).toMatch(/^Use one of killed, wounded/)
    expect(refusalOf('claim', { ...CLAIM, about: { kind: 'rumour' } }).remedy).toBe('Use one of measure, proposition.')
  })

  it.each(['2024', '07', 'actor', 'place', 'source', 'claim', 'find', 'months', 'Tinzaouaten', 'a b', '', '-', 'é'])(
    'is refused for an event at /record/%s',
    (slug) => {
      expect(refusalOf('event', { ...EVENT, slug }).message).toMatch(/^The event cannot be recorded, slug: /)
    },
  )

  it('takes any other address of small letters, digits and hyphens', () => {
    for (const slug of ['tinzaouaten-2024', '27-july', 'actors', 'months-of-siege']) {
      expect(parseContent('event', { ...EVENT, slug }).slug).toBe(slug)
    }
    expect(parseContent('actor', { ...anActor('find').content, slug: 'find' }).slug).toBe('find')
  })

  it.each([
    ['claim', { ...CLAIM, claimant: 'JNIM' }, /^The claim cannot be recorded: there is no claimant in it\.$/],
    ['claim', { ...CLAIM, act: undefined }, /act: leaving it out is not possible here/],
    ['claim', { ...CLAIM, wording: undefined }, /wording: it is missing/],
    ['claim', { ...CLAIM, claimantId: 'clm_1' }, /claimantId: “clm_1” is no id of a source/],
    ['claim', { ...CLAIM, about: { ...CLAIM.about, equipment: 'tank' } }, /about\.equipment: “killed” counts people/],
    ['claim', { ...CLAIM, about: { ...CLAIM.about, measure: 'equipment-lost' } }, /what was lost/],
    ['claim', { ...CLAIM, about: aClaim('p', { by: 'x', on: 'A' }).content.about }, /figure: .* has no number/],
    ['claim', { ...CLAIM, counting: { kind: 'period', from: '2024-07-28', to: '2024-07-27' } }, /counting: it ends/],
    ['claim', { ...CLAIM, counting: { kind: 'running', asOf: 'noon' } }, /counting\.asOf: “noon” is neither/],
    ['claim', { ...CLAIM, wording: { ...CLAIM.wording, start: 5, end: 2 } }, /wording: its place/],
    ['claim', { ...CLAIM, wording: { ...CLAIM.wording, lang: 'English' } }, /wording\.lang: “English” is no language/],
    ['claim', { ...CLAIM, namedDead: -1 }, /namedDead: -1 is too small/],
    ['claim', null, /^The claim cannot be recorded: null is not an object/],
    ['event', { ...EVENT, titles: {} }, /titles: it is in no language/],
    ['event', { ...EVENT, titles: { English: 'Ambush' } }, /titles/],
    ['event', { ...EVENT, where: { ...EVENT.where, precision: 9 } }, /where\.precision: 9 is not possible/],
    ['event', { ...EVENT, where: { ...EVENT.where, relation: 'between' } }, /where: “between” needs two places/],
    ['place', { ...aPlace('x').content, point: { lat: 91, lon: 0 } }, /point\.lat: 91 is too much/],
    ['place', { ...aPlace('x').content, names: [] }, /names: there is no name/],
    ['place', { ...aPlace('x').content, country: 'Mali' }, /country: “Mali” is no country code/],
    ['source', { ...aSource('x').content, anonymity: 'described' }, /names: an unnamed source has no name here/],
    ['document', { ...aDocument('x', { by: 'y' }).content, url: 'javascript:alert(1)' }, /url: .* is no web address/],
    ['document', { ...aDocument('x', { by: 'y' }).content, zone: 'Mali' }, /zone: “Mali” is no time zone/],
    ['assessment', { ...anAssessment('x', { of: cell('A', 'W') }).content, signers: 0 }, /signers: 0 is too small/],
  ] as const)('is refused, %s: %o', (type, json, sentence) => {
    const { message, remedy } = refusalOf(type, json)
    expect(message).toMatch(sentence)
    expect(remedy).toMatch(/^\p{Lu}.*\.$/u)
  })

  it('never repeats a long text in its answer', () => {
    const { message } = refusalOf('claim', { ...CLAIM, act: 'x'.repeat(10_000) })
    expect(message.length).toBeLessThan(200)
  })
})
