import { describe, expect, it } from 'vitest'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { readWireFile, readWireItems } from '../../src/intake/wire/wire-file.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { outline } from './document-shape.ts'
import { aFile, readAll } from './given-file.ts'
import { sampleBytes, sampleFiles, sampleText, whereSamples } from './samples.ts'
import { aMessage, aNewsItem, aNewsml1, anNitf } from './wire-samples.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string | Uint8Array): Incoming[] => [
  ...readWireItems(typeof text === 'string' ? bytes(text) : text),
]
const story = (text: string | Uint8Array): IncomingStory => {
  const found = read(text).find((item): item is IncomingStory => item.kind === 'story')
  if (!found) throw new Error('no story')
  return found
}
const told = (item: IncomingStory): string => item.problems.map(({ what }) => what).join('\n')

describe('an item of NewsML-G2', () => {
  it('is a draft with headline, byline, dates, language and what the agency tells the desk', () => {
    const found = story(aNewsItem({}))
    expect(found).toMatchObject({
      foreignId: 'newsml:urn:newsml:agency.example:1',
      status: 'draft',
      headline: 'The town fell',
      bylines: ['Awa Diallo'],
      language: 'en',
      published: { precision: 'minute', at: '2024-07-29T08:00:00.000Z' },
      updatedAt: '2024-07-30T06:00:00.000Z',
    })
    expect(outline(found.body)).toEqual(['paragraph: Soldiers left on Friday.'])
    expect(told(found)).toContain(
      'from Agency; urgency 3; slugline “mali-army”; copyright “(c) Agency 2024”; terms of use “No archive use”',
    )
  })

  it('under embargo is scheduled, withheld is private, canceled is no story but told', () => {
    const embargoed = story(
      aNewsItem({ meta: '<embargoed>2024-08-01T12:00:00Z</embargoed><pubStatus qcode="stat:usable"/>' }),
    )
    expect(embargoed.status).toBe('scheduled')
    expect(told(embargoed)).toContain('under embargo until 2024-08-01T12:00:00Z')
    expect(story(aNewsItem({ meta: '<pubStatus qcode="stat:withheld"/>' })).status).toBe('private')
    expect(
      read(aNewsItem({ meta: '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>' })),
    ).toMatchObject([
      { kind: 'problem', foreignId: 'newsml:urn:newsml:agency.example:1', what: expect.stringContaining('withdrawn') },
    ])
  })

  it('names its place, its subjects and its agency', () => {
    const content = `<headline>The town fell</headline><headline role="hld:subHeadline">What is known</headline>
      <creator role="crol:photographer"><name>Jan Foto</name></creator><creditline>Agency/Partner</creditline>
      <dateline>BAMAKO, Mali</dateline>
      <located><name>Bamako</name><broader><name>Mali</name></broader></located>
      <subject type="cpnat:geoArea" qcode="x:1"><name role="nrol:short">MLI</name><name role="nrol:display">Mali</name></subject>
      <subject qcode="medtop:1"><name>armed conflict</name></subject><subject qcode="medtop:2"/><keyword>Kidal</keyword>`
    const found = story(aNewsItem({ content }))
    expect(found.sectionPath).toEqual([{ label: 'Mali', kind: 'place' }])
    expect(found.keywords).toEqual(['Kidal', 'armed conflict'])
    expect(found.bylines).toEqual(['Agency/Partner'])
    expect(found.standfirst).toBe('What is known')
    expect(told(found)).toContain('It was sent from BAMAKO, Mali.')
  })

  it('may hold its text as NITF, as plain lines, or several times over', () => {
    const nitf =
      '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>The town fell</hl1></hedline><byline>By AWA DIALLO</byline></body.head><body.content><block><p>BAMAKO (AGY) _ Soldiers left on Friday.</p><hl2>Why</hl2><p>See <a href="https://agency.example/a">here</a>.</p></block></body.content></body></nitf></inlineXML>'
    const inNitf = story(aNewsItem({ content: '<slugline>s</slugline>', set: nitf }))
    expect(inNitf).toMatchObject({ headline: 'The town fell', bylines: ['AWA DIALLO'] })
    expect(outline(inNitf.body)).toEqual([
      'paragraph: BAMAKO (AGY) _ Soldiers left on Friday.',
      'heading: Why',
      'paragraph: See here.',
    ])
    const lines =
      '<inlineData contenttype="text/plain">(AGY) - Rome, July 29 - Soldiers left on\nFriday, the ministry said.\n   "We saw them go," a\nwitness said.\n</inlineData>'
    const plain = story(aNewsItem({ set: lines + lines.replace('text/plain', 'text/x') }))
    expect(outline(plain.body)).toEqual([
      'paragraph: (AGY) - Rome, July 29 - Soldiers left on Friday, the ministry said.',
      'paragraph: "We saw them go," a witness said.',
    ])
    expect(told(plain)).not.toContain('further text')
    const two =
      '<inlineXML contenttype="application/xhtml+xml"><html><body><p>Soldiers left on Friday, and nobody came after them.</p></body></html></inlineXML><inlineData contenttype="text/plain">Background: a box with quite other words on the town and its past.</inlineData>'
    expect(told(story(aNewsItem({ set: two })))).toContain(
      'A further text of the item (“text/plain”) was left out: “Background: a box',
    )
  })

  it('comes without the headline, labels and time that an agency prints above its text', () => {
    const set =
      '<inlineXML contenttype="application/xhtml+xml"><html><body><header><ul><li>Mali</li></ul><h1>The town fell</h1></header><section><p><span class="dateline">Bamako <span>(agy)</span> - </span>Soldiers left.</p></section></body></html></inlineXML>'
    const found = story(aNewsItem({ set }))
    expect(outline(found.body)).toEqual(['paragraph: Bamako (agy) - Soldiers left.'])
    expect(told(found)).toContain('Above the headline stood “Mali”')
  })

  it('in one paragraph of indented lines becomes paragraphs', () => {
    const set =
      '<inlineXML contenttype="application/xhtml+html"><html><head><title/></head><body><p>(Adds detail)\n    * First point\n    * Second point\n\n    By Awa Diallo\n    July 29 (Agency) - Soldiers left\nthe town on Friday.\n    Nobody came after\nthem.</p></body></html></inlineXML>'
    expect(outline(story(aNewsItem({ set })).body)).toEqual([
      'paragraph: (Adds detail)',
      'paragraph: * First point',
      'paragraph: * Second point',
      'paragraph: By Awa Diallo',
      'paragraph: July 29 (Agency) - Soldiers left the town on Friday.',
      'paragraph: Nobody came after them.',
    ])
  })

  it('takes the pictures that its message sends with it; what else is in the message is told', () => {
    const picture = `<newsItem guid="pic-1" version="1"><itemMeta><itemClass qcode="ninat:picture"/><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><creditline>Jan Foto/Agency</creditline><headline>Column</headline><description role="drol:caption">A column near the border</description></contentMeta><contentSet><remoteContent contenttype="image/jpeg" rendition="rnd:thumb" href="https://agency.example/s.jpg" width="80"/><remoteContent contenttype="image/jpeg" rendition="rnd:highRes" href="https://agency.example/l.jpg" width="3000"/></contentSet></newsItem>`
    const film =
      '<newsItem guid="film-1"><itemMeta><itemClass qcode="ninat:video"/></itemMeta><contentMeta><headline>Retreat</headline></contentMeta></newsItem>'
    const together =
      '<packageItem guid="pack-1"><contentMeta><headline>Mali</headline></contentMeta><groupSet><group><itemRef residref="urn:newsml:agency.example:1"/><itemRef residref="pic-1"/></group></groupSet></packageItem>'
    const items = read(aMessage(together, aNewsItem({}), picture, film))
    expect(items.map(({ kind }) => kind)).toEqual(['problem', 'story', 'problem'])
    expect(items[1]).toMatchObject({
      pictures: [
        {
          role: 'lead',
          url: 'https://agency.example/l.jpg',
          caption: 'A column near the border',
          credit: 'Jan Foto/Agency',
        },
      ],
    })
    expect(items[0]).toMatchObject({ what: expect.stringContaining('a package that lists other items') })
    expect(items[2]).toMatchObject({
      foreignId: 'newsml:film-1',
      what: '“Retreat” is a film, not a story: it was not brought over.',
    })
    expect(read(picture)).toMatchObject([{ kind: 'problem', what: expect.stringContaining('is a picture') }])
  })

  it('in several versions is the newest; the older is told', () => {
    const older = aNewsItem({ content: '<headline>It is said that the town fell</headline>' }).replace(
      '2024-07-30T08',
      '2024-07-30T07',
    )
    expect(read(aMessage(aNewsItem({}), older))).toMatchObject([
      { kind: 'story', headline: 'The town fell' },
      { kind: 'problem', what: expect.stringContaining('An older version of “It is said that the town fell”') },
    ])
  })

  it('without a text is a story of its headline, and says so', () => {
    const empty = story(aNewsItem({ set: '<inlineXML contenttype="application/nitf+xml"> </inlineXML>' }))
    expect(empty.headline).toBe('The town fell')
    expect(told(empty)).toContain('The item holds no text')
  })

  it.each(['packageItem', 'conceptItem', 'knowledgeItem', 'planningItem'])('a %s is told and is no story', (name) => {
    expect(read(`<${name} guid="x"><itemMeta><title>Name</title></itemMeta></${name}>`)).toMatchObject([
      { kind: 'problem', foreignId: 'newsml:x', what: expect.stringMatching(/^“Name” is .+ not a story/) },
    ])
  })
})

const component = (content: string): string =>
  `<NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent>${content}</DataContent></ContentItem></NewsComponent>`

describe('an item of NewsML 1.2', () => {
  it('is a draft, known by its name without the number of its revision', () => {
    const found = story(aNewsml1())
    expect(found).toMatchObject({
      foreignId: 'newsml:agency.example:20240729:240729125902.abc',
      status: 'draft',
      headline: 'The town fell',
      bylines: ['Awa Diallo'],
      language: 'fr',
      published: { precision: 'minute', at: '2024-07-29T12:59:02.000Z' },
      updatedAt: '2024-07-29T13:59:02.000Z',
      sectionPath: [{ label: 'Mali', kind: 'place' }],
    })
    expect(outline(found.body)).toEqual([
      'paragraph: Les soldats sont partis vendredi.',
      'paragraph: La ville est vide.',
    ])
    expect(told(found)).toContain('It was sent from Bamako, 29 juil 2024 (Agency).')
  })

  it('may hold HTML as text, a whole NITF, or plain lines', () => {
    const html = story(
      aNewsml1({ components: component('<![CDATA[<P>Soldiers <b>left</b>.</P>\n<P> </P><P>Nobody came.</P>]]>') }),
    )
    expect(outline(html.body)).toEqual(['paragraph: Soldiers left.', 'paragraph: Nobody came.'])
    const nitf = story(
      aNewsml1({
        components: component(
          '<nitf><body><body.content><p>From\n<location>Scotland</location>\n, they came.</p></body.content></body></nitf>',
        ),
      }),
    )
    expect(outline(nitf.body)).toEqual(['paragraph: From Scotland , they came.'])
    const plain = story(aNewsml1({ components: component('Soldiers left.\n\nNobody came.') }))
    expect(outline(plain.body)).toEqual(['paragraph: Soldiers left.', 'paragraph: Nobody came.'])
  })

  it('under embargo is scheduled until the agency says', () => {
    const more =
      '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20240803T000100Z</DateAndTime></StatusWillChange>'
    const found = story(aNewsml1({ status: 'Embargoed', more }))
    expect(found.status).toBe('scheduled')
    expect(told(found)).toContain('until 20240803T000100Z')
    expect(read(aNewsml1({ status: 'Canceled' }))).toMatchObject([
      { kind: 'problem', what: expect.stringContaining('withdrawn') },
    ])
  })

  it('keeps pictures with their caption and credit, and is told when it is a picture alone', () => {
    const picture = `<NewsComponent><Role FormalName="Photo"/><NewsLines><ByLine>Jan Foto</ByLine></NewsLines><NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent><p>A column near the border</p></DataContent></ContentItem></NewsComponent><NewsComponent><ContentItem Href="small.jpg"><MediaType FormalName="Photo"/><Characteristics><Property FormalName="Width" Value="100"/></Characteristics></ContentItem><ContentItem Href="large.jpg"><MediaType FormalName="Photo"/><Characteristics><Property FormalName="Width" Value="3000"/></Characteristics></ContentItem></NewsComponent></NewsComponent>`
    const text =
      '<NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent><p>Soldiers left.</p></DataContent></ContentItem></NewsComponent>'
    const found = story(aNewsml1({ components: text + picture }))
    expect(found.pictures).toMatchObject([
      { role: 'lead', name: 'large.jpg', caption: 'A column near the border', credit: 'Jan Foto' },
    ])
    expect(outline(found.body)).toEqual(['figure: A column near the border', 'paragraph: Soldiers left.'])
    expect(read(aNewsml1({ components: picture }))).toMatchObject([
      { kind: 'problem', what: expect.stringContaining('is a picture') },
    ])
  })
})

describe('an item of NITF', () => {
  it('is a draft with everything that stands above its text', () => {
    const found = story(anNitf())
    expect(found).toMatchObject({
      foreignId: 'nitf:nitf-77',
      status: 'draft',
      headline: 'The town fell',
      standfirst: 'What is known of the retreat',
      bylines: ['Awa Diallo'],
      language: 'nb',
      published: { precision: 'minute', at: '2024-07-29T13:10:00.000Z' },
      sectionPath: [{ label: 'Mali', kind: 'place' }],
      keywords: ['Kidal', 'War', 'Armed conflict'],
    })
    expect(outline(found.body)).toEqual(['paragraph: Soldiers left on Friday.', 'paragraph: ad/xy'])
    expect(told(found)).toContain('note to editors: “Check the toll before use”')
    expect(told(found)).toContain('urgency 4; slugline “MALI-TOWN”; copyright “2024 Agency”')
    expect(told(found)).toContain('It was sent from Bamako')
  })

  it('keeps headings, lists, tables, quotations and pictures with caption and credit', () => {
    const body = `<p lead="true">Lead.</p><hl2>Why</h2></hl2><ul><li>One</li></ul><bq><block><p>We go.</p></block><credit>A witness</credit></bq>
      <table><tr><th>Day</th></tr><tr><td>Friday</td></tr></table><p><person>Awa</person> <em class="bold">saw</em> <chron norm="20240729">it</chron>.</p>
      <media media-type="image"><media-reference mime-type="image/jpeg" source="small.jpg" width="100"/><media-reference mime-type="image/jpeg" source="a.jpg" width="2000"/><media-caption><p>A column</p></media-caption><media-producer>Jan Foto</media-producer></media>`
    const found = story(anNitf({ body: body.replace('</h2>', '') }))
    expect(outline(found.body)).toEqual([
      'paragraph: Lead.',
      'heading: Why',
      'list: One',
      'blockquote: We go.',
      'table: Day / Friday',
      'paragraph: Awa saw it.',
      'figure: A column',
      'paragraph: ad/xy',
    ])
    expect(found.pictures).toMatchObject([{ name: 'a.jpg', caption: 'A column', credit: 'Jan Foto' }])
  })

  it('to be released later is under embargo; withheld and canceled are what they say', () => {
    const later = anNitf().replace('<du-key', '<date.release norm="20240801T060000+0200"/><du-key')
    expect(story(later).status).toBe('scheduled')
    expect(story(anNitf({ docdata: 'management-status="withheld"' })).status).toBe('private')
    expect(read(anNitf({ docdata: 'management-status="canceled"' }))).toMatchObject([{ kind: 'problem' }])
  })

  it('signed with initials only is the agency’s', () => {
    const head =
      '<hedline><hl1>The town fell</hl1><hl2>MALI GOVERNMENT</hl2></hedline><byline>gr/bp</byline><distributor>Agencia</distributor><abstract><p>Short.</p></abstract>'
    const found = story(anNitf({ head }))
    expect(found.bylines).toEqual(['Agencia'])
    expect(found.standfirst).toBe('Short.')
    expect(told(found)).toContain('signed “gr/bp”, which is no name')
    expect(told(found)).toContain('second headline was left out: “MALI GOVERNMENT”')
  })

  it('tells an absurd date and takes a local one as a day, or in the zone it is told', async () => {
    const absurd = story(anNitf().replace('20240729T151000+0200', '00010101T000000Z'))
    expect(absurd.published).toBeNull()
    expect(told(absurd)).toContain('cannot be right')
    const local = anNitf().replace('20240729T151000+0200', '2024-07-29T15:10:00')
    expect(story(local).published).toEqual({ precision: 'day', on: '2024-07-29' })
    const [zoned] = await readAll(readWireFile, aFile(local), { zone: 'Europe/Oslo' })
    expect(zoned).toMatchObject({ published: { precision: 'minute', at: '2024-07-29T13:10:00.000Z' } })
  })
})

describe('an agency file', () => {
  it('is recognised by its content', () => {
    const kinds = [
      aNewsItem({}),
      aMessage(aNewsItem({})),
      aNewsml1(),
      anNitf(),
      '<contentSet><inlineXML/></contentSet>',
    ].map((text) => recogniseFile(bytes(text)).kind)
    expect(kinds).toEqual(['newsml', 'newsml', 'newsml', 'nitf', 'newsml'])
  })

  it('in another encoding, cut off, empty or of another kind gets a clear line', () => {
    const latin1 = Uint8Array.from(aNewsml1().replace('utf-8', 'iso-8859-1').replace('vendredi', 'déjà'), (sign) =>
      sign.charCodeAt(0),
    )
    expect(outline(story(latin1).body)[0]).toContain('déjà')
    const cut = anNitf().slice(0, anNitf().indexOf('on Friday'))
    expect(read(cut).at(-1)).toMatchObject({
      kind: 'problem',
      fatal: true,
      what: expect.stringContaining('ends before its closing tag'),
    })
    expect(read('')).toMatchObject([{ fatal: true }])
    expect(read('<svg/>')).toMatchObject([{ fatal: true, what: expect.stringContaining('begins with <svg>') }])
    expect(read('words')).toMatchObject([{ fatal: true, what: expect.stringContaining('no XML') }])
  })

  it('of many items is read whole, and nothing of an attack survives', () => {
    const evil =
      '<inlineXML contenttype="application/xhtml+xml"><html><body><p onclick="alert(1)">Soldiers <a href="javascript:alert(1)">left</a><script>alert(1)</script>.</p></body></html></inlineXML>'
    const one = aNewsItem({ set: evil })
    const items = read(
      aMessage(...Array.from({ length: 500 }, (_, index) => one.replace('example:1', `example:${index}`))),
    )
    expect(items).toHaveLength(500)
    expect(JSON.stringify(items.map((item) => item.kind === 'story' && item.body))).not.toMatch(
      /javascript|alert|onclick/,
    )
  })
})

const samples = whereSamples('ninjs')

describe.skipIf(samples.skip)(`the IPTC's own examples of NewsML-G2${samples.note}`, () => {
  interface Expected {
    readonly guid: string | null
    readonly headline: string | null
    readonly newsItems: number
    readonly itemClass: string | null
    readonly versionCreated: string | null
  }
  const files = samples.skip ? [] : sampleFiles('ninjs', /newsml-g2\/.*\.xml$/)
  const expected = samples.skip
    ? {}
    : (JSON.parse(sampleText('ninjs', 'expected.json')) as { files: Record<string, Expected> }).files

  it.each(files)('%s', (file) => {
    const wanted = expected[file]
    const [item] = read(sampleBytes('ninjs', file))
    const isText = wanted?.itemClass === 'ninat:text' || wanted?.itemClass === null
    expect(item).toMatchObject(
      isText
        ? {
            kind: 'story',
            ...(wanted.guid ? { foreignId: `newsml:${wanted.guid}` } : {}),
            headline: wanted.headline?.replace(/\s+/g, ' ').trim(),
            updatedAt: wanted.versionCreated ? new Date(wanted.versionCreated).toISOString() : null,
          }
        : { kind: 'problem', foreignId: `newsml:${wanted?.guid ?? ''}` },
    )
  })
})
