import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestCredit } from '../../bench/desk/best-credit.ts'
import { blameCredit, foundBlame, keyBlame } from '../../bench/desk/blame.ts'
import { isRight } from '../../bench/desk/claim-agreement.ts'
import type { GoldClaim } from '../../bench/desk/gold-story.ts'
import { matchClaims } from '../../bench/desk/match-claims.ts'
import { mucTemplates } from '../../bench/desk/muc-keys.ts'
import { isOfMucTask } from '../../bench/desk/muc-task.ts'
import { mucTexts } from '../../bench/desk/muc-texts.ts'
import { patternVictims } from '../../bench/desk/plain-pattern.ts'
import { isAlike, isSame } from '../../bench/desk/same-words.ts'
import { scoreMuc } from '../../bench/desk/score-muc.ts'
import { scoreStories } from '../../bench/desk/score-stories.ts'
import { ratio } from '../../bench/desk/share.ts'
import { credit, mucCount, SEVERAL } from '../../bench/desk/stated-count.ts'
import { foundVictims, keyVictims } from '../../bench/desk/victims.ts'
import type { LintClaim } from '../../src/desk/lint-json.ts'

const TEXT = 'The army said 20 rebels were killed. Rebels said the army lost 5 men.'

const of = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

const first = { ...of('The army said 20 rebels were killed.'), sentence: 'The army said 20 rebels were killed.' }
const second = { ...of('Rebels said the army lost 5 men.'), sentence: 'Rebels said the army lost 5 men.' }

const exactly = (n: number, text = `${n}`) => ({ ...of(text), text, min: n, max: n, approx: false, vague: null })

const aClaim = (more: Partial<LintClaim> = {}): LintClaim => ({
  ...first,
  claimant: 'The army',
  via: null,
  effect: 'killed',
  who: 'rebels',
  standing: 'combatant',
  figure: exactly(20),
  date: '2024-07-27',
  place: null,
  stance: 'claims',
  confidence: 0.9,
  rule: 'says',
  ...more,
})

const gold = (more: Partial<GoldClaim> = {}): GoldClaim => ({
  id: '1',
  story: '1',
  required: true,
  ...aClaim(),
  ...more,
})

const aStory = (claims: readonly LintClaim[], key: readonly GoldClaim[]) => ({ id: '1', text: TEXT, claims, key })

describe('names are compared', () => {
  it.each([
    ['The Army', 'army', true],
    ['l’Armée malienne', 'armee malienne', true],
    ['Oche', 'James Oche', false],
    [null, null, true],
    [null, 'army', false],
  ])('%o and %o are the same: %s', (one, other, same) => {
    expect(isSame(one, other)).toBe(same)
  })

  it.each([
    ['Oche', 'James Oche', true],
    ['Mali', 'Malian army', false],
    ['', 'army', false],
    [null, 'army', false],
  ])('%o and %o are alike: %s', (one, other, alike) => {
    expect(isAlike(one, other)).toBe(alike)
  })
})

describe('a claim is the same as one of the key', () => {
  it('when sentence, effect and figure are', () => {
    expect(matchClaims([aClaim()], [gold()]).pairs).toHaveLength(1)
    expect(matchClaims([aClaim({ effect: 'injured' })], [gold()]).pairs).toEqual([])
    expect(matchClaims([aClaim({ ...second, figure: exactly(5) })], [gold()]).pairs).toEqual([])
    expect(
      matchClaims([aClaim({ effect: 'injured' })], [gold({ also_accept: { effect: ['injured'] } })]).pairs,
    ).toHaveLength(1)
  })

  it('once only: the one that agrees best', () => {
    const other = aClaim({ claimant: 'Somebody' })
    const { pairs, extra } = matchClaims([other, aClaim()], [gold()])
    expect(pairs.map(({ claim }) => claim.claimant)).toEqual(['The army'])
    expect(extra).toEqual([other])
  })

  it('with each field right or wrong, and what is accepted too', () => {
    const accepting = gold({ also_accept: { claimant: [null, 'officials'] } })
    expect(isRight('claimant', aClaim({ claimant: null }), accepting, 'strict')).toBe(true)
    expect(isRight('claimant', aClaim({ claimant: 'local officials' }), accepting, 'strict')).toBe(false)
    expect(isRight('claimant', aClaim({ claimant: 'local officials' }), accepting, 'lenient')).toBe(true)
    expect(isRight('date', aClaim({ date: null }), gold({ date_scored: false }), 'strict')).toBeUndefined()
    const atLeast = { ...exactly(20), max: null }
    expect(isRight('figure', aClaim({ figure: atLeast }), gold(), 'lenient')).toBe(false)
    expect(isRight('figure', aClaim({ figure: atLeast }), gold({ figure: atLeast }), 'lenient')).toBe(true)
  })
})

describe('stories are scored', () => {
  const lost = gold({ ...second, id: '2', claimant: 'Rebels', who: 'men', figure: exactly(5) })

  it('by what was found of what had to be, and by what was right of what was found', () => {
    const wrong = aClaim({ ...second, claimant: 'The army', effect: 'injured', figure: exactly(5) })
    const score = scoreStories([aStory([aClaim(), wrong], [gold(), lost])])
    expect(score.recall).toEqual({ part: 1, whole: 2 })
    expect(score.precision).toEqual({ part: 1, whole: 2 })
    expect(score.faults.map(({ kind }) => kind)).toEqual(['missed', 'extra'])
  })

  it('and what the key does not insist on costs nothing', () => {
    const optional = gold({ required: false })
    expect(ratio(scoreStories([aStory([], [optional])]).recall)).toBe(1)
    expect(scoreStories([aStory([aClaim()], [optional])])).toMatchObject({
      recall: { part: 0, whole: 0 },
      precision: { part: 1, whole: 1 },
    })
  })

  it('the stances each by itself, then their mean', () => {
    const claims = [aClaim(), aClaim({ ...second, figure: exactly(5), claimant: 'Rebels', stance: 'claims' })]
    const key = [gold(), { ...lost, stance: 'denies' } as const]
    expect(scoreStories([aStory(claims, key)]).stanceMacro).toBe(0.5)
  })

  it('and a claim given to the other side is told', () => {
    const turned = aClaim({ ...second, figure: exactly(5), claimant: 'the army' })
    const { faults } = scoreStories([aStory([aClaim(), turned], [gold(), lost])])
    expect(faults.map(({ kind }) => kind)).toContain('wrong-side')
  })

  it('and so is a figure that the text does not have', () => {
    const invented = aClaim({ figure: { ...exactly(20), text: '200' } })
    expect(scoreStories([aStory([invented], [gold()])]).faults.map(({ kind }) => kind)).toContain('figure-not-in-text')
  })
})

const KEY = `
;;; a comment
0.  MESSAGE: ID                     DEV-MUC3-0001 (NOSC)
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
11. PERP: ORGANIZATION CONFIDENCE   SUSPECTED OR ACCUSED BY AUTHORITIES / POSSIBLE: "A \\"B\\" C" / "ABC"
18. HUM TGT: NAME                   "J. DOE"
21. HUM TGT: NUMBER                 1: "J. DOE"
                                    ~30: "PEASANTS"
                                    10 / 10- / PLURAL: "JUDGES"
                                    5-: "PASSERS-BY"
                                    -15: "PASSERS-BY"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "J. DOE"
                                    ? INJURY / DEATH: "PEASANTS"
                                    NO INJURY OR DEATH: "JUDGES"
                                    DEATH: "PASSERS-BY"
                                    INJURY: "PASSERS-BY"

0.  MESSAGE: ID                     DEV-MUC3-0001 (NOSC)
1.  MESSAGE: TEMPLATE                2 (OPTIONAL)
4.  INCIDENT: TYPE                  KIDNAPPING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
21. HUM TGT: NUMBER                 2: "CLERKS"
23. HUM TGT: EFFECT OF INCIDENT     -

0.  MESSAGE: ID                     DEV-MUC3-0002 (NOSC)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
`

const number = (min: number | null, max: number | null, approx = false) => ({ min, max, approx })

describe('keys of MUC-4', () => {
  const templates = mucTemplates(KEY)

  it('are read template by template; of a message about nothing there is none', () => {
    expect(templates.map(({ document, isOptional }) => [document, isOptional])).toEqual([
      ['DEV-MUC3-0001', false],
      ['DEV-MUC3-0001', true],
    ])
  })

  it('say what happened to how many people, with alternatives, and who had luck is left out', () => {
    expect(templates.slice(0, 1).flatMap(keyVictims)).toEqual([
      { isOptional: false, answers: [{ effect: 'killed', count: number(1, 1) }] },
      {
        isOptional: true,
        answers: [
          { effect: 'injured', count: number(30, 30, true) },
          { effect: 'killed', count: number(30, 30, true) },
        ],
      },
      { isOptional: false, answers: [{ effect: 'killed', count: number(5, null) }] },
      { isOptional: false, answers: [{ effect: 'injured', count: number(null, 15) }] },
    ])
  })

  it('count people who were kidnapped as captured', () => {
    expect(templates.slice(1).flatMap(keyVictims)).toEqual([
      { isOptional: true, answers: [{ effect: 'captured', count: number(2, 2) }] },
    ])
  })

  it('say who is said to have done it, by any of their names', () => {
    expect(keyBlame(templates)).toEqual([
      { isOptional: false, kinds: ['suspected', 'accused', 'stated', 'suspected'], names: ['A "B" C', 'ABC'] },
    ])
  })

  it('have numbers in forms of their own', () => {
    expect(['50', '~30', '30-', '-26', 'PLURAL', '?'].map(mucCount)).toEqual([
      number(50, 50),
      number(30, 30, true),
      number(30, null),
      number(null, 26),
      SEVERAL,
      undefined,
    ])
  })
})

describe('messages of MUC-4', () => {
  it('are cut apart, each with the day of its dateline', () => {
    const file =
      'DEV-MUC3-0001 (NOSC)\n\n   BOGOTA, 9 JAN 90 (EFE) -- [TEXT] ONE.\n\nDEV-MUC3-0002 (NOSC)\n\n   LIMA, NO DATE -- [TEXT] TWO.\n'
    expect(mucTexts(file)).toEqual([
      { id: 'DEV-MUC3-0001', text: 'BOGOTA, 9 JAN 90 (EFE) -- [TEXT] ONE.', sentOn: '1990-01-09' },
      { id: 'DEV-MUC3-0002', text: 'LIMA, NO DATE -- [TEXT] TWO.', sentOn: null },
    ])
  })
})

const key = (answers: readonly number[], isOptional = false) => ({ answers, isOptional })
const half = ({ answers }: { readonly answers: readonly number[] }, found: number) =>
  answers.includes(found) ? 1 : answers.includes(found + 1) ? 0.5 : 0

describe('credit', () => {
  it.each([
    [number(20, 20), number(20, 20), 1],
    [SEVERAL, SEVERAL, 1],
    [number(20, 20), number(20, null), 0.5],
    [number(20, 20, true), number(20, 20), 0.5],
    [number(20, 30), number(20, 25), 0.5],
    [number(20, 20), number(21, 21), 0],
    [number(20, null), SEVERAL, 0],
    [number(20, 20, true), number(20, null), 0],
  ])('of %o for %o is %d', (one, other, expected) => {
    expect(credit(one, other)).toBe(expected)
  })

  it('of several together is the most that pairs can have, one to one', () => {
    expect(bestCredit([key([2]), key([2, 3])], [2, 3], half)).toEqual({ credit: 2, wanted: 2, found: 2, worth: [1, 1] })
    expect(bestCredit([key([1]), key([5], true)], [1], half)).toEqual({ credit: 1, wanted: 1, found: 1, worth: [1] })
    expect(bestCredit([key([1], true), key([1])], [1], half)).toEqual({ credit: 1, wanted: 1, found: 1, worth: [1] })
    expect(bestCredit([key([5], true)], [5, 7], half)).toEqual({ credit: 1, wanted: 1, found: 2, worth: [1, 0] })
    expect(bestCredit([], [], half)).toEqual({ credit: 0, wanted: 0, found: 0, worth: [] })
  })

  it('is never less than pairing them in order, nor more than there is of either', () => {
    const halves = fc.constantFrom(0, 0.5, 1)
    fc.assert(
      fc.property(fc.array(fc.array(halves, { minLength: 4, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const key = rows.map((row) => ({ row, isOptional: false }))
        const found = [0, 1, 2, 3]
        const best = bestCredit(key, found, ({ row }, at) => row[at] ?? 0).credit
        const inOrder = rows.slice(0, 4).reduce((sum, row, at) => sum + (row[at] ?? 0), 0)
        const backward = rows.slice(0, 4).reduce((sum, row, at) => sum + (row[3 - at] ?? 0), 0)
        expect(best).toBeGreaterThanOrEqual(Math.max(inOrder, backward))
        expect(best).toBeLessThanOrEqual(Math.min(rows.length, 4))
      }),
    )
  })

  it('for who did it asks for the way it is said, and half for part of a name', () => {
    const key = { isOptional: false, kinds: ['accused', 'suspected'], names: ['SHINING PATH', 'SL'] } as const
    expect(blameCredit(key, { kind: 'accused', name: 'the Shining Path' })).toBe(1)
    expect(blameCredit(key, { kind: 'accused', name: 'Shining Path guerrillas' })).toBe(0.5)
    expect(blameCredit(key, { kind: 'claimed', name: 'Shining Path' })).toBe(0)
  })
})

/** How many groups of people the same number told of with these words is taken for. */
const told = (n: number, ...who: string[]): number =>
  foundVictims(who.map((words) => aClaim({ who: words, figure: exactly(n) }))).length

describe('what was found in a message', () => {
  it('counts once, however often it is told; what is denied does not count', () => {
    const found = foundVictims([
      aClaim({ who: '20 rebels' }),
      aClaim({ who: 'the rebels' }),
      aClaim({ who: null }),
      aClaim({ who: 'civilians' }),
      aClaim({ effect: 'injured' }),
      aClaim({ figure: exactly(5), stance: 'denies' }),
    ])
    expect(found.map(({ effect }) => effect)).toEqual(['killed', 'killed', 'injured'])
  })

  it('is one where the same number may be the same people, and two where it may not', () => {
    expect(told(20, 'Jesuits', 'Jesuit priests', 'people')).toBe(1)
    expect(told(20, 'soldiers', 'nurses')).toBe(2)
    expect(told(1, 'Senator Jane Roe', 'the candidate Jane Roe', 'Roe')).toBe(1)
    expect(told(1, 'nurse', 'driver')).toBe(2)
  })

  it.each<[string, Partial<LintClaim>, boolean]>([
    [
      'a murdered teacher',
      { who: 'teacher', standing: 'civilian', figure: exactly(1), sentence: 'A teacher was murdered.' },
      true,
    ],
    ['fallen rebels', { sentence: 'The army said 20 rebels were killed.' }, false],
    ['a murdered colonel', { who: 'Colonel', figure: exactly(1), sentence: 'A colonel was assassinated.' }, true],
    ['people nobody names in a clash', { who: null, standing: 'unknown', sentence: 'Clashes left 20 dead.' }, false],
    [
      'peasants in a clash',
      { who: 'peasants', standing: 'civilian', sentence: 'Clashes left 20 peasants dead.' },
      true,
    ],
    [
      'a total of ten years',
      { who: 'people', standing: 'unknown', sentence: 'In ten years, 20 people were killed.' },
      false,
    ],
    [
      'a total of this year',
      { who: 'people', standing: 'unknown', sentence: 'So far this year 20 people were killed.' },
      false,
    ],
    ['a date of many months', { standing: 'civilian', date: '2024-01-01/2024-07-27' }, false],
    ['a whole year', { standing: 'civilian', date: '2024' }, false],
    ['a week', { standing: 'civilian', date: '2024-07-20/2024-07-27' }, true],
    [
      'what happened long ago',
      { standing: 'civilian', figure: exactly(1), sentence: 'A bishop was killed in 1980.' },
      false,
    ],
    ['an arrest', { effect: 'captured', standing: 'unknown', sentence: 'Police captured 20 members.' }, false],
    ['a kidnapping', { effect: 'captured', standing: 'unknown', sentence: 'They kidnapped 20 people.' }, true],
    ['the missing', { effect: 'missing', standing: 'civilian' }, false],
  ])('counts %s as MUC-4 defines its task', (_, more, expected) => {
    expect(isOfMucTask(aClaim(more))).toBe(expected)
  })

  it('is blamed on each once', () => {
    const told = { ...first, claimant: null, via: null, confidence: 1, rule: 'r', kind: 'accused' } as const
    expect(
      foundBlame([
        { ...told, organisation: 'the FMLN' },
        { ...told, organisation: 'FMLN' },
      ]),
    ).toEqual([{ kind: 'accused', name: 'FMLN' }])
  })

  it('is credited over all messages that have a template', () => {
    const read = { claims: [aClaim({ figure: exactly(1) }), aClaim()], findings: [], responsibilities: [] }
    const message = { id: '1', text: '', templates: mucTemplates(KEY).slice(0, 1), read }
    const { victims, messages } = scoreMuc([message, { ...message, templates: [] }])
    expect(messages).toBe(1)
    expect(victims).toMatchObject({ credit: 1, wanted: 3, found: 2, precision: 0.5 })
    expect(victims.f1).toBeCloseTo(0.4)
  })
})

describe('a plain pattern', () => {
  it('finds a number before what happened, and behind it', () => {
    expect(patternVictims('Twelve people were killed. They wounded 1,200.')).toEqual([
      { effect: 'killed', count: number(12, 12) },
      { effect: 'injured', count: number(1200, 1200) },
    ])
  })
})
