import { describe, expect, it } from 'vitest'
import { homePath } from '../../../src/site/links.ts'
import { recordFrontPage } from '../../../src/site/record/record-front-page.tsx'
import { recordMonthPage } from '../../../src/site/record/record-month-page.tsx'
import { frontPage } from '../../../src/site/fronts/front-page.tsx'
import type { LocalDate, Month } from '../../../src/time.ts'
import { aContext } from '../paper.ts'
import { byClass, byTag, parse, paths, wordsOf } from '../parse.ts'
import { aFigureLine, aLine } from './pages-example.ts'

const context = aContext({ path: '/record', hasRecord: true })
const NO_CHOICES = { places: [], actors: [] }
const TOTALS = { events: 12, claims: 84, sources: 31 }
const month = (text: string) => text as Month
const front = (more: Partial<Parameters<typeof recordFrontPage>[0]> = {}) =>
  parse(
    recordFrontPage({
      context,
      latest: [aLine()],
      totals: TOTALS,
      choices: NO_CHOICES,
      months: [{ month: month('2024-07'), events: 9 }],
      next: null,
      ...more,
    }).body,
  )

const masthead = (hasRecord: boolean) => {
  const home = aContext({ path: homePath(context, 'en'), hasRecord })
  const page = frontPage({ context: home, subject: { kind: 'all' }, cards: [], strips: [], months: [] })
  return byClass(parse(page.body), 'main-nav').flatMap(paths)
}

describe('the record’s front', () => {
  it('shows each figure under its own label with who stands behind it, and adds nothing up', () => {
    const figures = byClass(front(), 'figs').flatMap((list) => byTag(list, 'div').map(wordsOf))
    expect(figures).toEqual([
      'Wagner fighters killed20 to 50 or more3 claimants · 2 to 3 origins · disputed',
      'Malian soldiers killed101 claimant · 1 origin',
    ])
    expect(wordsOf(byTag(front(), 'main')[0])).not.toContain('60')
  })

  it('quotes the words of those who gave no number, in their language', () => {
    const unnumbered = aFigureLine({ low: null, high: null, unquantified: [{ text: 'خسائر فادحة', lang: 'ar' }] })
    const [quote] = byTag(front({ latest: [aLine({ figures: [unnumbered] })] }), 'q')
    expect([wordsOf(quote), quote?.attribs]).toEqual(['خسائر فادحة', { lang: 'ar', dir: 'rtl' }])
  })

  it('counts entries, never people', () => {
    expect(byClass(front(), 'totals').map(wordsOf)).toEqual(['12 events84 claims31 sources'])
  })

  it('says that an origin was not traced instead of counting none', () => {
    const untraced = aFigureLine({ originsMin: 0, originsMax: 2, disputed: false })
    expect(wordsOf(byClass(front({ latest: [aLine({ figures: [untraced] })] }), 'figs')[0])).toContain(
      'origin not traced',
    )
  })

  it('leads to months, to the rules and to the files', () => {
    expect(paths(front())).toEqual(expect.arrayContaining(['/record/2024/07', '/how-we-count', '/data']))
  })

  it('leads on to earlier events where there are any', () => {
    expect(paths(front({ next: 'a b' }))).toContain('/record/find?after=a%20b')
    expect(byClass(front(), 'onward')).toEqual([])
  })

  it('stands in the masthead of every page once it holds an event, and not before', () => {
    expect(masthead(true)).toContain('/record')
    expect(masthead(false)).not.toContain('/record')
  })
})

describe('a month of the record', () => {
  const page = parse(
    recordMonthPage({
      context,
      month: month('2024-07'),
      events: [
        aLine({ title: 'Some day', startsOn: null }),
        aLine({ title: 'Late', startsOn: '2024-07-27' as LocalDate }),
        aLine({ title: 'Early', startsOn: '2024-07-22' as LocalDate }),
        aLine({ title: 'Siege', startsOn: '2024-06-11' as LocalDate }),
      ],
      previous: month('2024-06'),
      next: null,
    }).body,
  )

  it('goes day by day, with what began before first and what has no day last', () => {
    expect(
      byClass(page, 'day').map((day) => [byTag(day, 'h2'), byTag(day, 'h3')].map(([one]) => wordsOf(one))),
    ).toEqual([
      ['Began earlier', 'Siege'],
      ['Monday 22 July 2024', 'Early'],
      ['Saturday 27 July 2024', 'Late'],
      ['Without an exact day', 'Some day'],
    ])
  })
})
