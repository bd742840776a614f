import { describe, expect, it } from 'vitest'
import { offlineFile } from '../../src/press/load/load-offline.ts'
import { at } from '../builders.ts'

const aPicture = (name: string, alt: string): string =>
  `<picture><img src="/media/${name}" srcset="/media/${name} 640w" alt="${alt}"/></picture>`

const fileOf = (main: string, sizes: Readonly<Record<string, number>>): Promise<string> =>
  offlineFile(
    {
      html: `<html lang="en"><head><title>T</title></head><body><main id="main">${main}</main></body></html>`,
      paper: 'The Lake Record',
      siteUrl: 'https://lake.example',
      path: '/2024/07/29/a',
      updatedAt: at('2024-08-02T09:00:00Z'),
      style: { language: 'en', zone: 'UTC' },
    },
    async (name) => {
      const bytes = sizes[name]
      return bytes === undefined ? undefined : Buffer.alloc(bytes, 1)
    },
  )

describe('the one-file edition of a story', () => {
  const main = aPicture('a.jpg', 'A market') + aPicture('b.webp', 'A road') + aPicture('c.jpg', 'A bridge')

  it('takes pictures in while it stays within 200 kB, and tells the others in words', async () => {
    const html = await fileOf(main, { 'a.jpg': 90_000, 'b.webp': 70_000, 'c.jpg': 20_000 })
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(200_000)
    expect(html).toContain('<img src="data:image/jpeg;base64,')
    expect(html).toContain('Picture: A road.')
    expect(html.match(/<img/g)).toHaveLength(2)
  })

  it('says of each picture what it is', async () => {
    expect(await fileOf(main, { 'b.webp': 100 })).toContain('<img src="data:image/webp;base64,')
  })

  it('goes without a picture that is not there', async () => {
    const html = await fileOf(main, {})
    expect(html).not.toContain('<img')
    expect(html).toContain('Picture: A bridge.')
  })
})
