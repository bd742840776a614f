import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import type { Incoming } from '../../src/intake/incoming.ts'
import type { InputKind } from '../../src/intake/input-kinds.ts'
import { openInputs } from '../../src/newsroom/importing/open-inputs.ts'
import { inputRuns } from '../../src/newsroom/importing/read-inputs.ts'
import { type ArchivePart, aZip } from './made-archive.ts'

const A_FEED = `<rss version="2.0"><channel><title>Paper</title>
<item><guid>1</guid><title>Two tolls for one shelling</title><description>The army says four.</description></item>
</channel></rss>`

const A_PIXEL = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-inputs-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

const anArchive = (...parts: ArchivePart[]) => put('export.zip', aZip(parts))

async function opened(name: string, wanted: InputKind | null = null) {
  const inputs = await openInputs([name], wanted)
  const items: Incoming[] = []
  const seenBytes: number[] = []
  const reading = { reading: { readOn: null, zone: null }, onBytes: (bytes: number) => seenBytes.push(bytes) }
  for (const { incoming } of inputRuns(inputs, reading)) for await (const item of incoming) items.push(item)
  await inputs.close()
  return {
    ...inputs,
    items,
    seenBytes,
    headlines: items.flatMap((item) => (item.kind === 'story' ? [item.headline] : [])),
    told: [...inputs.problems, ...items].flatMap((item) => (item.kind === 'problem' ? [item.what] : [])).join('\n'),
  }
}

const refusalOf = async (name: string, wanted: InputKind | null = null): Promise<string> => {
  const error = await openInputs([name], wanted).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(error instanceof OnrecordError)) throw new Error(`No refusal of ${name}: ${String(error)}`)
  return `${error.message} ${error.remedy ?? ''}`
}

describe('what is named for an import', () => {
  it('is known by its content, whatever its name says', async () => {
    const { headlines, readable } = await opened(await put('story.txt', A_FEED))
    expect(readable.map(({ kind }) => kind)).toEqual(['feed'])
    expect(headlines).toEqual(['Two tolls for one shelling'])
  })

  it('tells how far it has been read, up to its size', async () => {
    const { seenBytes, bytes } = await opened(await put('feed.xml', A_FEED))
    expect(seenBytes.at(-1)).toBe(bytes)
  })

  it('is refused with one clear line when nobody can read it', async () => {
    expect(await refusalOf(join(folder, 'missing'))).toMatch(/there is no such file/)
    expect(await refusalOf(await put('empty', ''))).toMatch(/is empty/)
    expect(await refusalOf(await put('a.pdf', '%PDF-1.7'))).toMatch(/a PDF document.*save it as a web page/s)
    expect(await refusalOf(await put('a.png', A_PIXEL))).toMatch(/picture add/)
    expect(await refusalOf(await put('feed.xml', A_FEED), 'page-text')).toMatch(/Leave the word “page-text” out/)
  })
})

describe('a folder', () => {
  it('is looked through with all that lies below it, pictures apart', async () => {
    await put('2024/07/feed.xml', A_FEED)
    await put('2024/07/a.png', A_PIXEL)
    await put('notes.docx', 'PK\u0003\u0004')
    await put('.hidden/feed.xml', A_FEED)
    const { headlines, pictures, told } = await opened(folder)
    expect(headlines).toEqual(['Two tolls for one shelling'])
    expect(pictures.map(({ name }) => name)).toEqual(['2024/07/a.png'])
    expect(told).toMatch(/One file is neither stories nor pictures.*notes\.docx/)
  })

  it('does not lead anywhere else by a link, and tells so', async () => {
    await put('feed.xml', A_FEED)
    await symlink('/etc', join(folder, 'elsewhere'))
    const { told, readable } = await opened(folder)
    expect(readable).toHaveLength(1)
    expect(told).toMatch(/link to another place: not followed/)
  })

  it('without files, or without one that can be read, is refused', async () => {
    expect(await refusalOf(folder)).toMatch(/holds no files/)
    await put('a.pdf', '%PDF-1.7')
    expect(await refusalOf(folder)).toMatch(/a PDF document/)
  })
})

describe('an archive', () => {
  it('is read like the folder that it was made from', async () => {
    const path = await anArchive(
      { name: 'posts/feed.xml', content: A_FEED },
      { name: 'posts/a.png', content: A_PIXEL },
      { name: '__MACOSX/._feed.xml', content: 'x' },
    )
    const { headlines, pictures, problems } = await opened(path)
    expect(headlines).toEqual(['Two tolls for one shelling'])
    expect(pictures.map(({ name }) => name)).toEqual(['posts/a.png'])
    expect(problems).toEqual([])
  })

  const odd: readonly (readonly [string, ArchivePart, RegExp])[] = [
    ['leads out of it', { name: '../../etc/cron.d/x', content: A_FEED }, /leads out of the archive/],
    ['is a link', { name: 'link.xml', content: '/etc/passwd', mode: 0o120777 }, /link to another place/],
    ['is locked', { name: 'locked.xml', content: A_FEED, isLocked: true }, /locked with a password/],
    ['unpacks to a monster', { name: 'bomb.xml', content: 'a', claimedBytes: 4_000_000_000 }, /4000 MB/],
    ['shares its bytes', { name: 'quine.xml', content: A_FEED, isOverlapping: true }, /shares its bytes/],
    ['has a name twice', { name: 'feed.xml', content: '<rss/>' }, /another file of this name/],
  ]
  it.each(odd)('leaves a file alone that %s, and reads the others', async (_, part, what) => {
    const parts = part.isOverlapping
      ? Array.from({ length: 40 }, (_, index) => ({ ...part, name: `q${index}.xml` }))
      : [part]
    const { headlines, told } = await opened(await anArchive({ name: 'feed.xml', content: A_FEED }, ...parts))
    expect(headlines.length).toBeGreaterThanOrEqual(1)
    expect(new Set(headlines)).toEqual(new Set(['Two tolls for one shelling']))
    expect(told).toMatch(what)
  })

  it('whose file unpacks to more than it says is told at that file, and the others are read', async () => {
    const lie = { name: 'a-lie.xml', content: A_FEED.repeat(50), claimedBytes: 100 }
    const { headlines, told } = await opened(await anArchive(lie, { name: 'feed.xml', content: A_FEED }), 'feed')
    expect(headlines).toEqual(['Two tolls for one shelling'])
    expect(told).toMatch(/a-lie\.xml is damaged in the archive/)
  })

  it('that is cut off, empty or of nothing but pictures is refused', async () => {
    const whole = aZip([{ name: 'feed.xml', content: A_FEED }])
    expect(await refusalOf(await put('cut.zip', whole.subarray(0, whole.length - 30)))).toMatch(/cut off or damaged/)
    expect(await refusalOf(await put('none.zip', aZip([])))).toMatch(/holds no files/)
    expect(await refusalOf(await anArchive({ name: 'a.png', content: A_PIXEL }))).toMatch(/pictures only|picture add/)
  })
})
