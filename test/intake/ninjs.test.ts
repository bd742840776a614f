import { describe, expect, it } from 'vitest'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { readNinjs, readNinjsFile } from '../../src/intake/wire/ninjs.ts'
import { outline } from './document-shape.ts'
import { aFile, readAll } from './given-file.ts'
import { sampleBytes, sampleFiles, sampleText, whereSamples } from './samples.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (value: unknown): Incoming[] => [
  ...readNinjs(bytes(typeof value === 'string' ? value : JSON.stringify(value))),
]
const story = (value: unknown): IncomingStory => {
  const found = read(value).find((item): item is IncomingStory => item.kind === 'story')
  if (!found) throw new Error('no story')
  return found
}
const told = (item: IncomingStory): string => item.problems.map(({ what }) => what).join('\n')

/** An item of version 1. */
const anItem = (fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  uri: 'urn:agency:1',
  type: 'text',
  versioncreated: '2024-07-29T15:10:00Z',
  pubstatus: 'usable',
  language: 'en-GB',
  headline: 'The town fell',
  byline: 'By Awa Diallo and Jean Ba',
  body_text: 'Soldiers left on Friday. Nobody came.',
  body_xhtml: '<p>Soldiers left on <b>Friday</b>.</p><p>Nobody came.</p>',
  ...fields,
})

const bodies = (name: string): object => ({
  bodies: [
    { role: 'main', [name]: 'text/plain', value: 'Soldiers left.\n\nNobody came.' },
    { role: 'richtext', [name]: 'text/html', value: '<p>Soldiers left.</p><p>Nobody came.</p>' },
  ],
})

describe('an item of ninjs', () => {
  it('of version 1 is a draft with its text as markup', () => {
    const found = story(anItem())
    expect(found).toMatchObject({
      foreignId: 'ninjs:urn:agency:1',
      status: 'draft',
      headline: 'The town fell',
      bylines: ['Awa Diallo', 'Jean Ba'],
      language: 'en',
      published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
      updatedAt: '2024-07-29T15:10:00.000Z',
      problems: [],
    })
    expect(outline(found.body)).toEqual(['paragraph: Soldiers left on Friday.', 'paragraph: Nobody came.'])
  })

  it('of version 2 and 3 says the same with other names', () => {
    const common = {
      uri: 'urn:agency:1',
      type: 'text',
      by: 'Awa Diallo',
      headlines: [
        { role: 'short', value: 'Fell' },
        { role: 'main', value: 'The town fell' },
      ],
      descriptions: [
        { role: 'summary', value: 'What is known of the retreat.' },
        { role: 'creditline', value: 'Agency/Partner' },
      ],
      places: [{ name: 'Bamako' }, { name: 'Mali' }],
      subjects: [{ name: 'armed conflict' }],
    }
    const two = story({
      ...common,
      ...bodies('contenttype'),
      versioncreated: '2024-07-30T00:00:00Z',
      firstcreated: '2024-07-29T00:00:00Z',
    })
    const three = story({
      ...common,
      ...bodies('contentType'),
      versionCreated: '2024-07-30T00:00:00Z',
      firstCreated: '2024-07-29T00:00:00Z',
    })
    expect(three).toEqual(two)
    expect(two).toMatchObject({
      headline: 'The town fell',
      standfirst: 'What is known of the retreat.',
      sectionPath: [{ label: 'Mali', kind: 'place' }],
      keywords: ['armed conflict', 'Bamako'],
      published: { at: '2024-07-29T00:00:00.000Z' },
      updatedAt: '2024-07-30T00:00:00.000Z',
    })
    expect(told(two)).toContain('A further headline was left out: “Fell”')
    expect(told(two)).toContain('from Agency/Partner')
  })

  it('under embargo is scheduled, withheld is private, canceled is told and no story', () => {
    for (const name of ['embargoed', 'embargoeduntil', 'embargoedUntil']) {
      const found = story(anItem({ [name]: '2024-08-01T06:00:00Z' }))
      expect(found.status).toBe('scheduled')
      expect(told(found)).toContain('under embargo until 2024-08-01T06:00:00Z')
    }
    expect(story(anItem({ pubstatus: 'withheld' })).status).toBe('private')
    expect(read(anItem({ pubstatus: 'canceled' }))).toMatchObject([
      { kind: 'problem', foreignId: 'ninjs:urn:agency:1', what: expect.stringContaining('withdrawn by its agency') },
    ])
  })

  it('whose embargo has passed on the day of reading is a draft', async () => {
    const file = aFile(JSON.stringify(anItem({ embargoed: '2024-08-01T06:00:00Z' })))
    const [found] = await readAll(readNinjsFile, file, { readOn: '2024-08-02' as never })
    expect(found).toMatchObject({ status: 'draft' })
  })

  it('brings its pictures in their largest size, the one that leads first', () => {
    const associations = {
      embedded1: {
        type: 'picture',
        description_text: 'Second',
        renditions: { original: { href: 'https://agency.example/2.jpg', width: 10 } },
      },
      featuremedia: {
        type: 'picture',
        byline: 'Jan Foto',
        description_text: 'A column',
        renditions: {
          thumbnail: { href: 'https://agency.example/s.jpg', width: 80, mimetype: 'image/jpeg' },
          original: { href: 'https://agency.example/l.jpg', width: 3000, mimetype: 'image/jpeg' },
        },
      },
      sidebar: { type: 'text', headline: 'Who is who' },
    }
    const found = story(anItem({ associations }))
    expect(found.pictures).toMatchObject([
      { role: 'lead', url: 'https://agency.example/l.jpg', caption: 'A column', credit: 'Jan Foto' },
      { role: 'body', url: 'https://agency.example/2.jpg', caption: 'Second' },
    ])
    expect(outline(found.body)).toEqual([
      'figure: A column',
      'paragraph: Soldiers left on Friday.',
      'paragraph: Nobody came.',
      'figure: Second',
    ])
    expect(told(found)).toContain('A further text sent with the item was left out: “Who is who”')
  })

  it('keeps a picture where its text shows it, in its largest size and with its credit', () => {
    const bodies = [
      {
        contentType: 'text/html',
        value:
          '<html><body><article><h1>The town fell</h1><figure><img src="https://agency.example/s.jpg"/><div class="byline">Jan Foto</div><figcaption>A column</figcaption></figure><p>Soldiers left.</p></article></body></html>',
      },
    ]
    const associations = [
      {
        name: 'a1',
        type: 'picture',
        renditions: [
          { href: 'https://agency.example/s.jpg', width: 80 },
          { href: 'https://agency.example/l.jpg', width: 800 },
        ],
      },
    ]
    const found = story({ uri: 'x', headlines: [{ value: 'The town fell' }], bodies, associations })
    expect(found.pictures).toMatchObject([
      { role: 'body', url: 'https://agency.example/l.jpg', caption: 'A column', credit: 'Jan Foto' },
    ])
    expect(outline(found.body)).toEqual(['figure: A column', 'paragraph: Soldiers left.'])
  })

  it('tells what the agency tells the desk', () => {
    const found = story(
      anItem({
        ednote: 'Eds: check',
        slugline: 'mali',
        urgency: 3,
        copyrightnotice: '(c) Agency',
        usageterms: ['No archive'],
        source: 'Agency',
        expires: '2024-08-30',
      }),
    )
    expect(told(found)).toContain('note to editors: “Eds: check”')
    expect(told(found)).toContain(
      'from Agency; urgency 3; slugline “mali”; copyright “(c) Agency”; terms of use “No archive”',
    )
  })

  it('without a person is the agency’s, and a desk beside a person is said', () => {
    expect(story(anItem({ byline: undefined, infosource: [{ name: 'Agency' }] })).bylines).toEqual(['Agency'])
    const beside = story(anItem({ byline: 'By SARAH WARD, PA Scotland' }))
    expect(beside.bylines).toEqual(['SARAH WARD'])
    expect(told(beside)).toContain('Beside the names stood “PA Scotland”')
    expect(story(anItem({ byline: 'Karl Melander/TT', source: 'TT' })).bylines).toEqual(['Karl Melander'])
  })

  it('of services and other dialects is found where they put it', () => {
    const wrapped = {
      total: 1,
      item: [{ id: 12, ...anItem({ uri: 'https://x.example//1', type: 'story', body_html: '<p>Body</p>' }) }],
    }
    expect(read(wrapped).map(({ kind }) => kind)).toEqual(['story'])
    const service = {
      data: { items: [{ meta: {}, item: anItem({ uri: 'https://a.example/content/abc?qt=1&et=2' }) }] },
    }
    expect(read(service)).toMatchObject([{ kind: 'story', foreignId: 'ninjs:https://a.example/content/abc' }])
    expect(read([anItem(), anItem({ uri: '2' })])).toMatchObject([
      { foreignId: 'ninjs:urn:agency:1' },
      { foreignId: 'ninjs:2' },
    ])
    const subject = [
      { name: 'Risca', rel: 'location' },
      { name: '#Leisure', rel: 'category' },
    ]
    expect(story(anItem({ uri: undefined, guid: 'g-1', subject }))).toMatchObject({
      foreignId: 'ninjs:g-1',
      keywords: ['Leisure', 'Risca'],
    })
  })

  it('of a paper keeps its kicker, its sections and the address of its page', () => {
    const found = story({
      uri: 'tag:paper.example,2024:1',
      type: 'text',
      headlines: [
        { role: 'main', value: 'The town fell' },
        { role: 'kicker', value: 'Kidal' },
      ],
      bodies: [{ role: 'main', contentType: 'text/plain', value: 'Soldiers left.' }],
      by: 'Awa Diallo',
      subjects: [
        { name: 'Mali', rel: 'section' },
        { name: 'War in Mali', rel: 'isPartOf' },
        { name: 'army', rel: 'keyword' },
      ],
      infoSources: [{ name: 'Awa Diallo', role: 'author' }],
      renditions: [{ name: 'web', href: 'https://paper.example/2024/07/29/fell', contentType: 'text/html' }],
    })
    expect(found).toMatchObject({
      kicker: 'Kidal',
      bylines: ['Awa Diallo'],
      sectionPath: [{ label: 'Mali' }, { label: 'War in Mali', kind: 'series' }],
      keywords: ['army'],
      address: 'https://paper.example/2024/07/29/fell',
      redirectsFrom: ['/2024/07/29/fell'],
    })
  })

  it('may be one to a line; a line that is broken is told', () => {
    const lines = `${JSON.stringify(anItem())}\n{"uri": "x", \n${JSON.stringify(anItem({ uri: '3' }))}\n`
    expect(read(lines)).toMatchObject([
      { foreignId: 'ninjs:urn:agency:1' },
      { foreignId: 'ninjs:3' },
      { kind: 'problem', fatal: true, where: 'line 2' },
    ])
  })

  it('that is a picture, an event or a plan is told in a line', () => {
    for (const type of ['picture', 'event', 'planning', 'graphic', 'video', 'composite', 'component', 'hologram']) {
      const item = { uri: 'x', type, headline: 'Column', versioncreated: '2024-07-29T15:10:00Z' }
      expect(read(item)).toMatchObject([
        { kind: 'problem', foreignId: 'ninjs:x', what: expect.stringContaining('“Column” is') },
      ])
    }
  })

  it('with values of the wrong kind, an absurd date or no text never throws and says so', () => {
    const odd = {
      uri: 5,
      type: 'text',
      headline: ['a'],
      byline: { x: 1 },
      associations: 'none',
      place: 'Mali',
      versioncreated: '9999-12-31T00:00:00Z',
      subject: [null, 3],
    }
    const found = story({ ...odd, title: 'A title' })
    expect(found).toMatchObject({ foreignId: 'ninjs:5', headline: 'A title', published: null })
    expect(told(found)).toContain('“9999-12-31T00:00:00Z” cannot be right')
    expect(told(found)).toContain('The item holds no text')
    const cut = JSON.stringify([anItem(), anItem({ uri: '2', body_text: 'a "quoted" } word' }), anItem()], null, 2)
    expect(read(cut.slice(0, -40))).toMatchObject([{ kind: 'story' }, { foreignId: 'ninjs:2' }, { fatal: true }])
    expect(read('{"uri": "x", "headline": "cut')).toMatchObject([
      { fatal: true, what: expect.stringContaining('no whole JSON') },
    ])
    expect(read('{"a": 1}')).toMatchObject([{ fatal: true, what: expect.stringContaining('no item of ninjs') }])
    expect(read('')).toMatchObject([{ fatal: true }])
  })

  it('is recognised by its content', () => {
    for (const value of [
      anItem(),
      [anItem()],
      { uri: 'x', headline: 'h', body_text: 't' },
      { uri: 'x', versionCreated: '2024-01-01T00:00:00Z', bodies: [] },
    ]) {
      expect(recogniseFile(bytes(JSON.stringify(value))).kind).toBe('ninjs')
    }
    expect(recogniseFile(bytes('{"id": 1, "title": "x"}')).kind).not.toBe('ninjs')
  })

  it('a long list is read whole', () => {
    const items = Array.from({ length: 1_000 }, (_, index) => anItem({ uri: String(index) }))
    expect(read(items)).toHaveLength(1_000)
  })
})

const samples = whereSamples('ninjs')

interface Expected {
  readonly uri: string
  readonly type?: string
  readonly headline?: string
  readonly headlines?: readonly { readonly value: string }[]
  readonly versioncreated?: string
  readonly language?: string
  readonly byline?: string
}

describe.skipIf(samples.skip)(`the IPTC's own examples of ninjs${samples.note}`, () => {
  const expected = samples.skip
    ? {}
    : (JSON.parse(sampleText('ninjs', 'expected.json')) as { files: Record<string, Expected> }).files

  it.each(samples.skip ? [] : sampleFiles('ninjs', /^ninjs\/.*\.json$/))('%s', (file) => {
    const wanted = expected[file]
    const [item] = [...readNinjs(sampleBytes('ninjs', file))]
    const foreignId = `ninjs:${wanted?.uri.replace(/\?qt=.*$/, '') ?? ''}`
    const isText = (wanted?.type ?? 'text') === 'text'
    expect(item).toMatchObject(
      isText ? { kind: 'story', foreignId, ...storyOf(wanted) } : { kind: 'problem', foreignId },
    )
  })
})

/** What the list of samples says of a text, as a story has it. */
function storyOf(wanted: Expected | undefined): Record<string, unknown> {
  const headline = wanted?.headline ?? wanted?.headlines?.[0]?.value
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(wanted?.versioncreated ? { updatedAt: new Date(wanted.versioncreated).toISOString() } : {}),
    ...(wanted?.language ? { language: wanted.language.slice(0, 2) } : {}),
    ...(wanted?.byline ? { bylines: wanted.byline.split(' and ') } : {}),
    body: { content: expect.arrayContaining([expect.objectContaining({ type: 'paragraph' })]) },
  }
}
