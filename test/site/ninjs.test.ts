import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { goneNinjs, ninjs, type NinjsProps } from '../../src/site/other-forms/ninjs.ts'
import type { GoneStory } from '../../src/story/public-story.ts'
import type { EventId, PictureId } from '../../src/ids.ts'
import { eventsIn } from '../../src/story/figures.ts'
import { BATTLE, tinzaouaten } from './record/tinzaouaten.ts'
import { AFRICA, AYIZE, aContext, aDocument, aStory, DESK, instant, MALI, paragraph, WAR } from './paper.ts'

const text = z.strictObject({ role: z.string(), contentType: z.string(), value: z.string().min(1) })
const concept = z.strictObject({ name: z.string().min(1), rel: z.string(), uri: z.url().optional() })
const rendition = z.strictObject({
  name: z.string(),
  href: z.url(),
  contentType: z.string(),
  title: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  sizeInBytes: z.int().optional(),
})

/** The part of ninjs 3.1 that we write: names and types as the IPTC has them, nothing besides. */
const Ninjs = z.strictObject({
  uri: z.string().startsWith('tag:'),
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.1'), schema: z.url() }),
  type: z.literal('text'),
  representationType: z.enum(['full', 'partial']),
  version: z.string().optional(),
  firstCreated: z.iso.datetime(),
  versionCreated: z.iso.datetime(),
  pubStatus: z.enum(['usable', 'canceled']),
  language: z.string(),
  title: z.string().optional(),
  headlines: z.array(text).optional(),
  descriptions: z.array(text).optional(),
  bodies: z
    .array(text.extend({ charCount: z.int(), wordCount: z.int().optional() }))
    .length(2)
    .optional(),
  by: z.string().optional(),
  located: z.string().optional(),
  copyrightHolder: z.string().optional(),
  edNote: z.string().optional(),
  subjects: z.array(concept).optional(),
  events: z.array(concept.extend({ id: z.string() })).optional(),
  places: z.array(concept).optional(),
  organisations: z.array(concept).optional(),
  people: z.array(concept).optional(),
  infoSources: z.array(z.strictObject({ name: z.string(), role: z.string(), uri: z.url() })).optional(),
  renditions: z.array(rendition).optional(),
  associations: z
    .array(
      z.strictObject({
        name: z.string(),
        rel: z.string(),
        uri: z.string(),
        type: z.literal('picture'),
        by: z.string().optional(),
        descriptions: z.array(text),
        renditions: z.array(rendition),
      }),
    )
    .optional(),
  altIds: z.array(z.strictObject({ role: z.string(), value: z.string() })),
  trustIndicators: z.array(z.strictObject({ role: z.url(), title: z.string(), href: z.url() })).optional(),
})

const item = (more: Partial<NinjsProps> = {}) =>
  Ninjs.parse(
    JSON.parse(
      ninjs({
        context: aContext(),
        story: aStory(),
        sections: [WAR, AFRICA, MALI],
        authors: [DESK, AYIZE],
        record: null,
        ...more,
      }).body,
    ),
  )

const body = aDocument(paragraph('Who says what.'), { type: 'ledger', attrs: { eventId: BATTLE } })

describe('a story’s ninjs', () => {
  it('has its text twice, its dates, its bylines, its notes and the name that outlives its address', () => {
    const story = item()
    expect(story).toMatchObject({
      uri: 'tag:sahel.example,2024-07-29:sty_tinzaouaten',
      pubStatus: 'usable',
      version: '1',
      firstCreated: '2024-07-29T15:10:00.000Z',
      versionCreated: '2024-07-30T09:00:00.000Z',
      by: 'Sahel desk and Ayize Claire',
      located: 'Bamako',
      copyrightHolder: 'The Sahel Record',
    })
    expect(story.edNote).toMatch(/^Corrected 30 July 2024: An earlier version/)
    expect(story.bodies?.map(({ contentType }) => contentType)).toEqual(['text/plain', 'text/html'])
    expect(story.bodies?.[1]?.value).toContain('href="https://sahel.example/2024/07/26/in-afarak"')
    expect(story.subjects?.map(({ name }) => name)).toEqual(['War & conflict', 'Africa', 'Mali', 'Wagner', 'JNIM'])
  })

  it('names the events that it draws and where they happened', () => {
    const set = tinzaouaten()
    const story = item({
      story: aStory({ body }),
      record: { set, ledgers: new Map(), asOf: instant('2024-08-01T00:00:00.000Z'), changesSince: [] },
    })
    expect(eventsIn(body)).toEqual<EventId[]>([BATTLE])
    expect(story.events?.map(({ name }) => name)).toEqual(['Fighting at Tinzaouaten'])
    expect(story.places?.length).toBe(1)
  })

  it('leads to the pages on which the paper says how it works, and to no others', () => {
    expect(item().trustIndicators).toBeUndefined()
    const context = aContext({ housePages: ['corrections-policy', 'contact-safely'] })
    expect(item({ context }).trustIndicators).toEqual([
      {
        role: 'http://cv.iptc.org/newscodes/trustindicator/correctionsPolicy',
        title: 'corrections-policy',
        href: 'https://sahel.example/about/corrections-policy',
      },
    ])
  })

  it('carries its photographs as items of their own', () => {
    const middle = {
      url: 'https://sahel.example/media/4f.jpeg',
      contentType: 'image/jpeg',
      width: 1200,
      height: 800,
      bytes: 9,
    }
    const alt = 'A burnt lorry on sand'
    const picture = { id: 'pic_1' as PictureId, alt, caption: '', credit: 'A. Claire', middle, files: [middle] }
    expect(item({ pictures: [picture] }).associations?.[0]).toMatchObject({
      rel: 'main',
      by: 'A. Claire',
      descriptions: [{ role: 'alt', value: 'A burnt lorry on sand' }],
      renditions: [{ name: '1200-jpeg', sizeInBytes: 9 }],
    })
  })

  it('of a withdrawn story says so with its notice, and has no word of its text', () => {
    const gone: GoneStory = {
      ...aStory(),
      killedAt: instant('2024-08-02T09:00:00.000Z'),
      notice: 'A source was at risk.',
    }
    const left = Ninjs.parse(JSON.parse(goneNinjs(aContext(), gone).body))
    expect(left).toMatchObject({ pubStatus: 'canceled', edNote: 'A source was at risk.', uri: item().uri })
    expect(JSON.stringify(left)).not.toContain(aStory().headline)
  })
})
