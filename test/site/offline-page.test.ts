import { describe, expect, it } from 'vitest'
import { offlinePage, offlinePictures } from '../../src/site/other-forms/offline-page.ts'
import { at } from '../builders.ts'

const PICTURE =
  '<picture><source type="image/avif" srcset="/media/a.avif 320w, /media/b.avif 640w"/><img class="c1" src="/media/d.jpg" srcset="/media/c.jpg 320w, /media/d.jpg 640w, /media/e.jpg 1280w" alt="A burnt market" width="1280" height="853" loading="lazy"/></picture>'

const page = (main: string): string =>
  `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"/><title>T</title><style>.a>b{color:red}</style><link rel="canonical" href="https://lake.example/2024/07/29/a"/><link rel="icon" href="/icon.svg"/><script type="application/ld+json">{}</script></head><body><header><div class="mast"><a class="name" href="/" rel="home">The Lake Record</a><a href="/search">Search</a><nav><a href="/mali">Mali</a></nav></div></header><main id="main">${main}</main><footer><p>The Lake Record</p><h2>Ways to read</h2><ul><li><a href="/archive">Archive</a></li></ul></footer></body></html>`

const saved = (main: string, pictures: ReadonlyMap<string, string> = new Map()): string =>
  offlinePage({
    html: page(main),
    paper: 'The Lake Record',
    siteUrl: 'https://lake.example',
    path: '/2024/07/29/a',
    updatedAt: at('2024-08-02T09:00:00Z'),
    style: { language: 'en', zone: 'UTC' },
    pictures,
  })

describe('a story as one file', () => {
  it('says from where and from when it is, and where to look whether it still stands', () => {
    expect(saved('<p>Words.</p>')).toContain(
      'Saved from The Lake Record as it stood on 2 August 2024.</b> It may have been corrected since. Look here: <a href="https://lake.example/2024/07/29/a">',
    )
  })

  it('asks for nothing over the network: no script, no icon, no file beside it', () => {
    const html = saved(`<p>Words.</p>${PICTURE}`)
    expect(html).not.toMatch(/<script|rel="icon"|src="\/|srcset|url\(/)
    expect(html).toContain('<style>.a>b{color:red}</style>')
  })

  it('leads to the site by whole addresses and keeps no menu', () => {
    const html = saved('<p><a href="/record/x">x</a> <a href="#note:1">1</a></p>')
    expect(html).toContain('<a href="https://lake.example/record/x">')
    expect(html).toContain('<a href="#note:1">')
    expect(html).toContain('<a class="name" href="https://lake.example/" rel="home">')
    expect(html).not.toMatch(/<nav|Archive|>Mali<|Search|Ways to read/)
  })

  it('is no page for search engines: the story is', () => {
    const html = saved('<p>Words.</p>')
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain('<link rel="canonical" href="https://lake.example/2024/07/29/a">')
  })

  it('holds each picture once, in a size for a phone that every phone can open', () => {
    expect(offlinePictures(page(PICTURE + PICTURE))).toEqual(['/media/d.jpg'])
    const html = saved(PICTURE, new Map([['/media/d.jpg', 'data:image/jpeg;base64,AAAA']]))
    expect(html).toContain(
      '<img src="data:image/jpeg;base64,AAAA" alt="A burnt market" width="1280" height="853" class="c1">',
    )
  })

  it('tells in words what a picture shows that was left out', () => {
    expect(saved(PICTURE)).toContain('<p>Picture: A burnt market. It is left out of this file to keep it small;')
    expect(saved('<img src="/media/x.jpg" alt=""/>')).not.toContain('Picture:')
  })

  it('leaves a covered picture under its cover', () => {
    const html = saved(
      `<figure><details class="cover"><summary>Shows the dead</summary>${PICTURE}</details></figure>`,
      new Map([['/media/d.jpg', 'data:image/jpeg;base64,AAAA']]),
    )
    expect(html).toMatch(/<details class="cover"><summary>Shows the dead<\/summary><img/)
  })
})
