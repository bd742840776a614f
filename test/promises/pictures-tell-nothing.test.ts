import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PictureId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { placePicture } from '../../src/newsroom/place-picture.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { addSealKey } from '../../src/newsroom/record/add-seal-key.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { exportSite } from '../../src/press/static-export/export-site.ts'
import { mediaIn } from '../../src/press/static-export/media-folder.ts'
import { aContent, aNewspaper } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { hostilePictures } from '../media/hostile-pictures.ts'
import { type MadeFile, TELLING, tellingPictures } from '../media/made-pictures.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { crawl } from './crawl.ts'
import { hasExiftool, metadataIn, writeAll } from './metadata-left.ts'
import { openReaderSite, type ReaderSite, SITE } from './reader-site.ts'
import { spellingsIn } from './spellings.ts'

const sqlite = databases.filter(({ kind }) => kind === 'sqlite')

/** Files below a folder, with their bytes. */
const filesIn = (folder: string): [string, Buffer][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name))])

/** Pieces out of the middle of a file, where its pixels are: one of them elsewhere means that the file lies there. */
const piecesOf = (bytes: Buffer): Buffer[] =>
  [0.4, 0.5, 0.6].map((part) => bytes.subarray(Math.floor(bytes.length * part)).subarray(0, 24))

/** Pictures that a page holds in itself. */
const heldIn = (path: string, text: string): [string, Buffer][] =>
  [...text.matchAll(/data:image\/(\w+);base64,([\w+/=]+)/g)].map(([, format = '', data = ''], at) => [
    `held${path}-${at}.${format}`,
    Buffer.from(data, 'base64'),
  ])

describe.each(sqlite)('pictures that somebody sends', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let site: ReaderSite
  let editor: Caller
  let sent: MadeFile[]
  let identity: string
  let folder: string
  const served: [string, Buffer][] = []

  const send = async ({ name, bytes }: MadeFile): Promise<Response> => {
    const { uploadId, pieceBytes } = await editor.ask('POST /uploads', { body: { name, bytes: bytes.length } })
    for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
      const body = new Blob([new Uint8Array(bytes.subarray(offset, offset + pieceBytes))])
      await editor.ask('PUT /uploads/{uploadId}', { params: { uploadId }, query: { offset }, body })
    }
    return editor.send('POST /uploads/{uploadId}/picture', { params: { uploadId }, body: { alt: 'A field' } })
  }

  const publish = async (pictureId: PictureId, name: string) => {
    const { newsroom } = studio
    const content = aContent({ headline: `A story with ${name}` })
    const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
    await placePicture(newsroom, { storyId: id, pictureId, leads: true, cover: null })
    await publishStory(newsroom, { storyId: id, revision: null })
  }

  beforeAll(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-exif-'))
    const { newsroom } = aStudio(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    site = await openReaderSite(dbs)
    studio = aStudio(dbs, { dataFolder: site.folder })
    editor = await studio.staff('Edo', 'editor')
    identity = await generateX25519Identity()
    await addSealKey(studio.newsroom, { recipient: await identityToRecipient(identity), label: 'Awa' })
    sent = await tellingPictures()
    for (const file of sent) {
      const answer = await send(file)
      if (!answer.ok) throw new Error(`${file.name} was not taken in: ${await answer.text()}`)
      const { picture } = (await answer.json()) as { picture: { id: PictureId } }
      await publish(picture.id, file.name)
    }
    await site.catchUp()
    for await (const { path, reply } of crawl(site)) {
      if (reply.headers['content-type']?.startsWith('image/'))
        served.push([`served${path}`, Buffer.from(reply.text, 'latin1')])
      served.push(...heldIn(path, reply.text))
    }
  })
  afterAll(async () => {
    await site.close()
    await dbs.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('lie nowhere as they came, but sealed for the owners', async () => {
    const files = filesIn(site.folder)
    expect(files.length).toBeGreaterThan(3 * sent.length)
    const found = files.flatMap(([name, bytes]) =>
      sent
        .filter((file) => piecesOf(file.bytes).some((piece) => bytes.includes(piece)))
        .map((file) => `${name}: ${file.name}`),
    )
    expect(found).toEqual([])
    expect(files.filter(([, bytes]) => spellingsIn(bytes.toString('latin1'), TELLING).length > 0)).toEqual([])
    expect(files.filter(([name]) => name.startsWith('uploads/'))).toEqual([])
    const sealed = files.filter(([name]) => name.startsWith('originals/'))
    expect(sealed).toHaveLength(sent.length)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const opened = await Promise.all(sealed.map(async ([, bytes]) => Buffer.from(await decrypter.decrypt(bytes))))
    expect(new Set(opened.map((bytes) => bytes.toString('hex')))).toEqual(
      new Set(sent.map(({ bytes }) => bytes.toString('hex'))),
    )
  })

  it('leave no word of theirs in either database', async () => {
    const { newsroom, edition } = dbs.addresses
    const found = [newsroom, edition].flatMap((address) => {
      if (address.kind !== 'sqlite') return []
      return [address.file, `${address.file}-wal`].filter(
        (file) => spellingsIn(readFileSync(file, 'latin1'), TELLING).length > 0,
      )
    })
    expect(found).toEqual([])
  })

  it('are served made anew, as pictures that nothing takes for anything else', async () => {
    const pictures = served.filter(([name]) => name.startsWith('served/media/'))
    expect(pictures.length).toBeGreaterThan(2 * sent.length)
    const same = sent.filter(({ bytes }) =>
      served.some(([, other]) => piecesOf(bytes).some((piece) => other.includes(piece))),
    )
    expect(same.map(({ name }) => name)).toEqual([])
    for (const [name] of pictures) {
      const { headers } = await site.ask(name.replace('served', ''))
      expect([name, headers['x-content-type-options']]).toEqual([name, 'nosniff'])
      expect(headers['content-type']).toMatch(/^image\/(?:jpeg|png|webp|avif)$/)
      expect(headers['content-security-policy']).toMatch(/default-src 'none'/)
    }
  })

  it.skipIf(!hasExiftool && process.env['CI'] !== 'true')(
    `tell a tool that reads metadata nothing but what kind of file they are${hasExiftool ? '' : ' (there is no exiftool on this machine)'}`,
    async () => {
      const into = join(folder, 'out')
      await exportSite({
        folder: into,
        edition: dbs.reader,
        address: dbs.addresses.edition,
        settings: { siteUrl: SITE, dataFolder: site.folder, webSubHub: null, indexNowKey: null },
        release: '1',
        findMedia: mediaIn(dbs.reader, site.folder),
        jobs: 1,
        full: true,
        text: false,
        offline: true,
      })
      const pictures = filesIn(into).filter(([name]) => /\.(?:jpe?g|png|webp|avif|gif|ico)$/.test(name))
      expect(pictures.length).toBeGreaterThan(2 * sent.length)
      const kept = filesIn(site.folder).filter(([name]) => /^(?:media|masters|cards)\//.test(name))
      const looked = join(folder, 'looked')
      writeAll(looked, [...served, ...named('exported', pictures), ...named('kept', kept)])
      const ours = metadataIn(looked)
      expect(ours.looked).toBeGreaterThan(6 * sent.length)
      expect(ours.found).toEqual([])
      expect(served.some(([name]) => name.startsWith('held'))).toBe(true)
      expect(served.some(([name]) => name.startsWith('served/media/cards/'))).toBe(true)
      // The tool sees what is there: what was sent tells of a place, a person, a camera and a number.
      const asSent = join(folder, 'sent')
      writeAll(
        asSent,
        named(
          'sent',
          sent.map(({ name, bytes }) => [name, bytes]),
        ),
      )
      const said = metadataIn(asSent).found.join('\n')
      for (const word of [
        'GPSLatitude',
        'PersonInImage',
        'SerialNumber',
        'Make',
        'Software',
        'DateTimeOriginal',
        'By-line',
      ]) {
        expect(said).toContain(word)
      }
    },
  )

  it('are refused when they are none, and then leave nothing behind', { timeout: 60_000 }, async () => {
    // The site writes down how often it was read, when it likes.
    const kept = () => filesIn(site.folder).flatMap(([name]) => (name.startsWith('reads/') ? [] : [name]))
    const before = kept()
    const accepted: string[] = []
    // All of them are tried in `test/media/hostile-pictures.test.ts`; here it is the way in that counts.
    for (const file of (await hostilePictures()).filter((_, at) => at % 3 === 0)) {
      const answer = await send(file)
      const { title } = (await answer.json()) as { title?: string }
      if (answer.status !== 422 || title !== 'bad-input') accepted.push(`${file.name}: ${answer.status} ${title}`)
    }
    expect(accepted).toEqual([])
    expect(kept()).toEqual(before)
    expect(studio.faults).toEqual([])
    expect((await site.ask('/')).status).toBe(200)
  })
})

const named = (folder: string, files: readonly (readonly [string, Buffer])[]): [string, Buffer][] =>
  files.map(([name, bytes]) => [`${folder}/${name}`, bytes])
