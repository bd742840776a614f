import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import sharp from 'sharp'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editionChangesAfter, editionNumber } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { pictureFile, picturesById } from '../../src/edition/public-pictures.ts'
import type { PersonaId, PictureId } from '../../src/ids.ts'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import type { PictureShelves } from '../../src/media/media-store.ts'
import { addPicture } from '../../src/newsroom/add-picture.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { findStory } from '../../src/newsroom/find-story.ts'
import { placePicture } from '../../src/newsroom/place-picture.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { addSealKey } from '../../src/newsroom/record/add-seal-key.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setFocus } from '../../src/newsroom/set-focus.ts'
import { insertPersonas, writeNewspaper } from '../../src/store/house.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { noteChanges } from '../../src/store/outbox.ts'
import { insertPicture, type Picture, picturesBefore, updatePicture } from '../../src/store/pictures.ts'
import type { Story } from '../../src/story/story.ts'
import { aContent, aNewspaper, aNewsroom, aPersona, type TestNewsroom } from '../builders.ts'
import { aPicture } from '../media/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const solid = (background: string, width = 40) =>
  sharp({ create: { width, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer()

const nameOf = (picture: Picture): string => picture.renditions[0]?.name ?? ''

let red: Buffer
let blue: Buffer
beforeAll(async () => {
  red = await solid('#aa0000')
  blue = await solid('#0000aa')
})

describe.each(databases)('pictures on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let folder: string
  let shelves: PictureShelves
  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    folder = await mkdtemp(join(tmpdir(), 'onrecord-pictures-'))
    shelves = pictureShelves(folder)
    await inTransaction(dbs.newsroom, async (tx) => {
      await writeNewspaper(tx, aNewspaper())
      await noteChanges(tx, [{ kind: 'house' }], newsroom.now())
    })
  })
  afterEach(async () => {
    await dbs.close()
    await rm(folder, { recursive: true, force: true })
  })

  const added = async (bytes: Buffer, alt = 'A red field.'): Promise<Picture> =>
    (await addPicture(newsroom, shelves, { bytes, words: { alt } })).picture

  /** A picture without its files: what readers may have of it is settled by the databases alone. */
  const onFile = async (name: string, alt = 'A field.'): Promise<Picture> => {
    const picture = aPicture({ id: `pic_${name}` as PictureId, alt })
    await inTransaction(dbs.newsroom, (tx) => insertPicture(tx, picture))
    return picture
  }

  const aLiveStory = async (picture: Picture, more: { cover?: string; bylines?: PersonaId[] } = {}): Promise<Story> => {
    const content = aContent({ headline: `Story of ${picture.id}`, bylines: more.bylines ?? [] })
    const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
    await placePicture(newsroom, { storyId: id, pictureId: picture.id, leads: true, cover: more.cover ?? null })
    await publishStory(newsroom, { storyId: id, revision: null })
    return findStory(newsroom.db, id)
  }

  const isServed = async (picture: Picture) => (await pictureFile(dbs.reader, nameOf(picture))) !== undefined

  const expectRebuiltEqual = async () => {
    const grown = await canonicalDump(dbs.edition)
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  }

  describe('taking one in', () => {
    it('keeps its files and its words, and readers have none of it before a story shows it', async () => {
      const picture = await added(red)
      expect(await picturesBefore(newsroom.db, null, 10)).toEqual([picture])
      expect(picture).toMatchObject({
        width: 40,
        height: 30,
        alt: 'A red field.',
        focus: { x: 0.5, y: 0.5 },
        credit: null,
      })
      expect((await readdir(join(folder, 'media'))).sort()).toEqual(picture.renditions.map(({ name }) => name).sort())
      expect(await readdir(join(folder, 'masters'))).toEqual([`${picture.id}.jpg`])
      expect(await isServed(picture)).toBe(false)
    })

    it('is the same picture when the same file comes again, with the words given last', async () => {
      const first = await added(red, '')
      const again = await addPicture(newsroom, shelves, { bytes: red, words: { alt: 'A field.', credit: 'A. Name' } })
      expect(again).toMatchObject({ isNew: false, picture: { id: first.id, alt: 'A field.', credit: 'A. Name' } })
      expect(await picturesBefore(newsroom.db, null, 10)).toHaveLength(1)
    })

    it('keeps the file as it came only sealed, for the owners alone', async () => {
      expect((await addPicture(newsroom, shelves, { bytes: red, words: {} })).isOriginalKept).toBe(false)
      const identity = await generateX25519Identity()
      await addSealKey(newsroom, { recipient: await identityToRecipient(identity), label: 'A. Name' })
      const { picture, isOriginalKept } = await addPicture(newsroom, shelves, { bytes: blue, words: {} })
      expect(isOriginalKept).toBe(true)
      const names = await readdir(join(folder, 'originals'))
      expect(names).toEqual([`${picture.id}.age`])
      const sealed = await readFile(join(folder, 'originals', names[0] ?? ''))
      expect(sealed.includes(blue)).toBe(false)
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      expect(Buffer.from(await decrypter.decrypt(sealed))).toEqual(blue)
    })

    it('lets no name out of the file unless somebody asks for it', async () => {
      const named = await sharp(red)
        .withExif({ IFD0: { Artist: 'Secret Name' } })
        .jpeg()
        .toBuffer()
      const { picture, notes } = await addPicture(newsroom, shelves, { bytes: named, words: {} })
      expect([notes?.credit, picture.credit]).toEqual(['Secret Name', null])
      const other = await sharp(blue)
        .withExif({ IFD0: { Artist: 'A. Name' } })
        .jpeg()
        .toBuffer()
      const asked = await addPicture(newsroom, shelves, { bytes: other, words: {}, usesFileWords: true })
      expect(asked.picture.credit).toBe('A. Name')
    })

    it('leaves nothing half-done when the file is damaged', async () => {
      await expect(added(red.subarray(0, 200))).rejects.toMatchObject({ code: 'bad-input' })
      expect([await readdir(folder), await picturesBefore(newsroom.db, null, 10)]).toEqual([[], []])
    })
  })

  describe('in a story', () => {
    it('is served while a live story shows it, and not a moment longer', async () => {
      const [one, other] = [await onFile('red'), await onFile('blue')]
      const story = await aLiveStory(one)
      await aLiveStory(other)
      expect(await pictureFile(dbs.reader, nameOf(one))).toMatchObject({ mediaType: 'image/jpeg' })
      expect((await picturesById(dbs.reader, [one.id])).get(one.id)).toMatchObject({ width: 3000, colour: one.colour })
      const before = await editionNumber(dbs.reader)
      await killStory(newsroom, story.id, 'It put a source at risk.')
      expect([await isServed(one), await isServed(other)]).toEqual([false, true])
      expect((await picturesById(dbs.reader, [one.id])).size).toBe(0)
      expect((await editionChangesAfter(dbs.reader, before)).flatMap(({ purge }) => purge)).toContain(
        `picture:${one.id}`,
      )
      await expectRebuiltEqual()
    })

    it('stays as long as another story shows it, and leaves with the revision that drops it', async () => {
      const picture = await onFile('red')
      const [first, second] = [await aLiveStory(picture), await aLiveStory(picture)]
      await killStory(newsroom, first.id, 'Withdrawn.')
      expect(await isServed(picture)).toBe(true)
      const content = {
        ...second.content,
        body: { ...second.content.body, content: second.content.body.content.slice(1) },
      }
      await reviseStory(newsroom, { storyId: second.id, revision: null, content })
      expect(await isServed(picture)).toBe(true)
      await publishStory(newsroom, { storyId: second.id, revision: null })
      expect(await isServed(picture)).toBe(false)
      await expectRebuiltEqual()
    })

    it('is not published without a description, unless it only decorates', async () => {
      const picture = await onFile('red', '')
      await expect(aLiveStory(picture)).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringContaining('no description'),
      })
      await inTransaction(dbs.newsroom, (tx) => updatePicture(tx, { ...picture, decorative: true }))
      const [{ id } = { id: '' }] = await dbs.newsroom.selectFrom('stories').select('id').execute()
      const storyId = id as Story['id']
      await placePicture(newsroom, { storyId, pictureId: picture.id, leads: false, cover: null })
      expect(
        (await publishStory(newsroom, { storyId, revision: null })).result.content.body.content.at(-1),
      ).toMatchObject({ type: 'figure', attrs: { decorative: true, alt: '' } })
    })

    it('is cropped anew everywhere when its focal point moves', async () => {
      const picture = await onFile('red')
      const story = await aLiveStory(picture)
      await aLiveStory(await onFile('blue'))
      const before = await editionNumber(dbs.reader)
      await setFocus(newsroom, picture.id, { x: 0.25, y: 0.75 })
      expect((await picturesById(dbs.reader, [picture.id])).get(picture.id)?.focus).toEqual({ x: 0.25, y: 0.75 })
      const tags = (await editionChangesAfter(dbs.reader, before)).flatMap((change) => change.tags)
      expect(tags).toEqual(expect.arrayContaining([`story:${story.id}`, `picture:${picture.id}`, 'list:all:en']))
      await expectRebuiltEqual()
    })
  })

  it('of a byline are served as long as readers know the byline', async () => {
    const picture = await onFile('red')
    const byline = aPersona({ pictureId: picture.id })
    await inTransaction(dbs.newsroom, (tx) => insertPersonas(tx, [byline]))
    const other = await onFile('blue')
    expect(await isServed(picture)).toBe(false)
    const story = await aLiveStory(other, { bylines: [byline.id] })
    expect(await isServed(picture)).toBe(true)
    await expectRebuiltEqual()
    await killStory(newsroom, story.id, 'Withdrawn.')
    expect([await isServed(picture), await isServed(other)]).toEqual([false, false])
    await expectRebuiltEqual()
  })
})
