import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoryId } from '../../src/ids.ts'
import { drawInThread, keepShareCards } from '../../src/media/share-card.ts'
import { setHeadline } from '../../src/media/share-card-lines.ts'
import { type ShareCard, shareCardKey } from '../../src/story/share-card.ts'

const aCard = (more: Partial<ShareCard> = {}): ShareCard => ({
  storyId: 'sty_aa11' as StoryId,
  language: 'en',
  direction: 'ltr',
  paper: 'The Sahel Record',
  label: 'Mali',
  headline: 'At Tinzaouaten, two tolls for one battle',
  day: '29 July 2024',
  corrected: null,
  ...more,
})

/** Width and height of a PNG, as its header says them (PNG, section 11.2.2). */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return { signature: view.getUint32(0), width: view.getUint32(16), height: view.getUint32(20) }
}

describe('the picture by which a story is shared', () => {
  const long = 'Malian soldiers and Russian fighters killed near the Algerian border, both sides say; '.repeat(9)

  it.each([
    ['in English', aCard()],
    ['in French', aCard({ language: 'fr', headline: 'À Tinzaouaten, deux récits d’une même défaite' })],
    [
      'in Arabic',
      aCard({ language: 'ar', direction: 'rtl', headline: 'أطراف القتال في تين زواتين تقدّم حصائل متباينة' }),
    ],
    [
      'with more words than fit',
      aCard({ headline: long, label: long, paper: long, corrected: 'Corrected 2 August 2024' }),
    ],
  ])('has its size and is at most 300 kB, %s', async (_, card) => {
    const png = await drawInThread(card)
    expect(sizeOf(png)).toEqual({ signature: 0x89504e47, width: 1200, height: 630 })
    expect(png.length).toBeLessThanOrEqual(300_000)
    expect(png.length).toBeGreaterThan(10_000)
  })

  it('has another key as soon as one word on it is another', () => {
    const cards = [
      aCard(),
      aCard({ headline: 'At Tinzaouaten, two tolls for one battle.' }),
      aCard({ corrected: 'Corrected 2 August 2024' }),
      aCard({ corrected: 'Corrected 3 August 2024' }),
      aCard({ label: null }),
      aCard({ paper: 'The Record' }),
      aCard({ day: '30 July 2024' }),
      aCard({ storyId: 'sty_aa12' as StoryId }),
    ]
    expect(new Set(cards.map(shareCardKey)).size).toBe(cards.length)
    expect(shareCardKey(aCard())).toBe(shareCardKey(aCard()))
    expect(shareCardKey(aCard())).toMatch(/^[0-9a-f]{16}$/)
  })
})

describe('a headline on a card', () => {
  const box = {
    width: 1000,
    height: 400,
    leading: 1.13,
    measure: (text: string, size: number) => text.length * size * 0.5,
  }
  const words = fc.array(fc.stringMatching(/^[a-zé]{1,14}$/), { minLength: 1, maxLength: 60 })

  it('keeps its words whole and in order, in five lines at most, none too wide', () => {
    fc.assert(
      fc.property(words, (headline) => {
        const { lines, size } = setHeadline(headline.join(' '), box)
        expect(lines.length).toBeLessThanOrEqual(5)
        for (const line of lines) expect(box.measure(line, size)).toBeLessThanOrEqual(box.width)
        expect(lines.length * size * box.leading).toBeLessThanOrEqual(box.height)
        const shown = lines.join(' ').replace(/…$/, '').split(' ')
        expect(shown).toEqual(headline.slice(0, shown.length))
        expect(lines.join(' ').endsWith('…')).toBe(shown.length < headline.length)
      }),
    )
  })

  it('breaks only a word that is wider than the card', () => {
    const { lines } = setHeadline(`See ${'x'.repeat(90)}`, box)
    expect(lines.join('').replaceAll(' ', '')).toBe(`See${'x'.repeat(90)}`)
  })

  it('is larger the shorter it is', () => {
    expect(setHeadline('Goma falls', box).size).toBeGreaterThan(setHeadline('Goma falls '.repeat(8), box).size)
  })
})

describe('cards that are kept', () => {
  let folder: string
  let drawn: string[]
  const draw = async (card: ShareCard) => {
    drawn.push(card.headline)
    return new TextEncoder().encode(card.headline)
  }
  const files = () =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.png'))

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'onrecord-cards-')), 'cards')
    drawn = []
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

  it('are drawn once, however many ask and when', async () => {
    const cards = keepShareCards(folder, draw)
    await Promise.all(Array.from({ length: 5 }, () => cards.bytes(aCard())))
    await keepShareCards(folder, draw).bytes(aCard())
    expect(drawn).toHaveLength(1)
    expect(statSync(join(folder, files()[0] ?? '')).mode & 0o777).toBe(0o600)
  })

  it('make room for the corrected one, and for no other story', async () => {
    const cards = keepShareCards(folder, draw)
    await cards.bytes(aCard({ storyId: 'sty_aa22' as StoryId }))
    await cards.bytes(aCard())
    await cards.bytes(aCard({ corrected: 'Corrected 2 August 2024' }))
    expect(files()).toHaveLength(2)
  })

  it('are drawn again after a failure', async () => {
    let failures = 1
    const cards = keepShareCards(folder, async (card) => {
      if (failures-- > 0) throw new Error('no memory')
      return draw(card)
    })
    await expect(cards.bytes(aCard())).rejects.toThrow('no memory')
    expect(await cards.bytes(aCard())).toBeDefined()
  })

  it('are refused while too many wait', async () => {
    const gate = Promise.withResolvers<void>()
    const cards = keepShareCards(folder, async (card) => gate.promise.then(() => draw(card)))
    const asked = Array.from({ length: 32 }, (_, number) => cards.bytes(aCard({ headline: `Story ${number}` })))
    expect(await asked[31]).toBeUndefined()
    gate.resolve()
    expect((await Promise.all(asked)).filter((bytes) => bytes === undefined)).toHaveLength(2)
  })

  it('are taken away with their story, and those of stories withdrawn meanwhile at the next start', async () => {
    const cards = keepShareCards(folder, draw)
    const ids = ['sty_aa11', 'sty_aa12', 'sty_bb11'] as StoryId[]
    for (const storyId of ids) await cards.bytes(aCard({ storyId }))
    await cards.forget(['sty_aa11' as StoryId])
    expect(files()).toHaveLength(2)
    await cards.sweep(async (asked) => new Set(asked.filter((id) => id === 'sty_bb11')))
    expect(files()).toEqual([expect.stringContaining('sty_bb11')])
  })
})
