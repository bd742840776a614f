import { describe, expect, it } from 'vitest'
import type { KnownName } from '../../src/desk/desk-text.ts'
import type { NamedInText, SuggestedClaim } from '../../src/desk/reading.ts'
import type { Instant } from '../../src/time.ts'
import { type CiteFields, citationOf, fieldsFor, problemsIn } from '../../src/studio/citing/cite-fields.ts'
import { suggestedFields } from '../../src/studio/citing/suggested-fields.ts'

const SENTENCE = 'The front said, according to the agency, that at least 20 soldiers had died.'

const named = (text: string, entryId: string | null = null): NamedInText => ({
  text,
  entryId,
  span: { start: 0, end: text.length },
  carried: null,
})

const aClaim = (over: Partial<SuggestedClaim> = {}): SuggestedClaim => ({
  key: 'aaaaaaaa',
  claimant: named('The front', 'act_front'),
  via: named('the agency'),
  act: 'assert',
  stance: 'claims',
  measure: 'killed',
  who: named('soldiers'),
  standing: 'combatant',
  figure: {
    start: 46,
    end: 67,
    words: 'at least 20 soldiers',
    quantity: { kind: 'atLeast', n: 20, verbatim: 'at least 20 soldiers', lang: 'en' },
  },
  date: null,
  place: null,
  hedge: null,
  confidence: 0.9,
  rule: 'said-by-verb',
  start: 0,
  end: SENTENCE.length,
  ...over,
})

const name = (entryId: string, kind: KnownName['kind'], called: string, ...aliases: string[]): KnownName => ({
  entryId,
  kind,
  name: called,
  aliases,
  actorKind: null,
  zone: null,
})

const NAMES = [
  name('act_front', 'actor', 'Popular Front', 'the front'),
  name('src_front', 'source', 'Popular Front', 'PF'),
  name('src_radio', 'source', 'The Radio'),
]

const ground = { language: 'en', zone: 'Africa/Bamako', now: '2026-03-04T10:00:00.000Z' as Instant }

const filled = (claim: SuggestedClaim, before: Partial<CiteFields> = {}) => {
  const first = { ...fieldsFor('sty_none', { words: 'at least 20', around: SENTENCE }, 'en'), ...before }
  return { ...first, ...suggestedFields({ claim, sentence: SENTENCE }, { names: NAMES, ground, before: first }) }
}

describe('a form filled from a suggested claim', () => {
  it('takes the source that speaks for the actor named, and the words of the sentence', () => {
    const fields = filled(aClaim())
    expect(fields.claimant).toEqual({ id: 'src_front', label: 'Popular Front' })
    expect(fields.figure).toBe('at least 20 soldiers')
    expect(fields.wording).toBe(SENTENCE)
    expect(fields.people).toBe('soldiers')
  })

  it('offers names that the record has not, and chooses nobody for them', () => {
    const fields = filled(aClaim({ claimant: named('A new front'), via: named('A new agency') }))
    expect([fields.claimant, fields.via]).toEqual([null, []])
    expect(fields.offered).toEqual({ claimant: 'A new front', via: 'A new agency' })
  })

  it('leaves who says so empty where the text names nobody, whoever spoke before', () => {
    const before = { claimant: { id: 'src_front', label: 'Popular Front' } }
    expect(filled(aClaim({ claimant: null }), before).claimant).toBeNull()
  })

  it('keeps when and where it was said from the claim before only where the same claimant speaks', () => {
    const document = { id: 'doc_1', label: 'Statement' }
    const before = { claimant: { id: 'src_front', label: 'Popular Front' }, said: '3 March 2026', document }
    expect(filled(aClaim(), before)).toMatchObject({ said: '3 March 2026', document })
    expect(filled(aClaim({ claimant: named('The Radio', 'src_radio') }), before)).toMatchObject({
      said: 'on or before 4 March 2026',
      document: null,
    })
  })

  it('gives a statement without a day the day of writing as its latest', () => {
    const { claim } = citationOf(filled(aClaim()), ground)
    expect(claim).toMatchObject({ saidAt: { edtf: '/2026-03-04' } })
  })

  it('wants from a person what no text tells: which event, and whom it is about there', () => {
    expect(problemsIn(filled(aClaim({ via: null })), ground)).toEqual({ event: 'needed', group: 'needed' })
    const noNumber = aClaim({ via: null, figure: { start: 0, end: 8, words: 'soldiers', quantity: null } })
    expect(problemsIn(filled(noNumber), ground)).toMatchObject({ figure: 'needed' })
  })
})
