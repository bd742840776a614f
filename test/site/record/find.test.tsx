import { describe, expect, it } from 'vitest'
import { filterQuery, isEmptyFilter, readFilter } from '../../../src/site/record/record-filter.ts'
import { recordFindPage, type RecordFindProps } from '../../../src/site/record/record-find-page.tsx'
import { aContext } from '../paper.ts'
import { all, byClass, byTag, parse, wordsOf } from '../parse.ts'
import { aLine } from './pages-example.ts'

const ASKED = readFilter({ from: '2024-07-01', place: 'Tinzaouaten', type: 'ambush', disputed: 'yes' })
const page = (more: Partial<RecordFindProps> = {}, language = 'en') =>
  parse(
    recordFindPage({
      context: aContext({ path: '/record/find', language }),
      fields: ASKED,
      choices: { places: ['Tinzaouaten'], actors: [] },
      events: [aLine()],
      next: null,
      ...more,
    }).body,
  )

describe('looking for events', () => {
  it('is a plain form that asks for a page with an address', () => {
    const [form] = byTag(page(), 'form')
    expect([form?.attribs['method'], form?.attribs['action']]).toEqual(['get', '/record/find'])
    expect(byTag(page({}, 'fr'), 'form')[0]?.attribs['action']).toBe('/fr/record/find')
  })

  it('keeps in the form what was asked for', () => {
    const values = byTag(page(), 'input').map(({ attribs }) => [attribs['name'], attribs['value']])
    expect(values).toEqual([
      ['from', '2024-07-01'],
      ['to', ''],
      ['place', 'Tinzaouaten'],
      ['actor', ''],
    ])
    const chosen = all(page(), ({ attribs }) => 'selected' in attribs).map(wordsOf)
    expect(chosen).toEqual(['Ambush', 'Only disputed'])
  })

  it('has a label for every field', () => {
    const root = page()
    const labelled = new Set(byTag(root, 'label').map(({ attribs }) => attribs['for']))
    const fields = [...byTag(root, 'input'), ...byTag(root, 'select')]
    expect(fields).toHaveLength(6)
    expect(fields.filter(({ attribs }) => !labelled.has(attribs['id']))).toEqual([])
  })

  it('says beside a field why its value was left out, and asks without it', () => {
    const fields = readFilter({ from: '2024-06-31', type: 'picnic', disputed: 'yes' })
    const root = page({ fields })
    expect(byClass(root, 'why').map(wordsOf)).toEqual([
      '“2024-06-31” is no date. It was left out.',
      '“picnic” is not on the list. It was left out.',
    ])
    for (const why of byClass(root, 'why')) {
      const [field] = all(root, ({ attribs }) => attribs['aria-describedby'] === why.attribs['id'])
      expect(field?.attribs['aria-invalid']).toBe('true')
    }
    expect(filterQuery(fields)).toBe('?disputed=yes')
  })

  it('leaves out an end that lies before the beginning', () => {
    const { to } = readFilter({ from: '2024-07-27', to: '2024-07-26' })
    expect(to.problem).toBe('before-from')
  })

  it('takes an empty form for everything', () => {
    expect(isEmptyFilter(readFilter({ place: '  ' }))).toBe(true)
    expect(filterQuery(readFilter({ place: '  ' }))).toBe('')
  })

  it('says what to loosen where nothing fits, each condition with the search without it', () => {
    const [notice] = byClass(page({ events: [] }), 'notice')
    const ways = notice ? byTag(notice, 'a').map(({ attribs }) => [attribs['aria-label'], attribs['href']]) : []
    expect(ways[1]).toEqual(['Leave out: place: Tinzaouaten', '/record/find?from=2024-07-01&type=ambush&disputed=yes'])
    expect(ways).toHaveLength(4)
  })

  it('keeps the filter on the next page', () => {
    const [next] = all(page({ next: 'k1' }), ({ attribs }) => attribs['rel'] === 'next')
    expect(next?.attribs['href']).toBe(
      '/record/find?from=2024-07-01&place=Tinzaouaten&type=ambush&disputed=yes&after=k1',
    )
  })

  it('is listed by no machine', () => {
    expect(all(page(), ({ attribs }) => attribs['name'] === 'robots')[0]?.attribs['content']).toBe('noindex')
  })

  it('shows what a reader typed as words only', () => {
    const fields = { ...readFilter({}), place: { value: '<b>"x', problem: 'unknown-place' as const } }
    expect(wordsOf(byClass(page({ fields }), 'why')[0])).toContain('<b>"x')
  })
})
