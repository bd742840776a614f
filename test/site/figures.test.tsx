import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureHtml } from '../../src/site/figures/figure-html.tsx'
import type { MapPicture } from '../../src/story/document.ts'
import { BORDER_MAP, TOLL_CHART, aFigure } from './paper.ts'
import { byClass, byTag, parse, wordsOf } from './parse.ts'

const drawn = (picture: MapPicture, language = 'en') => figureHtml(aFigure(picture, 'A caption.'), language)
const label = (html: string): string => byClass(parse(html), 'map')[0]?.attribs['aria-label'] ?? ''

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })

describe('a locator map', () => {
  it('draws a settlement as a dot and a rough place as a circle', () => {
    const root = parse(drawn(BORDER_MAP))
    expect(byClass(root, 'dot')).toHaveLength(2)
    expect(byClass(root, 'about')).toHaveLength(1)
    expect(byClass(root, 'km').map(wordsOf)).toEqual(['100 km'])
  })

  it('names the countries it shows in the reader’s language', () => {
    expect(
      byClass(parse(drawn(BORDER_MAP, 'fr')), 'area')
        .map(wordsOf)
        .toSorted(),
    ).toEqual(['Algérie', 'Mali'])
  })

  it('can be heard as well as seen', () => {
    expect(label(drawn(BORDER_MAP))).toBe(
      'Map of Mali and Algeria. Kidal is marked with a dot. Tinzaouaten lies about 230 km north-east of Kidal. ' +
        'ambush, within ~25 km: somewhere within about 25 km of the centre of a dashed circle.',
    )
  })

  it('is told in the desk’s own words where there are any', () => {
    expect(label(figureHtml(aFigure(BORDER_MAP, '', { alt: 'The border region.' }), 'en'))).toBe('The border region.')
  })

  it('shades the country it is about, unless its place lies too close to a border to say', () => {
    const inland = parse(drawn(BORDER_MAP))
    expect(byClass(inland, 'here')).toHaveLength(1)
    const goma = { label: 'Goma', lat: -1.68, lon: 29.23, radiusKm: null }
    const atBorder = parse(drawn({ kind: 'map', bounds: [27.6, -2.9, 31, -1], marks: [goma] }))
    expect(byClass(atBorder, 'here')).toEqual([])
    expect(wordsOf(byTag(atBorder, 'figcaption')[0])).toContain('good to about 10 km')
    expect(label(drawn({ kind: 'map', bounds: [27.6, -2.9, 31, -1], marks: [goma] }))).toContain('Rwanda')
  })

  it('says whose borders they are', () => {
    expect(wordsOf(byTag(parse(drawn(BORDER_MAP)), 'figcaption')[0])).toContain('Borders: Natural Earth')
  })

  it('stays small', () => {
    expect(drawn(BORDER_MAP).length).toBeLessThan(3000)
  })

  it('leaves out a mark beyond its edges', () => {
    const away = { ...BORDER_MAP, marks: [{ label: 'Goma', lat: -1.66, lon: 29.22, radiusKm: null }] }
    expect(byClass(parse(drawn(away)), 'dot')).toEqual([])
  })

  it('is drawn for any bounds on Earth, over the date line and at the poles too, in numbers that are numbers', () => {
    const maps = fc.record({
      west: degrees(180),
      south: degrees(90),
      span: fc.double({ min: 0, max: 12, noNaN: true }),
      mark: fc.record({
        lat: degrees(90),
        lon: degrees(180),
        radiusKm: fc.option(fc.double({ min: 0.1, max: 900, noNaN: true })),
      }),
    })
    fc.assert(
      fc.property(maps, ({ west, south, span, mark }) => {
        const east = west + span > 180 ? west + span - 360 : west + span
        const bounds = [west, south, east, Math.min(90, south + span)] as const
        const near = { lat: south, lon: west, radiusKm: 5, label: 'Near' }
        expect(drawn({ kind: 'map', bounds, marks: [near, { label: 'Here', ...mark }] })).not.toMatch(
          /NaN|Infinity|undefined/,
        )
      }),
      { numRuns: 40 },
    )
  })

  it('shows the whole world when asked to', () => {
    const world = drawn({ kind: 'map', bounds: [-170, -60, 170, 75], marks: [] })
    expect(world).not.toMatch(/NaN|Infinity|undefined/)
    expect(byClass(parse(world), 'land')[0]?.attribs['d']?.length).toBeGreaterThan(3000)
  })
})

describe('a bar chart', () => {
  const root = parse(figureHtml(aFigure(TOLL_CHART), 'en'))

  it('reads as sentences', () => {
    expect(byTag(root, 'li').map(wordsOf)).toEqual([
      'JNIM, for the ambush alone 50',
      'Russian military bloggers at least 20',
      'Two researchers, from pictures 27 to 44',
    ])
  })

  it('draws a range from its lowest figure to its highest, on one scale from nought', () => {
    const rects = byTag(root, 'rect').map(({ attribs }) => [attribs['x'] ?? '0', attribs['width']])
    expect(rects).toEqual([
      ['0', '100%'],
      ['0', '40%'],
      ['0', '54%'],
      ['54%', '34%'],
    ])
  })

  it('hides the drawing from those who hear the words', () => {
    expect(byTag(root, 'svg').map(({ attribs }) => attribs['aria-hidden'])).toEqual(['true', 'true', 'true'])
  })

  it('stands a chart of nothing', () => {
    const none = { ...TOLL_CHART, bars: [{ label: 'Nobody', low: 0, high: 0, words: 'none' }] }
    expect(figureHtml(aFigure(none), 'en')).toContain('<rect width="0%">')
  })
})
