import { describe, expect, it } from 'vitest'
import { wholeText } from '../../src/desk/desk-text.ts'
import { lintInputs } from '../../src/newsroom/desk/lint-input.ts'
import { knownNames } from '../../src/newsroom/desk/names-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const inputs = (text: string) => lintInputs(bytes(text), 'story.txt')
const read = async (text: string) => (await inputs(text)).map(({ text }) => wholeText(text))

const body = (...paragraphs: string[]) => ({
  type: 'doc',
  version: 2,
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

const content = (headline: string, ...paragraphs: string[]) => ({
  kicker: null,
  headline,
  standfirst: '',
  dateline: null,
  sectionIds: [],
  bylines: [],
  keywords: [],
  body: body(...paragraphs),
})

const line = (id: string, text: string) =>
  JSON.stringify({
    kind: 'story',
    story: { id, language: 'en', state: 'published' },
    newest: content('', text),
    live: content('', 'An old text.'),
    notes: [],
  })

describe('a plain text', () => {
  it('is read by paragraphs, each place of which is found again in what was given', async () => {
    const given = '  Three were hurt.\r\n\r\n\r\n   The 🕊 army said so.\n \nNobody else did.\n'
    const [input] = await inputs(given)
    expect(input?.text.paragraphs.map(({ text }) => text.trim())).toEqual([
      'Three were hurt.',
      'The 🕊 army said so.',
      'Nobody else did.',
    ])
    const text = input ? wholeText(input.text) : ''
    for (const words of ['Three', 'army', 'Nobody', 'did.']) {
      const place = input?.inSource(text.indexOf(words)) ?? -1
      expect(input?.source.slice(place, place + words.length)).toBe(words)
    }
  })

  it('may begin with a bracket', async () => {
    expect(await read('[Text] Two men were killed.')).toEqual(['[Text] Two men were killed.'])
    expect(await read('{sic} Two men were killed.')).toEqual(['{sic} Two men were killed.'])
  })

  it('may have a header that tells language and date; places are counted behind it', async () => {
    const [input] = await inputs('{"id": "1", "lang": "fr", "date": "2021-06-30"}\n\nSept personnes ont été tuées.\n')
    expect(input).toMatchObject({ language: 'fr', publishedAt: '2021-06-30T12:00:00.000Z' })
    expect(input?.source).toBe('Sept personnes ont été tuées.\n')
  })
})

describe('HTML', () => {
  it('of a piece is read whole', async () => {
    expect(await read('<p>Two men were <b>killed</b>.</p><script>no()</script><p>So says the army.</p>')).toEqual([
      'Two men were killed.\nSo says the army.',
    ])
  })

  it('of a page is read for its story, with language and day', async () => {
    const sentence = 'The governor said that two men had been killed at the market on the road to the north. '
    const [input] = await inputs(`<!doctype html><html lang="en"><head><title>Market attacked</title>
      <meta property="article:published_time" content="2024-07-29T10:00:00Z"></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Market attacked</h1>
      ${`<p>${sentence.repeat(4)}</p>`.repeat(5)}</article></body></html>`)
    expect(input).toMatchObject({ language: 'en', publishedAt: '2024-07-29T10:00:00.000Z' })
    expect(input?.text.paragraphs[0]).toMatchObject({ text: 'Market attacked', kind: 'headline' })
    expect(input && wholeText(input.text)).not.toContain('Home')
  })

  it('of a page with hardly a word is read all the same', async () => {
    expect((await read('<html><body><p>Two men were killed.</p></body></html>'))[0]).toContain('Two men were killed.')
  })
})

describe('our own stories', () => {
  it('are read as the command line shows them', async () => {
    const story = { id: 'sty_1', language: 'en', content: content('Market attacked', 'Two men were killed.') }
    const [input] = await inputs(
      JSON.stringify({ ...story, firstPublished: { at: '2024-07-29T10:00:00.000Z' } }, null, 2),
    )
    expect(input).toMatchObject({ story: 'sty_1', language: 'en', publishedAt: '2024-07-29T10:00:00.000Z' })
    expect(input && wholeText(input.text)).toBe('Market attacked\nTwo men were killed.')
  })

  it('are read from the lines of an export, the newest text of each', async () => {
    const house = JSON.stringify({ kind: 'newspaper', newspaper: { name: 'Paper', defaultLanguage: 'en' } })
    const given = [house, line('sty_1', 'Two men were killed.'), line('sty_2', 'Nobody was hurt.')].join('\n')
    expect(await read(given)).toEqual(['Two men were killed.', 'Nobody was hurt.'])
  })

  it('are read from a story’s file in a whole export', async () => {
    const file = {
      format: 'onrecord-story',
      version: 1,
      story: { id: 'sty_1', language: 'fr', firstPublishedAt: null },
      revisions: [
        { revision: 1, content: content('', 'Un texte.') },
        { revision: 2, content: content('', 'Deux hommes ont été tués.') },
      ],
    }
    expect(await read(JSON.stringify(file))).toEqual(['Deux hommes ont été tués.'])
  })

  it('are read from their bodies alone', async () => {
    expect(await read(JSON.stringify(body('Two men were killed.')))).toEqual(['Two men were killed.'])
  })
})

describe('what cannot be read is said, and what to do', () => {
  it.each([
    ['', 'is empty'],
    ['  \n ', 'is empty'],
    ['{"a": 1}', 'holds no story'],
    ['{"a": 1', 'holds no story'],
    ['%PDF-1.4 …', 'a PDF document'],
    ['<?xml version="1.0"?><rss><channel></channel></rss>', 'a feed'],
  ])('%o', async (text, what) => {
    await expect(inputs(text)).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining(what) })
  })

  it('a text that is not in UTF-8', async () => {
    const latin = Uint8Array.from('Trois soldats ont été tués.'.split('').map((sign) => sign.charCodeAt(0)))
    await expect(lintInputs(latin, 'story.txt')).rejects.toMatchObject({ message: 'story.txt is no text in UTF-8.' })
  })

  it('a text that is no story for its size', async () => {
    await expect(lintInputs(new Uint8Array(5_000_001).fill(65), 'big.txt')).rejects.toMatchObject({
      message: 'big.txt is larger than 5 MB: no story is.',
    })
  })
})

describe('names to know', () => {
  const known = {
    entryId: 'Africa Corps',
    kind: 'actor',
    name: 'Africa Corps',
    aliases: ['Wagner', 'Corps africain'],
    actorKind: 'private-military-company',
    zone: null,
  }

  it('are a table', () => {
    expect(
      knownNames(
        'name,aliases,kind\nAfrica Corps,Wagner; Corps africain,private-military-company\nKidal,,place\n',
        'n.csv',
      ),
    ).toEqual([known, { ...known, entryId: 'Kidal', name: 'Kidal', aliases: [], kind: 'place', actorKind: null }])
  })

  it('or a list in JSON', () => {
    const list = [{ name: 'Africa Corps', aliases: ['Wagner', 'Corps africain'], kind: 'private-military-company' }]
    expect(knownNames(JSON.stringify(list), 'n.json')).toEqual([known])
    expect(knownNames(JSON.stringify({ names: [{ name: 'Kidal' }] }), 'n.json')).toMatchObject([{ kind: 'actor' }])
  })

  it.each([
    ['people\nA\n', 'neither'],
    ['[{"aliases": []}]', 'name 1'],
    ['name,kind\nKidal,town\n', 'name 1'],
    ['[', 'neither'],
  ])('or are refused: %o', (text, why) => {
    expect(() => knownNames(text, 'n')).toThrow(why)
  })
})
