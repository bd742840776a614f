import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pictureFile } from '../../src/edition/public-pictures.ts'
import { lookUp } from '../../src/edition/public-stories.ts'
import { picturesIn } from '../../src/newsroom/import-pictures/picture-source.ts'
import { databases, type OpenDatabases } from './databases.ts'
import {
  aFile,
  aMissing,
  aMove,
  anOldSite,
  aPhotograph,
  aStoryWith,
  type Move,
  type OldSite,
  sorted,
  withPlace,
} from './moved-pictures.ts'

let site: OldSite
let red: Buffer
let blue: Buffer
beforeAll(async () => {
  site = await anOldSite()
  red = await withPlace('#aa0000')
  blue = await aPhotograph('#0000aa')
})
afterAll(() => site.close())

describe.each(databases)('the pictures of imported stories on $name', ({ open }) => {
  let dbs: OpenDatabases
  let move: Move

  beforeEach(async () => {
    dbs = await open()
    site.forget()
    move = await aMove(dbs, site)
  })
  afterEach(async () => {
    await move.close()
    await dbs.close()
  })

  describe('brought from the web', () => {
    it('take the place of the missing ones before readers, with the words that stood there', async () => {
      site.answer('/a.jpg', red)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      const before = await move.storyOf(1)
      expect(await move.bring()).toMatchObject({ fetched: 1, missing: 0, stories: { settled: 1 } })
      const [picture] = await move.library()
      expect(picture).toMatchObject({
        alt: 'A column of lorries.',
        caption: 'A column near the border',
        credit: 'A. Name',
      })
      const [figure] = await move.figuresOf(1)
      expect(figure).toEqual({
        ...aMissing(null),
        attrs: { ...aMissing(null).attrs, picture: { kind: 'photo', pictureId: picture?.id, cover: null } },
      })
      expect(await move.isLive(1)).toBe(true)
      const shown = await lookUp(dbs.reader, before.path ?? '')
      expect(shown).toMatchObject({ kind: 'story', story: { updatedAt: before.updatedAt } })
      expect(JSON.stringify(shown)).toContain(picture?.id)
    })

    it('say neither where they were taken nor by whom, in any byte that is served', async () => {
      site.answer('/a.jpg', red)
      expect(red.includes('Secret Name')).toBe(true)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      await move.bring()
      const [picture] = await move.library()
      expect(picture?.renditions.length).toBeGreaterThan(0)
      for (const { name } of picture?.renditions ?? []) {
        expect(await pictureFile(dbs.reader, name)).toBeDefined()
        const file = await move.shelves.media.read(name)
        if (!file) throw new Error(`${name} is not there`)
        const bytes = await buffer(file.content)
        const { exif, xmp, iptc } = await sharp(bytes).metadata()
        expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
        for (const word of ['Secret Name', 'GPS', 'Exif']) expect(bytes.includes(word)).toBe(false)
      }
    })

    it('are asked for once, however many stories show them and whatever copy they show', async () => {
      await move.takenIn(red)
      site.answer('/uploads/a.jpg', red)
      const copies = ['/uploads/a.jpg', '/uploads/a-300x200.jpg', '/uploads/a-1024x683.jpg']
      await move.bringIn(copies.map((path, number) => aStoryWith(number, aMissing(site.address(path)))))
      await move.bring()
      expect(site.asked()).toEqual(['/uploads/a.jpg'])
      expect(await move.library()).toHaveLength(1)
      for (const number of [0, 1, 2]) expect(await move.kindsOf(number)).toEqual(['photo'])
      await move.bring()
      expect(site.asked()).toHaveLength(1)
    })

    it('are the copy where the original is gone or damaged', async () => {
      site.answer('/uploads/a-300x200.jpg', red)
      site.answer('/uploads/b.jpg', blue.subarray(0, 200))
      site.answer('/uploads/b-300x200.jpg', blue)
      await move.bringIn(
        ['a', 'b'].map((name, number) => aStoryWith(number, aMissing(site.address(`/uploads/${name}-300x200.jpg`)))),
      )
      expect(await move.bring()).toMatchObject({ fetched: 2, refused: 0 })
      expect(site.asked()).toEqual(sorted(['a-300x200', 'a', 'b-300x200', 'b'].map((name) => `/uploads/${name}.jpg`)))
    })

    it('are one picture where two addresses have the same file, and keep the words that somebody gave it here', async () => {
      site.answer('/a.jpg', red)
      site.answer('/b.jpg', red)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      await move.bring()
      await move.bringIn([aStoryWith(2, aMissing(site.address('/b.jpg'), { alt: 'Other words.', caption: '' }))])
      await move.bring()
      expect(await move.library()).toMatchObject([{ alt: 'A column of lorries.' }])
      expect((await move.figuresOf(2))[0]?.attrs.alt).toBe('Other words.')
    })

    it('are put into a story all at once', async () => {
      await move.takenIn(red, blue)
      site.answer('/a.jpg', red)
      site.answer('/b.jpg', blue)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')), aMissing(site.address('/b.jpg')))])
      const { revision } = await move.storyOf(1)
      await move.bring()
      expect(await move.kindsOf(1)).toEqual(['photo', 'photo'])
      expect((await move.storyOf(1)).revision).toBe(revision + 1)
    })

    it('are not asked for unless somebody wants it', async () => {
      site.answer('/a.jpg', red)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      await move.bring({ fetch: null })
      await move.round()
      expect(site.asked()).toEqual([])
    })
  })

  describe('that do not come', () => {
    it('are listed with why, and with the stories that miss them', async () => {
      site.answer('/page.jpg', Buffer.from('<!doctype html><p>Not here any more.</p>'))
      site.answer('/gone.jpg', 410)
      await move.bringIn([
        aStoryWith(1, aMissing(site.address('/nothing.jpg'))),
        aStoryWith(2, aMissing(site.address('/gone.jpg')), aMissing(site.address('/page.jpg'))),
        aStoryWith(3, aMissing(null, { name: 'column.jpg' })),
        aStoryWith(4, aMissing(`http://10.0.0.1/a.jpg`)),
      ])
      expect(await move.bring()).toMatchObject({ fetched: 0, missing: 4, refused: 1, stories: { settled: 0 } })
      const { missing, refused, waiting, counts } = await move.report()
      expect(counts).toMatchObject({ here: 0, waiting: 0, missing: 4, refused: 1 })
      const lines = missing.map(({ address: where, name, why, stories }) => [
        where ?? name,
        why,
        stories.map(({ headline }) => headline),
      ])
      expect(lines).toEqual([
        ['http://10.0.0.1/a.jpg', expect.stringContaining('not a public web server'), ['Story 4']],
        ['column.jpg', expect.stringContaining('a folder only'), ['Story 3']],
        [site.address('/gone.jpg'), expect.stringContaining('410'), ['Story 2']],
        [site.address('/nothing.jpg'), expect.stringContaining('404'), ['Story 1']],
      ])
      expect(refused).toMatchObject([{ why: 'The file is a web page, not a picture.', storyCount: 1 }])
      expect(waiting).toEqual([])
      expect(await move.kindsOf(2)).toEqual(['missing', 'missing'])
    })

    it('are not asked for again once they are given up, unless somebody says so', async () => {
      await move.takenIn(red)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      await move.bring()
      site.answer('/a.jpg', red)
      await move.bring()
      expect(site.asked()).toEqual(['/a.jpg'])
      expect(await move.bring({ again: true })).toMatchObject({ fetched: 1 })
    })

    it('wait when their server may do better later, longer each time, and are given up in the end', async () => {
      site.answer('/a.jpg', 500)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      expect(await move.bring()).toMatchObject({ later: 1, missing: 0 })
      expect(move.waits).toEqual([1_000, 5_000])
      expect((await move.report()).waiting).toMatchObject([{ why: expect.stringContaining('500') }])
      for (const _ of [2, 3, 4, 5]) expect(await move.bring()).toMatchObject({ later: 1 })
      expect(await move.bring()).toMatchObject({ missing: 1 })
      expect((await move.report()).missing).toMatchObject([{ why: expect.stringContaining('6 times') }])
    })

    it('come after a rest that their server asked for', async () => {
      await move.takenIn(red)
      site.answer('/a.jpg', { status: 429, retryAfter: '0' }, red)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      expect(await move.bring()).toMatchObject({ fetched: 1 })
      expect(site.asked()).toHaveLength(2)
    })
  })

  describe('brought from a folder', () => {
    it('are found there by path or name, and no server is asked', async () => {
      await move.takenIn(red, blue)
      const from = [picturesIn([aFile('backup/uploads/2024/07/a.jpg', red), aFile('column.jpg', blue)])]
      await move.bringIn([
        aStoryWith(1, aMissing(site.address('/wp-content/uploads/2024/07/a-300x200.jpg'))),
        aStoryWith(2, aMissing(null, { name: 'column.jpg' })),
        aStoryWith(3, aMissing(site.address('/elsewhere.jpg'), { name: 'elsewhere.jpg' })),
      ])
      expect(await move.bring({ from, fetch: null })).toMatchObject({ fromFolders: 2, notFound: 1 })
      expect(site.asked()).toEqual([])
      for (const number of [1, 2]) expect(await move.kindsOf(number)).toEqual(['photo'])
      expect((await move.report()).waiting).toMatchObject([{ address: site.address('/elsewhere.jpg'), why: null }])
    })

    it('are found there after the web had none', async () => {
      await move.takenIn(red)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      expect(await move.bring()).toMatchObject({ missing: 1 })
      expect(await move.bring({ from: [picturesIn([aFile('a.jpg', red)])] })).toMatchObject({ fromFolders: 1 })
      expect(await move.kindsOf(1)).toEqual(['photo'])
    })

    it('are asked for on the web where the file in the folder is damaged', async () => {
      site.answer('/a.jpg', red)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      const from = [picturesIn([aFile('a.jpg', red.subarray(0, 150))])]
      expect(await move.bring({ from })).toMatchObject({ fromFolders: 0, fetched: 1, refused: 0 })
    })
  })
})
