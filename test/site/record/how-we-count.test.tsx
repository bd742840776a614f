import { describe, expect, it } from 'vitest'
import { CODEBOOK } from '../../../src/record/codebook.ts'
import { howWeCountPage } from '../../../src/site/record/how-we-count-page.tsx'
import { aContext } from '../paper.ts'
import { all, byClass, byTag, parse, paths, wordsOf } from '../parse.ts'

const page = (language = 'en') => parse(howWeCountPage({ context: aContext({ path: '/how-we-count', language }) }).body)
describe('how we count', () => {
  it('defines every word of the codebook', () => {
    const defined = byClass(page(), 'words').flatMap((list) => byTag(list, 'dt'))
    const words = Object.values(CODEBOOK).reduce((count, list) => count + Object.keys(list).length, 0)
    expect(defined).toHaveLength(words)
  })

  it('draws its box with the real rules: lowest to highest, a denial that moves nothing', () => {
    for (const language of ['en', 'fr']) {
      const [box] = byClass(page(language), 'ledger')
      const cells = box ? byClass(box, 'cell') : []
      expect(cells).toHaveLength(1)
      expect(cells.flatMap((cell) => byTag(cell, 'h4').map(wordsOf))[0]).toMatch(/12 (?:to|à) 40$/)
      expect(cells.flatMap((cell) => byTag(cell, 'li'))).toHaveLength(5)
    }
  })

  it('leads nowhere from an invented event', () => {
    expect(byClass(page(), 'example').flatMap(paths)).toEqual([])
    expect(paths(page()).filter((path) => path.includes('example'))).toEqual([])
  })

  it('takes no number from words that state none', () => {
    const words = byTag(page(), 'tr').map(wordsOf)
    expect(words.find((row) => row.startsWith('dozens'))).toContain('dozensno numberno number')
    expect(words.find((row) => row.startsWith('at least 20'))).toContain('at least 202020 or more')
  })

  it('never prints a sum in its examples of ranges', () => {
    const ranges = byClass(page(), 'big').map(wordsOf)
    expect(ranges).toEqual(['20 to 50', '10 to 20 or more', 'at least 20', 'up to 30', '12 to 30', 'no number'])
  })

  it('sets no breaking space before the signs that French sets apart', () => {
    const { body } = howWeCountPage({ context: aContext({ path: '/fr/how-we-count', language: 'fr' }) })
    const text = body.slice(body.indexOf('<main')).replaceAll(/<[^>]*>/g, '\n')
    expect(text.match(/.{0,20} [;:?!»].{0,10}|.{0,20}« .{0,10}/gu)).toBeNull()
    expect(text.match(/.{0,20}\p{L}[;:?!](?= ).{0,10}/gu)).toBeNull()
  })

  it('has a heading for every entry of its contents', () => {
    const root = page()
    const targets = byClass(root, 'toc').flatMap((toc) => byTag(toc, 'a').map(({ attribs }) => attribs['href']))
    const ids = new Set(all(root, ({ attribs }) => 'id' in attribs).map(({ attribs }) => `#${attribs['id']}`))
    expect(targets.filter((target) => !ids.has(target ?? ''))).toEqual([])
  })

  it('gives no two things the same id', () => {
    const ids = all(page(), ({ attribs }) => 'id' in attribs).map(({ attribs }) => attribs['id'])
    expect(new Set(ids).size).toBe(ids.length)
  })
})
