import { describe, expect, it } from 'vitest'
import type { NoteId } from '../../src/ids.ts'
import { type ChangesPageProps, changesPage } from '../../src/site/story/changes-page.tsx'
import { correctionsPage, type CorrectionsPageProps } from '../../src/site/story/corrections-page.tsx'
import { publicationInZone } from '../../src/site/story/zone-words.ts'
import type { PublicVersion, VersionText } from '../../src/story/public-version.ts'
import type { Month } from '../../src/time.ts'
import { aContext, aDocument, aStory, instant, paragraph, PAPER, text } from './paper.ts'
import { byClass, byTag, parse, paths, shape, wordsOf } from './parse.ts'

const version = (
  number: number,
  day: string,
  words: Partial<VersionText> | null,
  more: Partial<PublicVersion> = {},
): PublicVersion => ({
  version: number,
  at: instant(`${day}T10:00:00.000Z`),
  change: null,
  withheld: null,
  text: words && { kicker: null, headline: 'Two tolls', standfirst: '', body: aDocument(paragraph('Text.')), ...words },
  ...more,
})

const paragraphs = (...texts: string[]) => aDocument(...texts.map((words) => paragraph(words)))
const MANY = ['One stays.', 'Two stays.', 'Three stays.', 'Four stays.', 'Five stays.', 'Six stays.']

const props = (more: Partial<ChangesPageProps> = {}): ChangesPageProps => ({
  context: aContext({ path: '/2024/07/29/tinzaouaten/changes' }),
  story: aStory({ versions: 2, notes: [] }),
  versions: [
    version(1, '2024-07-29', { body: paragraphs(...MANY, 'Four people died.') }),
    version(
      2,
      '2024-07-31',
      { headline: 'Three tolls', body: paragraphs(...MANY, 'Six people died.') },
      { change: 'The ministry gave a figure.' },
    ),
  ],
  ...more,
})
const page = (more: Partial<ChangesPageProps> = {}) => parse(changesPage(props(more)).body)
const sections = (more: Partial<ChangesPageProps> = {}) => byClass(page(more), 'version').map((found) => wordsOf(found))

const note = (at: string) => ({ id: `not_${at}` as NoteId, kind: 'correction', at: instant(at), text: at }) as const

const hostile = (some: string) =>
  page({
    story: aStory({ headline: some, notes: [] }),
    versions: [
      version(1, '2024-07-29', { headline: `a ${some}`, body: aDocument(paragraph(text(`x ${some}`))) }),
      version(
        2,
        '2024-07-31',
        { headline: `b ${some}`, body: aDocument(paragraph(text(`y ${some}`))) },
        { change: some },
      ),
      version(3, '2024-08-01', null, { withheld: some }),
    ],
  })

describe('the page of what changed', () => {
  it('shows the newest first: when, what the editor said, headline before text', () => {
    const [second = '', first = ''] = sections()
    expect(second).toMatch(/^31 July 2024, 10:00 GMT Version 2 · The present text/)
    expect(second.indexOf('The ministry gave a figure.')).toBeLessThan(second.indexOf('Headline'))
    expect(second.indexOf('Headline')).toBeLessThan(second.indexOf('Text'))
    expect(first).toBe('29 July 2024, 15:10 GMT Version 1As first published.')
  })

  it('says to eye and ear what was taken out and what came in', () => {
    const root = page()
    expect(byTag(root, 'del').map(wordsOf)).toEqual(['taken out: Two (end)', 'taken out: Four (end)'])
    expect(byTag(root, 'ins').map(wordsOf)).toEqual(['came in: Three (end)', 'came in: Six (end)'])
    expect(changesPage(props()).style).toMatch(/ins\{text-decoration:underline.*del\{text-decoration:line-through/)
  })

  it('folds what stayed, but for the paragraph beside the change', () => {
    const [words] = byClass(page(), 'words')
    expect(words && byTag(words, 'p').map(wordsOf)).toEqual([
      '… 5 paragraphs unchanged …',
      'Six stays.',
      'taken out: Four (end) came in: Six (end) people died.',
    ])
  })

  it('tells corrections with the text that was put right, an hour before it or later', () => {
    const notes = [note('2024-07-29T18:00:00.000Z'), note('2024-07-31T09:30:00.000Z'), note('2024-08-05T00:00:00.000Z')]
    const [second, first] = sections({ story: aStory({ notes }) })
    expect(first).toContain('2024-07-29T18:00')
    expect(second).toContain('2024-07-31T09:30')
    expect(second).toContain('2024-08-05')
  })

  it('shows nothing of a withheld text, nor of what changed after it, and says why', () => {
    const versions = [
      version(1, '2024-07-29', null, { withheld: 'It named a witness.' }),
      version(2, '2024-07-31', {}, {}),
    ]
    expect(sections({ versions })).toEqual([
      expect.stringContaining('The text before this one is not shown any more'),
      expect.stringContaining('The newsroom does not show this text any more: It named a witness.'),
    ])
  })

  it('says so where no word changed', () => {
    const versions = [version(1, '2024-07-29', {}), version(2, '2024-07-31', {})]
    expect(sections({ versions })[0]).toContain('No word of the text changed')
  })

  it('compares the newest of very many', () => {
    const versions = Array.from({ length: 60 }, (_, index) =>
      version(index + 1, '2024-07-31', { headline: `Toll ${index}` }),
    )
    const root = page({ versions })
    expect(byTag(root, 'ins')).toHaveLength(20)
    expect(byClass(root, 'version')).toHaveLength(60)
  })

  it('is not for searches, and leads back to the story', () => {
    const root = page()
    expect(byTag(root, 'meta').some(({ attribs }) => attribs['content'] === 'noindex')).toBe(true)
    expect(paths(root)).toContain('/2024/07/29/tinzaouaten')
  })

  it('is in French and from right to left where the story is', () => {
    expect(sections({ context: aContext({ language: 'fr' }) })[0]).toContain('Le texte actuel')
    const newspaper = { ...PAPER, languages: ['ar'], defaultLanguage: 'ar' }
    const root = page({
      context: aContext({ language: 'ar', newspaper }),
      versions: [
        version(1, '2024-07-29', { headline: 'قُتل أربعة أشخاص' }),
        version(2, '2024-07-31', { headline: 'قُتل ستة أشخاص' }),
      ],
    })
    expect(byTag(root, 'html')[0]?.attribs['dir']).toBe('rtl')
    expect(byTag(root, 'del').map(wordsOf)).toEqual(['حُذف: أربعة (انتهى)'])
  })

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</del></main><!-- '])(
    'keeps its shape whatever the words: %s',
    (words) => {
      expect(shape(hostile(words).children)).toEqual(shape(hostile('harmless').children))
    },
  )
})

const corrections = (more: Partial<CorrectionsPageProps> = {}) =>
  parse(
    correctionsPage({
      context: aContext({ path: '/corrections' }),
      month: null,
      corrections: [
        {
          note: {
            id: 'not_1' as NoteId,
            kind: 'correction',
            at: instant('2024-07-30T09:00:00.000Z'),
            text: 'It was Saturday.',
          },
          headline: 'Two tolls',
          path: '/2024/07/29/tolls',
          isChanged: true,
        },
      ],
      months: [
        { month: '2024-07' as Month, count: 1 },
        { month: '2023-12' as Month, count: 12 },
      ],
      ...more,
    }).body,
  )

describe('the page of corrections', () => {
  it('gives each its day, its words, its story and what changed in it', () => {
    const [item] = byClass(corrections(), 'issued')
    expect(wordsOf(item)).toBe('30 July 2024Two tollsIt was Saturday.What changed in the text')
    expect(item && paths(item)).toEqual(['/2024/07/29/tolls', '/2024/07/29/tolls/changes'])
  })

  it('leads to each month, with the year over it', () => {
    const [months] = byClass(corrections(), 'months')
    expect(wordsOf(months)).toBe('2024July (1)2023December (12)')
    expect(months && paths(months)).toEqual(['/corrections/2024/07', '/corrections/2023/12'])
  })

  it('leads from a month to all', () => {
    const root = corrections({ month: '2024-07' as Month, months: [] })
    expect(wordsOf(byTag(root, 'h1')[0])).toBe('Corrections: July 2024')
    expect(paths(root)).toContain('/corrections')
  })

  it('says so where there are none', () => {
    const root = corrections({ corrections: [], months: [] })
    expect(wordsOf(byClass(root, 'stand')[0])).toContain('No story has been corrected yet')
    expect(byClass(root, 'issued')).toEqual([])
  })
})

describe('the zone of a first publication', () => {
  const at = instant('2024-07-29T15:10:00.000Z')
  const said = (zone: string, language = 'en') =>
    publicationInZone({ at, precision: 'minute' }, { language, zone }).replaceAll('\u00a0', ' ')

  it.each([
    ['Africa/Bamako', 'en', '29 July 2024, 15:10 Bamako time (GMT)'],
    ['Africa/Lubumbashi', 'fr', '29 juillet 2024, 17 h 10 à Lubumbashi (GMT+2)'],
    ['America/Port-au-Prince', 'en', '29 July 2024, 11:10 Port-au-Prince time (GMT-4)'],
    ['UTC', 'en', '29 July 2024, 15:10 GMT'],
    ['Etc/GMT-2', 'en', '29 July 2024, 17:10 GMT+2'],
  ])('is said by its city: %s in %s', (zone, language, expected) => {
    expect(said(zone, language)).toBe(expected)
  })

  it('is not said of a day without an hour', () => {
    expect(publicationInZone({ at, precision: 'day' }, { language: 'en', zone: 'Africa/Bamako' })).toBe('29 July 2024')
  })
})
