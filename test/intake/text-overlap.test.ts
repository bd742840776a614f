import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedText, keptMarksOf, marksOf, overlapOf, SHINGLE_WORDS } from '../../src/intake/text-overlap.ts'

const between = (one: string, other: string) => overlapOf(comparedText(one), comparedText(other))

const DISPATCH =
  'The movement said on Monday that its fighters had killed fifty men south of the town of Tinzaouaten on Saturday, ' +
  'in an ambush on a column that had left the town two hours before.'

const wordFrom = (letters: string, most: number) =>
  fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: 1, maxLength: most })

/** Many different words, so that runs of five are hardly ever equal by chance. */
const aText = fc.array(wordFrom('abcdefghij', 6), { minLength: 1, maxLength: 120 })
/** Few words, so that they are equal all the time. */
const aRefrain = fc.array(wordFrom('ab', 1), { minLength: 1, maxLength: 60 })
const anyText = fc.oneof(aText, aRefrain).map((words) => words.join(' '))
const inCapitals = aText.map((words) =>
  words
    .join(' ')
    .toUpperCase()
    .replaceAll(/[A-J]/g, (letter) => `X${letter}`),
)

describe('what two texts share', () => {
  it('is all of both for the same words, whatever their case, accents, quotation marks and commas', () => {
    const one = 'L’armée a déclaré : « quatre soldats tués », et 1 200 déplacés à Ti-n-Zaouatène.'
    const other = "L'ARMEE a declare quatre soldats tues et 1,200 deplaces A Ti n Zaouatene"
    expect(between(one, other)).toMatchObject({ ofOne: 1, ofOther: 1, run: { words: 15 } })
  })

  it('is told for a text that holds another: all of the one, a part of the other, and the passage', () => {
    const longer = `Our correspondent writes from Bamako. ${DISPATCH} The army has not spoken of it until now.`
    const { ofOne, ofOther, run } = between(DISPATCH, longer)
    expect(ofOne).toBe(1)
    expect(ofOther).toBeGreaterThan(0.5)
    expect(ofOther).toBeLessThan(1)
    expect(longer.slice(run?.other.start, run?.other.end)).toBe(DISPATCH.slice(0, -1))
  })

  it('is nothing for two texts on the same events in other words', () => {
    expect(between(DISPATCH, 'Fifty fighters were killed near Tinzaouaten on Saturday, according to rebels.')).toEqual({
      ofOne: 0,
      ofOther: 0,
      run: null,
    })
  })

  it('shows the longest passage as each text has it, with the signs that stand in it', () => {
    const one = 'Before it. The army “denies” that four men died there. After it came nothing.'
    const other = 'Nobody knows. THE ARMY DENIES THAT FOUR MEN DIED THERE, he said.'
    const { run } = between(one, other)
    expect(run && one.slice(run.one.start, run.one.end)).toBe('The army “denies” that four men died there')
    expect(run && other.slice(run.other.start, run.other.end)).toBe('THE ARMY DENIES THAT FOUR MEN DIED THERE')
  })

  it('is found in Arabic with and without vowel points, and in a script without spaces', () => {
    expect(between('قُتِلَ أربعةُ جنودٍ في كمينٍ قربَ البلدة', 'قتل أربعة جنود في كمين قرب البلدة').ofOne).toBe(1)
    expect(between('军队说有四名士兵丧生', '军队说有四名士兵丧生。').ofOne).toBe(1)
  })

  it('compares very short texts by as many words as they have, and an empty one with nothing', () => {
    expect(between('ten soldiers died', 'He says that ten soldiers died there.').ofOne).toBe(1)
    expect(between('', DISPATCH)).toEqual({ ofOne: 0, ofOther: 0, run: null })
  })

  it('is one and one for any text and itself, and its run is all of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { ofOne, ofOther, run } = between(text, text)
        expect([ofOne, ofOther]).toEqual([1, 1])
        expect(run?.words).toBe(comparedText(text).words.length)
      }),
    )
  })

  it('is nothing for any two texts without a word in common', () => {
    fc.assert(
      fc.property(aText, inCapitals, (one, other) => {
        expect(between(one.join(' '), other)).toEqual({ ofOne: 0, ofOther: 0, run: null })
      }),
    )
  })

  it('is the same seen from either side', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [there, back] = [between(one, other), between(other, one)]
        expect([there.ofOne, there.ofOther]).toEqual([back.ofOther, back.ofOne])
        expect(there.run === null).toBe(back.run === null)
      }),
    )
  })

  it('shows a run that is one: the same words in a row in both', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 0, max: 60 }), (one, other, cut) => {
        const spliced = `${other} ${one.slice(cut)}`
        const { run } = between(one, spliced)
        if (!run) return
        const inOne = comparedText(one.slice(run.one.start, run.one.end)).words
        expect(inOne).toEqual(comparedText(spliced.slice(run.other.start, run.other.end)).words)
        expect(inOne).toHaveLength(run.words)
      }),
    )
  })

  it('comes to an end with a long text of one word repeated', () => {
    const text = 'no '.repeat(100_000)
    expect(between(text, `${text} yes`).ofOne).toBe(1)
  })
})

describe('the marks by which texts are found', () => {
  it('have one in common where two texts share twelve words in a row', () => {
    const twelve = fc.array(wordFrom('abcdefghij', 6), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(twelve, aText, aText, aText, aText, (shared, before, after, first, last) => {
        const one = [...before, ...shared, ...after].join(' ')
        const other = [...first, ...shared, ...last].join(' ')
        const asked = new Set(marksOf(comparedText(one)))
        expect(keptMarksOf(comparedText(other)).some((mark) => asked.has(mark))).toBe(true)
      }),
    )
  })

  it('are small integers, and about a fifth of a long text', () => {
    const text = comparedText(Array.from({ length: 2_000 }, (_, at) => `word${at}`).join(' '))
    const kept = keptMarksOf(text)
    expect(kept.every((mark) => mark === (mark | 0))).toBe(true)
    expect(marksOf(text)).toHaveLength(2_000 - SHINGLE_WORDS + 1)
    expect(kept.length).toBeGreaterThan(300)
    expect(kept.length).toBeLessThan(600)
  })

  it('are none of an empty text', () => {
    expect(keptMarksOf(comparedText(' … '))).toEqual([])
  })
})
