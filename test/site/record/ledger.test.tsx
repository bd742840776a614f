import { describe, expect, it } from 'vitest'
import { LedgerBox } from '../../../src/site/record/ledger.tsx'
import type { PageContext } from '../../../src/site/props.ts'
import { markup } from '../../../src/site/markup.ts'
import type { LedgerCell } from '../../../src/record/ledger.ts'
import type { RecordSet } from '../../../src/record/record-set.ts'
import type { Entries } from '../../record/builders.ts'
import { aClaim, aDenial, aGroup, anAppearance, aRetraction, aSource, idOf } from '../../record/builders.ts'
import { aContext, instant } from '../paper.ts'
import { all, byClass, byTag, parse, wordsOf } from '../parse.ts'
import { AMBUSH, BATTLE, battleLedger, CSP_M, CSP_M_47, tinzaouaten } from './tinzaouaten.ts'

interface BoxMore {
  readonly context?: PageContext
  readonly eventId?: typeof BATTLE
  readonly takenIds?: readonly string[]
  readonly cells?: readonly LedgerCell[]
}

const box = (set: RecordSet, { context = aContext(), eventId = BATTLE, ...more }: BoxMore = {}) => {
  const props = { context, set, ledger: battleLedger(set, eventId), asOf: instant('2024-07-30T09:00:00.000Z') }
  return parse(markup(<LedgerBox {...props} headingLevel={2} {...more} />))
}

type Parsed = ReturnType<typeof parse>

const plain = (words: string): string => words.replaceAll(/[\u00a0\u202f]/g, ' ')
const rowOf = (root: Parsed, name: string) => all(root, ({ attribs }) => attribs['id'] === idOf('claim', name))[0]
const saying = (root: Parsed, name: string): string => {
  const row = rowOf(root, name)
  return row ? plain(wordsOf(byClass(row, 'say')[0])) : ''
}
const wayOf = (root: Parsed, name: string): string => {
  const row = rowOf(root, name)
  return row ? plain(wordsOf(byClass(row, 'way')[0])) : ''
}
const cellOf = (root: Parsed, title: string) =>
  byClass(root, 'cell').find((cell) => plain(wordsOf(byTag(cell, 'h3')[0])).startsWith(title))
const sumOf = (root: Parsed, title: string): string => {
  const cell = cellOf(root, title)
  return cell ? plain(wordsOf(byClass(cell, 'sum')[0])) : ''
}

describe('the box “who says what”', () => {
  const root = box(tinzaouaten())

  it('has rows that read as sentences', () => {
    expect(saying(root, 'jnim-w')).toBe('JNIM claims 50')
    expect(saying(root, 'bloggers-w')).toBe('Russian military bloggers report at least 20')
    expect(saying(root, 'wagner-w')).toBe('Wagner admits “significant losses”')
    expect(saying(root, 'government')).toBe('Mali’s government denies that Wagner took part as fighters')
  })

  it('says by which way each came to us, when it was said and to whom it leans', () => {
    expect(wayOf(root, 'jnim-w')).toContain('its statement → SITE Intelligence Group')
    expect(wayOf(root, 'jnim-w')).toContain('carried by 10 outlets')
    expect(wayOf(root, 'jnim-w')).toContain('28 July 2024')
    expect(wayOf(root, 'bloggers-w')).toContain('28 to 29 July 2024 · sympathetic to Wagner')
    expect(wayOf(root, 'wagner-w')).toContain('names 1 of the dead')
  })

  it('keeps a claim on a part out of the heading number, and says that it speaks of a part', () => {
    const cell = cellOf(root, 'Wagner fighters killed')
    expect(cell && wordsOf(byTag(cell, 'h3')[0])).toBe('Wagner fighters killed: at least 20')
    expect(wayOf(root, 'jnim-w')).toContain('only: Ambush of 27 July')
    expect(sumOf(root, 'Wagner fighters killed')).toContain('For a part alone (Ambush of 27 July): JNIM, 50.')
    const row = rowOf(root, 'jnim-w')
    expect(row && byTag(row, 'svg')[0]?.attribs['class']).toBe('mk part')
  })

  it('says under the heading what is not known', () => {
    expect(sumOf(root, 'Wagner fighters killed')).toContain('Losses admitted without a number: Wagner.')
    expect(sumOf(root, 'Wagner fighters killed')).toContain('Disputed by Mali’s government.')
    expect(sumOf(root, 'Malian soldiers killed')).toContain('Without a number: CSP-PSD.')
    expect(sumOf(root, 'Malian soldiers killed')).toContain('No count by an outsider is on record.')
    expect(wordsOf(byClass(root, 'when')[0])).toContain('We have verified none of these figures.')
  })

  it('gives a denial a line of its own, with a mark of its own and without a number', () => {
    const row = rowOf(root, 'government')
    expect(row && byTag(row, 'svg')[0]?.attribs['class']).toBe('mk no')
    const cell = cellOf(root, 'Whether Wagner took part')
    expect(cell && plain(wordsOf(byTag(cell, 'h3')[0]))).toBe('Whether Wagner took part as fighters: denied')
  })

  it('prints no sum and no number behind a vague word', () => {
    const words = wordsOf(byClass(root, 'ledger')[0])
    expect(words).not.toMatch(/\b(?:60|70|80|12)\b/)
    expect(words).toContain('“dozens”')
  })

  it('counts origins, not outlets', () => {
    const ambush = box(tinzaouaten(), { eventId: AMBUSH })
    expect(sumOf(ambush, 'Wagner fighters killed')).toContain('1 origin, carried by 10 outlets.')
  })

  it('leads to the claim, its source, the event, the codebook and the file', () => {
    const hrefs = byTag(root, 'a').map(({ attribs }) => attribs['href'])
    expect(hrefs).toEqual(
      expect.arrayContaining([
        `/record/claim/${idOf('claim', 'jnim-w')}`,
        '/record/source/jnim',
        '/record/source/site-intelligence-group',
        '/record/battle',
        '/how-we-count',
        `/data/cells.csv?event=${BATTLE}`,
        '/record/battle#changes',
      ]),
    )
  })

  it('explains the marks it uses and no others', () => {
    const words = wordsOf(byClass(root, 'legend')[0])
    expect(words).toContain('about an enemy')
    expect(words).not.toContain('standing not known')
  })

  it('has no style attribute, no script and no empty list', () => {
    expect(all(root, ({ attribs }) => 'style' in attribs)).toEqual([])
    expect(byTag(root, 'script')).toEqual([])
    expect(byTag(root, 'ul').filter((list) => byTag(list, 'li').length === 0)).toEqual([])
  })
})

describe('rows of a box', () => {
  it('carry the claim’s id, unless a box above has it', () => {
    const once = box(tinzaouaten(), { takenIds: [idOf('claim', 'jnim-w')] })
    expect(rowOf(once, 'jnim-w')).toBeUndefined()
    expect(rowOf(once, 'bloggers-w')).toBeDefined()
    expect(wordsOf(byClass(once, 'ledger')[0])).toContain('JNIM claims 50')
  })

  it('put what was revised or retracted away as history, which stays readable', () => {
    const set = tinzaouaten(CSP_M_47, aRetraction('none-left', CSP_M_47, { said: '2024-08-05' }))
    const [details] = byTag(box(set), 'details')
    expect(details && wordsOf(details)).toMatch(/not counted.*“dozens”.*revised 2 August 2024/)
    expect(details && wordsOf(details)).toMatch(/47.*retracted 5 August 2024/)
  })

  it('never say that somebody admits nought', () => {
    const none = aClaim('army-none', { by: 'Malian army', act: 'assert', on: 'battle', group: 'm', figure: 'none' })
    expect(saying(box(tinzaouaten(none)), 'army-none')).toBe('Malian army says of its own losses: none')
  })

  it('quote whose figure is denied, and invent none', () => {
    const denial = aDenial('army', {
      by: 'Malian army',
      on: 'ambush',
      group: 'm',
      denies: 'jnim-m',
    })
    const root = box(tinzaouaten(denial), { eventId: AMBUSH })
    expect(saying(root, 'army')).toBe('Malian army denies the figure of JNIM: 10')
  })

  it('give several unnamed people a plural, and one a singular', () => {
    const set = tinzaouaten(
      aSource('two', { described: 'two security officials' }),
      aSource('one', { described: 'a military source' }),
      aClaim('two-say', { by: 'two', on: 'battle', group: 'w', figure: 'exact 15' }),
      aClaim('one-says', { by: 'one', on: 'battle', group: 'w', figure: 'exact 17' }),
    )
    expect(saying(box(set), 'two-say')).toBe('“two security officials” report 15')
    expect(saying(box(set), 'one-says')).toBe('“a military source” reports 17')
  })

  it('keep a figure that a machine translated out of the number, and say so', () => {
    const machine = aClaim('machine', {
      by: 'CSP-PSD',
      on: 'battle',
      group: 'w',
      figure: 'exact 15',
      content: { figureReadFrom: 'machine-translation' },
    })
    const root = box(tinzaouaten(machine))
    expect(wayOf(root, 'machine')).toContain('not counted')
    expect(sumOf(root, 'Wagner fighters killed')).not.toContain('15')
  })

  it('escape what a claimant calls itself', () => {
    const set = tinzaouaten(
      aSource('evil', { content: { names: [{ text: '<b>x</b>', lang: 'en', script: null, kind: 'official' }] } }),
      aClaim('evil', { by: 'evil', on: 'battle', group: 'w', figure: 'exact 3' }),
    )
    expect(saying(box(set), 'evil')).toBe('<b>x</b> reports 3')
  })

  it('mark words quoted in another language', () => {
    const root = box(tinzaouaten(), { context: aContext({ language: 'fr' }) })
    const row = rowOf(root, 'wagner-w')
    expect(row && byTag(row, 'a').find((link) => link.parent === byTag(row, 'strong')[0])?.attribs['lang']).toBe('en')
    expect(saying(root, 'wagner-w')).toBe('Wagner reconnaît « significant losses »')
  })
})

const ONE_STATEMENT = [
  aClaim('one-w', { by: 'JNIM', said: '2024-07-30', on: 'ambush', group: 'w', figure: 'exact 51' }),
  aClaim('one-m', {
    by: 'JNIM',
    said: '2024-07-30',
    on: 'ambush',
    group: 'm',
    figure: 'exact 11',
    sameStatementAs: 'one-w',
  }),
]

describe('what is added up', () => {
  it('is what one statement says of two groups of its enemies, and it is marked as ours', () => {
    const words = plain(wordsOf(byClass(box(tinzaouaten(...ONE_STATEMENT), { eventId: AMBUSH }), 'derived')[0]))
    expect(words).toBe(
      'In one statement JNIM gives 51 (Wagner fighters) and 11 (Malian soldiers): 62 together. We added these up, and nothing else.',
    )
  })

  it('is never somebody’s own dead and those of his enemy', () => {
    const own = aClaim('jnim-own', {
      by: 'JNIM',
      said: '2024-07-30',
      on: 'ambush',
      group: 'j',
      figure: 'exact 3',
      sameStatementAs: 'one-w',
    })
    const set = tinzaouaten(aGroup('j', { of: 'ambush', affiliation: 'JNIM' }), ...ONE_STATEMENT, own)
    expect(battleLedger(set, AMBUSH).sums.map(({ low }) => low)).toEqual([62])
    expect(plain(wordsOf(byClass(box(set, { eventId: AMBUSH }), 'derived')[0]))).not.toContain('65')
  })
})

/** The heading of the soldiers killed in the ambush, with whatever else was claimed. */
const soldiersHeading = (...more: Entries) => {
  const cell = cellOf(box(tinzaouaten(...more), { eventId: AMBUSH }), 'Malian soldiers killed')
  return cell && wordsOf(byTag(cell, 'h3')[0])
}

describe('words of a row', () => {
  it('of who takes a figure back say which, and claim no number', () => {
    const back = aRetraction('back', CSP_M_47, { said: '2024-08-05' })
    const words = plain(wordsOf(byClass(box(tinzaouaten(CSP_M_47, back)), 'ledger')[0]))
    expect(words).toContain('CSP-PSD takes back 47')
    expect(words).not.toContain('claims no number')
  })

  it('of a repeat begin with whoever said it first, not with the repeater’s own statement', () => {
    const repeat = aClaim('repeat', {
      by: 'Russian military bloggers',
      on: 'ambush',
      group: 'm',
      figure: 'exact 10',
      derivedFrom: ['jnim-m'],
    })
    const there = anAppearance('there', { of: 'repeat', in: 'Dispatch 0', from: { claim: 'repeat' } })
    const root = box(tinzaouaten(repeat, there), { eventId: AMBUSH })
    expect(wayOf(root, 'repeat')).toMatch(/^after JNIM/)
    expect(wayOf(root, 'repeat')).not.toContain('their words')
  })

  it('keep “more than” in the number over them, unless somebody states that number itself', () => {
    const more = aClaim('more', { by: 'CSP-PSD', on: 'ambush', group: 'm', figure: 'moreThan 30' })
    const least = aClaim('least', { by: 'Malian army', on: 'ambush', group: 'm', figure: 'atLeast 30' })
    expect(soldiersHeading(more)).toBe('Malian soldiers killed: 10 to more than 30')
    expect(soldiersHeading(more, least)).toBe('Malian soldiers killed: 10 to 30 or more')
  })
})

describe('a box in a story', () => {
  it('shows the first figures and leads to the others', () => {
    const set = tinzaouaten()
    const root = box(set, { cells: battleLedger(set).cells.slice(0, 1) })
    expect(byClass(root, 'cell')).toHaveLength(2)
    expect(wordsOf(byClass(root, 'foot')[0])).toContain('1 more figure of this event in the dossier')
  })

  it('speaks French with its elisions', () => {
    const root = box(tinzaouaten(CSP_M), { context: aContext({ language: 'fr' }) })
    expect(saying(root, 'jnim-w')).toBe('JNIM avance 50')
    expect(plain(wordsOf(byClass(root, 'ledger')[0]))).toContain('La participation de Wagner')
  })

  it('joins French articles with what stands before them, and writes them small within a sentence', () => {
    const set = tinzaouaten(
      aSource('ministre', {
        content: { names: [{ text: 'Le ministre', lang: 'fr', script: null, kind: 'official' }] },
      }),
      aClaim('sept', { by: 'ministre', on: 'ambush', group: 'm', figure: 'exact 7' }),
      aDenial('non', { by: 'Malian army', on: 'ambush', group: 'm', denies: 'sept' }),
    )
    const root = box(set, { eventId: AMBUSH, context: aContext({ language: 'fr' }) })
    expect(saying(root, 'sept')).toBe('Le ministre rapporte 7')
    expect(saying(root, 'non')).toBe('Malian army dément le chiffre du ministre : 7')
  })
})
