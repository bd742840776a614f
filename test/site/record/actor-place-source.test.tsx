import { describe, expect, it } from 'vitest'
import { actorPage } from '../../../src/site/record/actor-page.tsx'
import { placePage } from '../../../src/site/record/place-page.tsx'
import { sourcePage } from '../../../src/site/record/source-page.tsx'
import { aContext } from '../paper.ts'
import { byClass, byTag, parse, paths, wordsOf } from '../parse.ts'
import { aLine, actorNamed, claimId, EXAMPLE, placeNamed, sourceNamed } from './pages-example.ts'

const context = aContext({ path: '/record' })
const rowsOf = (root: ReturnType<typeof parse>) => byClass(root, 'say').map(wordsOf)
const factsOf = (root: ReturnType<typeof parse>) =>
  Object.fromEntries(
    byClass(root, 'facts').flatMap((list) =>
      byTag(list, 'div').map((fact) => [wordsOf(byTag(fact, 'dt')[0]), wordsOf(byTag(fact, 'dd')[0])]),
    ),
  )
const otherNames = (root: ReturnType<typeof parse>) =>
  byClass(root, 'names').flatMap((names) =>
    byTag(names, 'bdi').map((name) => [wordsOf(name), name.attribs['lang'], name.attribs['dir']]),
  )

const pageOfPlace = (name: string) =>
  parse(placePage({ context, place: placeNamed(name), set: EXAMPLE, events: [aLine()], next: null }).body)

const pageOfSource = (name: string, claims: string[]) =>
  parse(
    sourcePage({
      context,
      source: sourceNamed(name),
      set: EXAMPLE,
      claimIds: claims.map(claimId),
      next: null,
      counts: { claims: claims.length, events: 1 },
    }).body,
  )

describe('an actor’s page', () => {
  const page = parse(
    actorPage({
      context,
      actor: actorNamed('JNIM'),
      set: EXAMPLE,
      events: [aLine()],
      next: null,
      sourceIds: [sourceNamed('JNIM media').id],
      says: [claimId('jnim-w')],
      saidAbout: [claimId('army-denies-50')],
    }).body,
  )

  it('gives its names in every script, each in its direction', () => {
    expect(wordsOf(byTag(page, 'h1')[0])).toBe('JNIM')
    expect(otherNames(page)).toEqual([
      ['Jama’at Nusrat al-Islam wal-Muslimin', 'ar-Latn', 'ltr'],
      ['جماعة نصرة الإسلام والمسلمين', 'ar', 'rtl'],
    ])
  })

  it('says what it belongs to and since when', () => {
    expect(factsOf(page)['Branch of']).toBe('Al-Qaedasince March 2017')
  })

  it('says who says that it took part, and leads to the claim', () => {
    expect(byClass(page, 'roles').map(wordsOf)).toEqual(['Attacked, says JNIM media'])
    expect(byClass(page, 'roles').flatMap(paths)).toEqual([`/record/claim/${claimId('jnim-w')}`])
  })

  it('keeps what it says apart from what is said of it', () => {
    expect(rowsOf(page)).toEqual([
      'JNIM media claims 50 Wagner fighters killed',
      'Army denies the figure of JNIM media: 50 Wagner fighters killed',
    ])
  })
})

describe('a place’s page', () => {
  it('says where it lies, the nearest first, and how it is written elsewhere', () => {
    expect(factsOf(pageOfPlace('Tinzaouaten'))['In']).toBe('Kidal regionMali')
    expect(otherNames(pageOfPlace('Tinzaouaten')).map(([text]) => text)).toEqual(['Tin Zaouatine', 'تين زواتين'])
  })

  it('draws a settlement with the nearest other one, and says so in words', () => {
    const [map] = byClass(pageOfPlace('Tinzaouaten'), 'map')
    expect(map?.attribs['aria-label']).toContain('Tinzaouaten is marked with a dot')
    expect(map?.attribs['aria-label']).toContain('Kidal lies about')
  })

  it('draws a region as an area without an edge in its country, and never as a point', () => {
    const [map] = byClass(pageOfPlace('Kidal region'), 'map')
    expect(map && byClass(map, 'soft')).toHaveLength(1)
    expect(map && byClass(map, 'dot')).toEqual([])
    expect(factsOf(pageOfPlace('Kidal region'))['Position']).toContain('We give no point')
  })
})

describe('a source’s page', () => {
  it('lists everything it said as sentences, and says what was taken back', () => {
    const root = pageOfSource('Army', ['army-denies', 'army-m-back', 'army-m'])
    expect(rowsOf(root)).toEqual([
      'denies that Wagner took part as fighters',
      'takes back 14 Malian soldiers killed',
      'admits 14 Malian soldiers killed',
    ])
    expect(byClass(root, 'way').map((way) => wordsOf(way).includes('taken back since'))).toEqual([false, false, true])
  })

  it('says for whom it speaks and with whom it sympathises', () => {
    expect(factsOf(pageOfSource('Army', []))['Speaks for']).toBe('Mali’s army')
    expect(factsOf(pageOfSource('Bloggers', []))['Sympathy']).toBe('sympathetic to Wagner')
  })

  it('calls an unnamed source by the words that described it', () => {
    const root = pageOfSource('officials', ['officials-m'])
    expect(byTag(root, 'h1').map((one) => byTag(one, 'q').map(wordsOf))).toEqual([['two security officials']])
    expect(factsOf(root)['Named or not']).toContain('only described')
  })
})
