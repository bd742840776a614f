import { describe, expect, it } from 'vitest'
import { claimPage } from '../../../src/site/record/claim-page.tsx'
import { aContext } from '../paper.ts'
import { all, byClass, byTag, parse, wordsOf } from '../parse.ts'
import { CHANGES, claimNamed, EXAMPLE } from './pages-example.ts'

const page = (name: string, language = 'en') =>
  parse(
    claimPage({
      context: aContext({ path: `/record/claim/${claimNamed(name).id}`, language }),
      claim: claimNamed(name),
      set: EXAMPLE,
      changes: name === 'jnim-w' ? CHANGES : [],
    }).body,
  )
const lines = (root: ReturnType<typeof page>, name: string) =>
  byClass(root, name).flatMap((list) => byTag(list, 'li').map(wordsOf))

const notice = (name: string) => byClass(page(name), 'notice').map(wordsOf)

describe('a claim’s page', () => {
  it('is headed by the claim as a sentence', () => {
    expect(wordsOf(byTag(page('jnim-w'), 'h1')[0])).toBe('JNIM media claims 50 Wagner fighters killed')
  })

  it('shows the wording in its own language and direction', () => {
    const [quote] = byClass(page('jnim-w'), 'wording').flatMap((wording) => byTag(wording, 'q'))
    expect(quote?.attribs).toEqual({ lang: 'ar', dir: 'rtl' })
  })

  it('says of each translation who made it, and which other figure a rejected one reads', () => {
    const words = wordsOf(byTag(page('jnim-w'), 'main')[0])
    expect(words).toContain('English · translated by a machine · rejected · it reads 15')
    expect(words).toContain('English · translated by SITE Intelligence Group · confirmed')
  })

  it('draws its way to us step by step, each name once', () => {
    expect(
      byClass(page('jnim-w'), 'path')
        .map((way) => byTag(way, 'li').map(wordsOf))
        .at(-1),
    ).toEqual([
      'Said byJNIM media',
      'Passed on bySITE Intelligence Group',
      'Passed on byAFP',
      'Read inLe Quotidien, Cinquante Russes tués, selon les djihadistes',
    ])
  })

  it('lists where it stood, with the beginnings of hashes, and says what was taken down', () => {
    const rows = byTag(page('jnim-w'), 'tbody').flatMap((body) => byTag(body, 'tr').map(wordsOf))
    expect(rows).toHaveLength(4)
    expect(rows[0]).toContain('28 July 2024 abababababab')
    expect(rows[3]).toContain('Taken down: 1 August 2024')
  })

  it('says who denied it, and what we hold ourselves', () => {
    const root = page('jnim-w')
    expect(lines(root, 'rows')).toContain(
      'Denied: Army denies the figure of JNIM media: 50 (Wagner fighters killed)30 July 2024',
    )
    expect(wordsOf(byClass(root, 'verdict')[0])).toContain('partly verified of the figure it speaks of')
    expect(wordsOf(byTag(page('bloggers-w'), 'main')[0])).toContain('We have not assessed it.')
  })

  it('keeps its history with days and reasons', () => {
    expect(lines(page('jnim-w'), 'rows')).toContain(
      'Revised from 15 to 5029 July 2024, 09:00 GMT · A reader of Arabic confirmed the number.',
    )
  })

  it('says at the top that it was taken back or replaced, and by what', () => {
    expect(notice('army-m')).toEqual([
      'The claimant has taken this claim back.Army takes back 14 (Malian soldiers killed), 28 July 2024 It stays here so that everybody can see what was said.',
    ])
    expect(notice('csp-own')[0]).toContain('replaced this claim by a later one')
    expect(notice('csp-own-2')).toEqual([])
  })

  it('can be cited with its version and its address', () => {
    const citation = wordsOf(byClass(page('jnim-w'), 'cite')[0])
    expect(citation).toContain('version 1')
    expect(citation).toContain(`https://sahel.example/record/claim/${claimNamed('jnim-w').id}`)
  })

  it('has its headings in order and no script, style attribute or empty link', () => {
    const root = page('jnim-w')
    const levels = all(root, ({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name.slice(1)))
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
    expect(all(root, ({ name, attribs }) => name === 'script' || 'style' in attribs)).toEqual([])
    expect(byTag(root, 'a').filter((link) => wordsOf(link) === '' && !link.attribs['aria-label'])).toEqual([])
  })

  it('speaks French with the spaces that French asks for', () => {
    const words = wordsOf(byTag(page('army-denies', 'fr'), 'main')[0])
    expect(words).toContain('dément')
    expect(words).not.toMatch(/\p{L}[;:?!](?= )/u)
  })
})
