import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryDocument } from '../../src/story/document.ts'
import type { VersionText } from '../../src/story/public-version.ts'
import { type DiffPart, diffWords, isSame } from '../../src/story/word-diff.ts'
import { commonPairs } from '../../src/story/word-diff-common.ts'
import { type Line, linesOf } from '../../src/story/word-diff-lines.ts'
import { type ChangedLine, diffLines, diffStory, isUnchanged } from '../../src/story/word-diff-story.ts'
import { aBody, aParagraph } from '../builders.ts'
import { FULL_BODY } from '../site/paper.ts'

const marked = (parts: readonly DiffPart[]): string =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`)).join('')

const side = (parts: readonly DiffPart[], left: 'added' | 'removed'): string =>
  parts.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')

const unspaced = (text: string): string => text.replaceAll(/\s+/g, '')

const words = fc
  .array(fc.constantFrom('four', 'six', 'people', 'died,', '1,200', 'قُتل', 'أربعة', 'à', 'Goma.'), { maxLength: 25 })
  .map((list) => list.join(' '))

describe('what changed between two texts', () => {
  it.each([
    ['Four people died.', 'Six people died.', '[-Four-]{+Six+} people died.'],
    ['They fled 1,200 homes', 'They fled 1,250 homes', 'They fled[- 1,200-]{+ 1,250+} homes'],
    ['The army says so.', 'The army says so, and adds more.', 'The army says[- so.-]{+ so, and adds more.+}'],
    ['قُتل أربعة أشخاص', 'قُتل ستة أشخاص', 'قُتل[- أربعة-]{+ ستة+} أشخاص'],
    ['死者四人', '死者六人', '死者[-四-]{+六+}人'],
    ['', 'New words', '{+New words+}'],
    ['Old words', '', '[-Old words-]'],
  ])('is marked word by word: %s → %s', (before, after, expected) => {
    expect(marked(diffWords(before, after))).toBe(expected)
  })

  it('gives back both texts', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffWords(before, after)
        expect(side(parts, 'removed').trim()).toBe(after)
        expect(side(parts, 'added').trim()).toBe(before)
      }),
    )
  })

  it('gives back both texts in any script, white space aside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const parts = diffWords(before, after)
        expect(unspaced(side(parts, 'removed'))).toBe(unspaced(after))
        expect(unspaced(side(parts, 'added'))).toBe(unspaced(before))
      }),
    )
  })

  it('is nothing where the words are the same, however they are spaced', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(isSame(diffWords(text, ` ${text.replaceAll(' ', '  \n')} `))).toBe(true)
      }),
    )
  })

  it('is found among a hundred thousand words without comparing each with each', () => {
    const before = Array.from({ length: 100_000 }, (_, number) => `w${number % 9_973}-${number % 97}`)
    const after = before.map((word, number) => (number % 1_000 === 7 ? 'other' : word))
    expect(commonPairs(before, after)).toHaveLength(99_900)
    // Nothing in common, nothing that occurs once: given up at once.
    expect(
      commonPairs(
        before.map(() => 'a'),
        before.map(() => 'b'),
      ),
    ).toEqual([])
  })

  it('keeps what is common in order, each once', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const pairs = commonPairs(before, after)
        pairs.forEach(([left, right], index) => {
          expect(before[left]).toBe(after[right])
          const [lastLeft, lastRight] = pairs[index - 1] ?? [-1, -1]
          expect(left > lastLeft && right > lastRight).toBe(true)
        })
      }),
    )
  })
})

const text = (more: Partial<VersionText> = {}): VersionText => ({
  kicker: null,
  headline: 'Two tolls for one shelling',
  standfirst: 'The army and the movement do not agree.',
  body: aBody(aParagraph('Four people died.'), aParagraph('The army denies it.')),
  ...more,
})

const shown = (lines: readonly ChangedLine[]): string[] => lines.map(({ parts }) => marked(parts))

const paragraphs = (...texts: readonly string[]): Line[] => texts.map((words) => ({ role: 'paragraph', text: words }))

describe('what changed between two versions of a story', () => {
  it('is nothing between a version and itself', () => {
    expect(isUnchanged(diffStory(text({ body: FULL_BODY }), text({ body: FULL_BODY })))).toBe(true)
  })

  it('tells headline and standfirst apart from the body', () => {
    const diff = diffStory(text(), text({ headline: 'Three tolls for one shelling', kicker: 'Mali' }))
    expect(marked(diff.headline ?? [])).toBe('[-Two-]{+Three+} tolls for one shelling')
    expect(marked(diff.kicker ?? [])).toBe('{+Mali+}')
    expect(diff.standfirst).toBeNull()
    expect(diff.body.every(({ parts }) => isSame(parts))).toBe(true)
  })

  it('finds the paragraph that was rewritten between others that came and went', () => {
    const before = paragraphs(
      'It began on Friday.',
      'Four people died in the market, the army says.',
      'Nobody knows why.',
    )
    const after = paragraphs(
      'A new beginning altogether, written later.',
      'Six people died in the market, the army says.',
    )
    expect(shown(diffLines(before, after))).toEqual([
      '[-It began on Friday.-]',
      '{+A new beginning altogether, written later.+}',
      '[-Four-]{+Six+} people died in the market, the army says.',
      '[-Nobody knows why.-]',
    ])
  })

  it('shows a paragraph that moved where it went and where it came', () => {
    const [one, two, three] = ['First of all this.', 'Second comes another thing.', 'Third and last.']
    const lines = diffLines(paragraphs(one, two, three), paragraphs(two, three, one))
    expect(shown(lines)).toEqual([`[-${one}-]`, two, three, `{+${one}+}`])
  })

  it('sees a figure of a chart, a cell of a table and a caption, and not where a link leads', () => {
    const json = JSON.stringify(FULL_BODY)
    const changed = JSON.parse(
      json.replace('at least 20', 'at least 25').replace('two soldiers dead', 'three soldiers dead'),
    ) as StoryDocument
    const lines = diffLines(linesOf(FULL_BODY), linesOf(changed)).filter(({ parts }) => !isSame(parts))
    expect(shown(lines)).toEqual([
      'Russian military bloggers: at least[- 20-]{+ 25+}',
      '25 July | clashes in the town | clashes,[- two-]{+ three+} soldiers dead | heavy fighting, a sandstorm',
    ])
    const linked = JSON.parse(json.replaceAll('siteintelgroup', 'example')) as StoryDocument
    expect(isUnchanged(diffStory(text({ body: FULL_BODY }), text({ body: linked })))).toBe(true)
  })

  it('gives back the lines of both', () => {
    const roles = fc.constantFrom('paragraph' as const, 'heading' as const, 'item' as const)
    const line = fc.record({ role: roles, text: words.filter((some) => some !== '') })
    const list = fc.array(line, { maxLength: 8 })
    fc.assert(
      fc.property(list, list, (before, after) => {
        const lines = diffLines(before, after)
        const without = (kind: 'added' | 'removed') =>
          lines.map(({ parts }) => side(parts, kind).trim()).filter((some) => some !== '')
        expect(without('removed')).toEqual(after.map((some) => some.text))
        expect(without('added')).toEqual(before.map((some) => some.text))
      }),
    )
  })
})
