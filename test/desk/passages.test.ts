import { describe, expect, it } from 'vitest'
import { MORE_ENGLISH_PASSAGES_1 } from './passages/more-passages-en-1.ts'
import { MORE_ENGLISH_PASSAGES_2 } from './passages/more-passages-en-2.ts'
import { MORE_ENGLISH_PASSAGES_3 } from './passages/more-passages-en-3.ts'
import { MORE_ENGLISH_PASSAGES_4 } from './passages/more-passages-en-4.ts'
import { MORE_FRENCH_PASSAGES_1 } from './passages/more-passages-fr-1.ts'
import { MORE_FRENCH_PASSAGES_2 } from './passages/more-passages-fr-2.ts'
import { MORE_FRENCH_PASSAGES_3 } from './passages/more-passages-fr-3.ts'
import { MORE_FRENCH_PASSAGES_4 } from './passages/more-passages-fr-4.ts'
import { ENGLISH_PASSAGES } from './passages/passages-en.ts'
import { FRENCH_PASSAGES } from './passages/passages-fr.ts'
import { type Judged, judge, readPassage } from './passages/judge.ts'

/** A key written by somebody who had not seen the rules: the honest score. */
const MORE_ENGLISH = [
  ...MORE_ENGLISH_PASSAGES_1,
  ...MORE_ENGLISH_PASSAGES_2,
  ...MORE_ENGLISH_PASSAGES_3,
  ...MORE_ENGLISH_PASSAGES_4,
]
const MORE_FRENCH = [
  ...MORE_FRENCH_PASSAGES_1,
  ...MORE_FRENCH_PASSAGES_2,
  ...MORE_FRENCH_PASSAGES_3,
  ...MORE_FRENCH_PASSAGES_4,
]

const LANGUAGES = [
  { language: 'English', passages: ENGLISH_PASSAGES, leastRecall: 0.7 },
  { language: 'French', passages: FRENCH_PASSAGES, leastRecall: 0.65 },
  { language: 'English, annotated apart from the rules', passages: MORE_ENGLISH, leastRecall: 0.7 },
  { language: 'French, annotated apart from the rules', passages: MORE_FRENCH, leastRecall: 0.65 },
] as const

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

/** How often a field of the claims that were found is right. */
const rightness = (found: readonly Judged[], field: 'by' | 'via' | 'stance' | 'who' | 'date' | 'place'): number => {
  const asked = found.filter(({ expected }) => expected?.[field] !== undefined)
  return share(asked.filter(({ wrong }) => !wrong.some((one) => one.startsWith(`${field}:`))).length, asked.length)
}

describe.each(LANGUAGES)('passages on public events in $language', ({ passages, leastRecall }) => {
  const judged = passages.flatMap((passage) =>
    judge(passage, readPassage(passage).claims, (claim) => passage.text.slice(claim.start, claim.end)).map((one) => ({
      ...one,
      passage: passage.name,
    })),
  )
  const required = judged.filter(({ expected }) => expected && !expected.isOptional)
  const suggested = judged.filter(({ claim }) => claim !== null)
  const found = required.filter(({ claim }) => claim !== null)

  it('finds most of what an editor finds', () => {
    expect(share(found.length, required.length)).toBeGreaterThanOrEqual(leastRecall)
  })

  it('suggests little that an editor would not', () => {
    const right = suggested.filter(({ expected }) => expected !== null)
    expect(share(right.length, suggested.length)).toBeGreaterThanOrEqual(0.85)
  })

  it.each([
    ['by', 0.8],
    ['via', 0.8],
    ['stance', 0.85],
    ['who', 0.8],
    ['date', 0.85],
    ['place', 0.8],
  ] as const)('tells %s mostly right', (field, least) => {
    expect(rightness(found, field)).toBeGreaterThanOrEqual(least)
  })
})
