import { describe, expect, it } from 'vitest'
import { ANNOTATED_ENGLISH_1 } from './passages/annotated-en-1.ts'
import { ANNOTATED_ENGLISH_2 } from './passages/annotated-en-2.ts'
import { ANNOTATED_ENGLISH_3 } from './passages/annotated-en-3.ts'
import { ANNOTATED_ENGLISH_4 } from './passages/annotated-en-4.ts'
import { ANNOTATED_FRENCH_1 } from './passages/annotated-fr-1.ts'
import { ANNOTATED_FRENCH_2 } from './passages/annotated-fr-2.ts'
import { ANNOTATED_FRENCH_3 } from './passages/annotated-fr-3.ts'
import { ANNOTATED_FRENCH_4 } from './passages/annotated-fr-4.ts'
import { HELD_OUT_ENGLISH } from './passages/held-out-en.ts'
import { HELD_OUT_FRENCH } from './passages/held-out-fr.ts'
import { type Judged, judge, readPassage } from './passages/judge.ts'
import { ENGLISH_PASSAGES } from './passages/passages-en.ts'
import { FRENCH_PASSAGES } from './passages/passages-fr.ts'

/** First those that the rules grew on; then those whose key was written by somebody who had not seen the rules. */
const ENGLISH = [
  ...ENGLISH_PASSAGES,
  ...ANNOTATED_ENGLISH_1,
  ...ANNOTATED_ENGLISH_2,
  ...ANNOTATED_ENGLISH_3,
  ...ANNOTATED_ENGLISH_4,
  ...HELD_OUT_ENGLISH,
]
const FRENCH = [
  ...FRENCH_PASSAGES,
  ...ANNOTATED_FRENCH_1,
  ...ANNOTATED_FRENCH_2,
  ...ANNOTATED_FRENCH_3,
  ...ANNOTATED_FRENCH_4,
  ...HELD_OUT_FRENCH,
]

const LANGUAGES = [
  { language: 'English', passages: ENGLISH, leastRecall: 0.7 },
  { language: 'French', passages: FRENCH, leastRecall: 0.65 },
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
