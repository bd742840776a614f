import { describe, expect, it } from 'vitest'
import type { ClaimId } from '../../src/ids.ts'
import { askedRange, citingPlugin, uncitedRanges, withAsked } from '../../src/studio/citing/citing-plugin.ts'
import { cite, citedAt, citedWords, uncite } from '../../src/studio/citing/claim-marks.ts'
import { Draft, p } from './editor-drive.ts'

const clm = 'clm_0123456789abcdef' as ClaimId
const other = 'clm_fedcba9876543210' as ClaimId

const writing = (...texts: readonly string[]) => new Draft(texts.map(p), {}, [citingPlugin({ language: 'en' })])
const open = (draft: Draft) => uncitedRanges(draft.state).map(({ words }) => words)
/** Puts a claim behind words, as the panel does. */
function cited(draft: Draft, words: string, claimId = clm): Draft {
  const { from, to } = draft.at(words, 'all').state.selection
  draft.dispatch(cite(draft.state, { from, to }, claimId))
  return draft
}

describe('citing in the text', () => {
  it('marks figures of people until somebody stands behind them, and again when nobody does', () => {
    const draft = writing('At least 20 people were killed on 27 July 2024.', 'The army says that 50 died.')
    expect(open(draft)).toEqual(['At least 20', '50'])
    cited(draft, '50')
    expect(open(draft)).toEqual(['At least 20'])
    const { from, to } = draft.at('50', 'all').state.selection
    draft.dispatch(uncite(draft.state, { from, to }))
    expect(open(draft)).toEqual(['At least 20', '50'])
  })

  it('reads anew what is typed, and what a paragraph takes over from another', () => {
    const draft = writing('The army says that many died.', 'In the town, 12 people were killed.')
    expect(open(draft)).toEqual(['12'])
    draft.at('many', 'all').type('50')
    expect(open(draft)).toEqual(['50', '12'])
    draft.at('12', 'all').type('a few')
    expect(open(draft)).toEqual(['50'])
  })

  it('keeps hold of the words that were asked about while others write before and around them', () => {
    const draft = writing('The army says that 50 died.')
    const { from, to } = draft.at('50', 'all').state.selection
    draft.dispatch(withAsked(draft.state.tr, { from, to }))
    draft.at('The army', 'before').type('On Sunday: ')
    const asked = askedRange(draft.state)
    expect(asked && draft.state.doc.textBetween(asked.from, asked.to)).toBe('50')
    draft.at('50 died', 'all').type('nobody died')
    expect(askedRange(draft.state)).toBeNull()
  })

  it('knows the words of one claim as one run, its own only, and not at their edges', () => {
    const draft = cited(cited(writing('They killed 50 fighters and 20 soldiers.'), '50 fighters'), '20 soldiers', other)
    expect(citedWords(draft.state.doc).map(({ words, claimId }) => [words, claimId])).toEqual([
      ['50 fighters', clm],
      ['20 soldiers', other],
    ])
    expect(citedAt(draft.state, draft.at('50 fig').state.selection.from)?.claimId).toBe(clm)
    expect(citedAt(draft.state, draft.at('50 fighters').state.selection.from)).toBeNull()
  })

  it('lets another claim take the place of the one before, and nothing typed behind it belong to it', () => {
    const draft = cited(cited(writing('They killed 50 fighters.'), '50 fighters'), '50 fighters', other)
    draft.at('fighters').type(', they said')
    expect(citedWords(draft.state.doc).map(({ words, claimId }) => [words, claimId])).toEqual([['50 fighters', other]])
  })
})
