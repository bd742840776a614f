import { describe, expect, it } from 'vitest'
import { readQuestion, tokensOf } from '../../src/record/search-question.ts'
import { marked, type MarkedPiece, snippet } from '../../src/site/search/marked-text.ts'

const sought = (asked: string) => {
  const { words, phrases } = readQuestion(asked)
  return new Set([...words, ...phrases.flatMap((phrase) => phrase.words)].flatMap(({ term }) => tokensOf(term)))
}
const shown = (pieces: readonly MarkedPiece[] | undefined) =>
  pieces?.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')

describe('the words that were looked for', () => {
  it('are marked as they stand in the text, whatever their ending and accents', () => {
    expect(shown(marked('Douze civils tués à Tin-Zaouatène', 'fr', sought('civil tuee zaouatene')))).toBe(
      'Douze [civils tués] à Tin-[Zaouatène]',
    )
    expect(shown(marked('The ceasefire, or cease-fire', 'en', sought('ceasefire')))).toBe(
      'The [ceasefire], or [cease-fire]',
    )
    expect(shown(marked('قال الجيش إن', 'ar', sought('جيش')))).toBe('قال [الجيش] إن')
  })

  it('leave a text whole where none of them stands', () => {
    expect(marked('Nothing here', 'en', sought('mali'))).toEqual([{ text: 'Nothing here', isMarked: false }])
    expect(snippet('Nothing here', 'en', sought('mali'))).toBeUndefined()
    expect(marked('', 'en', sought('mali'))).toEqual([])
  })

  it('are shown where most of them stand together, with what is around them', () => {
    const filler = 'Grain prices rose again in the capital. '.repeat(20)
    const text = `The army spoke.\n\n${filler}Late on Sunday the army sent two drones to Kidal. ${filler}`
    const cut = shown(snippet(text, 'en', sought('army drone kidal'))) ?? ''
    expect(cut).toContain('Late on Sunday the [army] sent two [drones] to [Kidal].')
    expect(cut.startsWith('… ')).toBe(true)
    expect(cut.endsWith(' …')).toBe(true)
    expect(cut.length).toBeLessThan(320)
  })

  it('never lose or add a letter', () => {
    for (const text of ['a-b-c d', '  spaces  ', 'x'.repeat(900), 'Mali Mali-Mali “Mali”', '\u2068مالي\u2069 Mali']) {
      expect(
        marked(text, 'en', sought('mali a b'))
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }
  })
})
