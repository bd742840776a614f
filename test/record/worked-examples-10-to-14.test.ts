import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/record/entry.ts'
import type { RecordSet } from '../../src/record/record-set.ts'
import { resolveRelative } from '../../src/record/relative-date.ts'
import { summariseCell } from '../../src/record/summarise-cell.ts'
import { at } from '../builders.ts'
import {
  type Entries,
  aClaim,
  aDocument,
  aFigure,
  aGroup,
  aRetraction,
  aSet,
  aSource,
  anAppearance,
  anEvent,
  cell,
  idOf,
} from './builders.ts'
import { historyOf, hour, oneOrigin, rangeOf, tinzaouaten } from './tinzaouaten.ts'

describe('10. a retraction', () => {
  const fourteen = aClaim('fourteen', {
    by: 'ministry',
    said: '2024-07-27T10:00Z',
    on: 'E',
    group: 'G',
    figure: 'exact 14',
  })
  const report = (more: { readonly withdrawn?: string; readonly isCaptured?: boolean }): Entry[] => [
    anEvent('E'),
    aGroup('G', { of: 'E' }),
    aSource('ministry'),
    aSource('P'),
    aDocument('P-story', { by: 'P', published: '2024-07-27T10:30Z', isCaptured: more.isCaptured ?? false }),
    fourteen,
    anAppearance('P-says', {
      of: 'fourteen',
      in: 'P-story',
      ...(more.withdrawn && { withdrawn: more.withdrawn }),
    }),
  ]
  const four = { by: 'ministry', said: '2024-07-27T13:00Z', on: 'E', group: 'G', figure: 'exact 4' } as const
  const retracted = aSet(
    report({ withdrawn: '2024-07-27' }),
    aRetraction('back', fourteen, { said: '2024-07-27T13:00Z' }),
    aClaim('four', four),
  )

  it('leaves 14 until one o’clock and 4 after, with 14 in history', () => {
    const before = summariseCell(retracted, cell('E', 'G'), hour('2024-07-27T12:00Z'))
    expect(rangeOf(before)).toBe('14-14')
    const after = summariseCell(retracted, cell('E', 'G'))
    expect(rangeOf(after)).toBe('4-4')
    expect(after.origins).toEqual(oneOrigin)
    expect(historyOf(retracted, cell('E', 'G'), 'fourteen')).toEqual({ kind: 'retracted', by: idOf('claim', 'back') })
  })

  it('that says the new figure itself counts for it', () => {
    const inOne = aRetraction('back', fourteen, { said: '2024-07-27T13:00Z', figure: 'exact 4' })
    expect(rangeOf(summariseCell(aSet(report({}), inOne), cell('E', 'G')))).toBe('4-4')
  })

  it('by the outlet alone leaves no live claim where nothing else holds the words', () => {
    const set = aSet(report({ withdrawn: '2024-07-28' }))
    expect(summariseCell(set, cell('E', 'G'))).toMatchObject({ low: null, high: null, origins: { max: 0 } })
    expect(historyOf(set, cell('E', 'G'), 'fourteen')).toEqual({ kind: 'withdrawn' })
  })

  it('by the outlet alone changes nothing where we hold a capture', () => {
    const summary = summariseCell(aSet(report({ withdrawn: '2024-07-28', isCaptured: true })), cell('E', 'G'))
    expect(rangeOf(summary)).toBe('14-14')
    expect(summary.origins).toMatchObject({ min: 1, max: 1, appearances: 0 })
  })
})

/** An unnamed claimant, as an outlet describes it. */
const met = (name: string, outlet: string, described: string, category: 'security' | 'elected', figure: string) => [
  aSource(name, { described, category }),
  aDocument(`${name}-page`, { by: outlet }),
  aClaim(name, { by: name, on: 'E', group: 'G', figure }),
  anAppearance(name, { of: name, in: `${name}-page`, from: { claim: name } }),
]

describe('11. unnamed officials', () => {
  it('are two or three origins, none named', () => {
    const set = aSet(
      anEvent('E'),
      aGroup('G', { of: 'E' }),
      aSource('AFP'),
      aSource('Reuters'),
      met('officials', 'AFP', 'two security officials', 'security', 'atLeast 15'),
      met('mayor', 'AFP', 'a local elected official', 'elected', 'exact 15'),
      met('military', 'Reuters', 'a military source', 'security', 'exact 17'),
    )
    const summary = summariseCell(set, cell('E', 'G'))
    expect(rangeOf(summary)).toBe('15-17')
    expect(summary.conflict).toBe(true)
    expect(summary.origins).toMatchObject({ named: 0, anonMin: 2, anonMax: 3, min: 2, max: 3 })
  })
})

describe('12. a statement that a machine translated', () => {
  const machine = { lang: 'en', kind: 'machine', by: null, text: 'fifteen', figure: aFigure('exact 15') } as const
  const human = { lang: 'en', kind: 'human', by: 'a monitor', text: 'fifty', figure: aFigure('exact 50') } as const
  const statement = (state: 'open' | 'read'): RecordSet =>
    aSet(
      tinzaouaten,
      aClaim('jnim', {
        by: 'JNIM',
        on: 'A',
        group: 'W',
        figure: state === 'open' ? 'exact 15' : 'exact 50',
        content: {
          figureReadFrom: state === 'open' ? 'machine-translation' : 'original',
          translations: [
            { ...machine, state: state === 'open' ? 'unconfirmed' : 'rejected' },
            { ...human, state: state === 'open' ? 'unconfirmed' : 'confirmed' },
          ],
        },
      }),
    )

  it('has no number while two translations read two', () => {
    const set = statement('open')
    expect(summariseCell(set, cell('A', 'W'))).toMatchObject({ low: null, high: null, unquantified: [] })
    expect(historyOf(set, cell('A', 'W'), 'jnim')).toEqual({ kind: 'provisional', figures: ['15', '50'] })
  })

  it('has one when somebody has read the original, and keeps the machine’s words', () => {
    const set = statement('read')
    const summary = summariseCell(set, cell('A', 'W'))
    expect(rangeOf(summary)).toBe('50-50')
    expect(summary.origins).toEqual(oneOrigin)
    expect(set.claims.get(idOf('claim', 'jnim'))?.content.translations).toHaveLength(2)
  })
})

const published = (publishedAt: string, zone: string) => ({
  publishedAt: at(publishedAt),
  zone,
  language: 'en' as const,
  tense: 'past' as const,
})

describe('13. a date in words', () => {
  it('“on Saturday” is the 27th in Bamako and in Vladivostok', () => {
    expect(resolveRelative('on Saturday', published('2024-07-28T01:30Z', 'Africa/Bamako'))).toBe('2024-07-27')
    expect(resolveRelative('on Saturday', published('2024-07-28T01:30Z', 'Asia/Vladivostok'))).toBe('2024-07-27')
  })

  it('“overnight” is the night from Saturday to Sunday', () => {
    const overnight = resolveRelative('overnight', published('2024-07-28T01:30Z', 'Africa/Bamako'))
    expect(overnight).toBe('2024-07-27/2024-07-28')
  })

  it('“yesterday” depends on where it happened', () => {
    expect(resolveRelative('yesterday', published('2024-07-28T20:30Z', 'Africa/Bamako'))).toBe('2024-07-27')
    expect(resolveRelative('yesterday', published('2024-07-28T20:30Z', 'Asia/Vladivostok'))).toBe('2024-07-28')
  })
})

describe('14. only upper figures', () => {
  const upTo: Entries = [
    anEvent('E'),
    aGroup('G', { of: 'E' }),
    aSource('X'),
    aSource('Y'),
    aClaim('x', { by: 'X', on: 'E', group: 'G', figure: 'atMost 30' }),
  ]

  it('have no lower end', () => {
    expect(summariseCell(aSet(upTo), cell('E', 'G'))).toMatchObject({ low: null, high: 30, open: false })
  })

  it('get one from another origin’s “at least”', () => {
    const set = aSet(upTo, aClaim('y', { by: 'Y', on: 'E', group: 'G', figure: 'atLeast 12' }))
    const summary = summariseCell(set, cell('E', 'G'))
    expect(rangeOf(summary)).toBe('12-30')
    expect(summary.conflict).toBe(false)
  })
})
