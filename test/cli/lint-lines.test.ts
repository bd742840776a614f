import { describe, expect, it } from 'vitest'
import { lintLines, lintSummary } from '../../src/cli/lint-lines.ts'
import type { LintClaim, LintFinding, LintJson } from '../../src/desk/lint-json.ts'

const SOURCE = 'A 🕊 headline\nThe army said on Saturday that 20 rebels were killed near the town of Kidal in the north.'
const CHARACTERS = Array.from(SOURCE)

/** Places count characters, not UTF-16 units. */
function of(words: string) {
  const start = Array.from(SOURCE.slice(0, SOURCE.indexOf(words))).length
  return { start, end: start + Array.from(words).length }
}

const aFinding = (more: Partial<LintFinding> = {}): LintFinding => ({
  ...of('on Saturday'),
  kind: 'date-rots',
  words: 'on Saturday',
  why: 'Tomorrow it means another day.',
  fix: 'Write “on Saturday 27 July 2024”.',
  instead: 'on Saturday 27 July 2024',
  confidence: 0.9,
  rule: 'weekday',
  ...more,
})

const aClaim = (more: Partial<LintClaim> = {}): LintClaim => ({
  ...of('The army said on Saturday that 20 rebels were killed near the town of Kidal in the north.'),
  sentence: 'The army said …',
  claimant: 'The army',
  via: null,
  effect: 'killed',
  who: 'rebels',
  standing: 'combatant',
  figure: { ...of('20 rebels'), text: '20 rebels', min: 20, max: 20, approx: false, vague: null },
  date: '2024-07-27',
  place: 'Kidal',
  stance: 'claims',
  confidence: 0.9,
  rule: 'says',
  ...more,
})

const linted = (json: Partial<LintJson>) => ({
  file: 'story.txt',
  story: null,
  source: CHARACTERS.join(''),
  json: { claims: [], findings: [], responsibilities: [], ...json },
})

const line = (more: Partial<LintClaim>) => lintLines(linted({ claims: [aClaim(more)] })).at(-2)

describe('what a person at the terminal reads', () => {
  it('is where, which words, why, and what to write instead', () => {
    expect(lintLines(linted({ findings: [aFinding()] }))).toEqual([
      'story.txt',
      '',
      '  2:15  date-rots',
      '    The army said on Saturday that 20 rebels were killed near the',
      '                  ~~~~~~~~~~~',
      '    Tomorrow it means another day.',
      '    Write “on Saturday 27 July 2024”.',
      '',
    ])
  })

  it('is each claim with who says it, what, where and when', () => {
    expect(line({})).toBe('  2:32  The army → killed 20 rebels, 2024-07-27, Kidal  claims, 0.90')
    expect(line({ claimant: null, via: 'AFP', who: null, date: null })).toBe(
      '  2:32  the text itself → killed 20, Kidal (via AFP)  claims, 0.90',
    )
  })

  it.each([
    [{ min: 20, max: null }, 'at least 20 rebels'],
    [{ min: null, max: 20 }, 'at most 20 rebels'],
    [{ min: 20, max: 30 }, '20 to 30 rebels'],
    [{ approx: true }, 'about 20 rebels'],
    [{ min: null, max: null, vague: 'dozens', text: 'dozens' }, '“dozens” rebels'],
    [{ min: null, max: null, text: 'the rebels' }, '“the rebels”'],
  ])('gives a figure with its ends: %o', (figure, words) => {
    const claim = aClaim()
    const lines = lintLines(linted({ claims: [{ ...claim, figure: { ...claim.figure, ...figure } }] }))
    expect(lines.at(-2)).toContain(`killed ${words},`)
  })

  it('ends with how much was found', () => {
    const text = linted({ findings: [aFinding()], claims: [aClaim(), aClaim()] })
    expect(lintSummary([text])).toBe('1 finding, 2 suggested claims.')
    expect(lintSummary([text, linted({})])).toBe('1 finding, 2 suggested claims in 2 texts.')
  })
})
