import { describe, expect, it } from 'vitest'
import { eventEmbedPage } from '../../../src/site/record/event-embed-page.tsx'
import { oembedAnswer } from '../../../src/site/record/oembed.ts'
import { aContext, instant } from '../paper.ts'
import { byTag, parse, wordsOf } from '../parse.ts'
import { BATTLE, battleLedger, tinzaouaten } from './tinzaouaten.ts'

const set = tinzaouaten()
const slug = set.events.get(BATTLE)?.content.slug ?? ''
const context = aContext({ path: `/record/${slug}` })
const asOf = instant('2024-08-10T09:00:00.000Z')
const { body, style } = eventEmbedPage({ context, eventId: BATTLE, set, ledger: battleLedger(set), asOf })
const root = parse(body)

describe('an event’s box for a frame', () => {
  it('has the event, who says what, up to which day, and whose record it is', () => {
    expect(wordsOf(byTag(root, 'h1')[0])).toBe('Fighting at Tinzaouaten')
    const words = wordsOf(byTag(root, 'main')[0])
    for (const part of ['Who says what', 'as of 10 August 2024', 'From the record of The Sahel Record']) {
      expect(words).toContain(part)
    }
  })

  it('leads out of the frame, and never to a part of itself that is not there', () => {
    expect(byTag(root, 'base').map(({ attribs }) => attribs)).toEqual([{ target: '_top' }])
    const links = byTag(root, 'a').map(({ attribs: { href = '' } }) => href)
    expect(links.filter((href) => href.startsWith('#'))).toEqual([])
    expect(links).toContain(`https://sahel.example/record/${slug}#changes`)
  })

  it('is listed by no search engine, has one stylesheet and nothing that runs', () => {
    expect(body).toContain('<meta name="robots" content="noindex"')
    expect(body).toContain(`<style>${style}</style>`)
    expect(body).not.toMatch(/<script|<link rel="alternate"| style=/)
  })
})

const answer = (title: string, maxWidth: number | null = null) =>
  oembedAnswer({ context, slug, language: 'en', title, maxWidth, maxHeight: 10 })

describe('an oEmbed answer', () => {
  it('is a frame no wider than there is room, and never too small to read', () => {
    expect(answer('A battle', 300)).toMatchObject({ type: 'rich', width: 300, height: 200 })
    expect(answer('A battle')).toMatchObject({ width: 640 })
  })

  it('cannot be broken out of by a title', () => {
    const frame = byTag(parse(String(answer('"><script>alert(1)</script>')['html'])), 'iframe')
    expect(frame.map(({ attribs }) => attribs['title'])).toEqual(['"><script>alert(1)</script>'])
  })
})
