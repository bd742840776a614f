import { describe, expect, it } from 'vitest'
import { dataPage, type DataPageProps } from '../../../src/site/record/data-page.tsx'
import type { LocalDate } from '../../../src/time.ts'
import { aContext } from '../paper.ts'
import { all, byClass, byTag, parse, wordsOf } from '../parse.ts'

const page = (more: Partial<DataPageProps> = {}, language = 'en') =>
  parse(
    dataPage({
      context: aContext({ path: '/data', language }),
      tables: [{ table: 'cells', rows: 1234, files: [{ format: 'CSV', href: '/data/cells.csv' }] }],
      releases: [],
      edition: null,
      ...more,
    }).body,
  )
const hrefs = (root: ReturnType<typeof page>) => byTag(root, 'a').map(({ attribs }) => attribs['href'])

describe('the page of open data', () => {
  it('names each table, what a row of it is, and its files', () => {
    const [row] = byTag(page(), 'tbody').flatMap((body) => byTag(body, 'tr'))
    expect(wordsOf(row)).toMatch(/^cellsa figure of an event: .*1,234CSV$/)
    expect(byTag(page(), 'a').find((link) => wordsOf(link) === 'CSV')?.attribs['aria-label']).toBe('cells, CSV')
  })

  it('leads to the description for programs, to the changes, to the licence and to the rules', () => {
    expect(hrefs(page())).toEqual(
      expect.arrayContaining([
        '/data/openapi.json',
        '/data/changes.atom',
        '/data/evidence.jsonl',
        '/data/evidence-head.json',
        'https://creativecommons.org/licenses/by/4.0/',
        '/how-we-count',
      ]),
    )
  })

  it('explains how to take what changed since, and the record as it stood', () => {
    const codes = byTag(page(), 'code').map(wordsOf)
    expect(codes.some((code) => code.startsWith('updated_since='))).toBe(true)
    expect(codes.some((code) => code.startsWith('as_of='))).toBe(true)
  })

  it('cites the newest release where there is one, else asks for the day', () => {
    const release = { version: '2024.07.3', on: '2024-07-31' as LocalDate, href: '/r', manifestHref: '/m' }
    const citation = (root: ReturnType<typeof page>) => wordsOf(byClass(root, 'citation')[0])
    expect(citation(page({ releases: [release] }))).toContain('release 2024.07.3')
    expect(citation(page())).toContain('Read on [day]')
  })

  it('gives the size of the database in figures a reader can use', () => {
    const edition = { href: '/data/edition.db', bytes: 4_200_000 }
    expect(wordsOf(byTag(page({ edition }), 'main')[0])).toContain('as of now · 4.2 MB')
  })

  it('has a caption and scoped heads in its table', () => {
    expect(byTag(page(), 'caption')).toHaveLength(1)
    expect(all(page(), ({ name, attribs }) => name === 'th' && !('scope' in attribs))).toEqual([])
  })
})
