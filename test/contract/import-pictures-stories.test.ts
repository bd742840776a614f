import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lookUp } from '../../src/edition/public-stories.ts'
import { addPicture } from '../../src/newsroom/add-picture.ts'
import { holdStory, releaseStory } from '../../src/newsroom/change-story.ts'
import { leftStories } from '../../src/newsroom/import-pictures/absent-pictures.ts'
import { askForPictures } from '../../src/newsroom/import-pictures/ask-for-pictures.ts'
import { bringPictures } from '../../src/newsroom/import-pictures/bring-pictures.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { updateWanted, wantedAfter } from '../../src/store/wanted-pictures.ts'
import { at } from '../builders.ts'
import { aStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'
import {
  aMissing,
  aMove,
  anOldSite,
  aPhotograph,
  aStoryWith,
  type Move,
  type OldSite,
  sorted,
  thrown,
  withPlace,
} from './moved-pictures.ts'

let site: OldSite
let red: Buffer
let blue: Buffer
let green: Buffer
beforeAll(async () => {
  site = await anOldSite()
  red = await withPlace('#aa0000')
  blue = await aPhotograph('#0000aa')
  green = await aPhotograph('#00aa00')
})
afterAll(() => site.close())

describe.each(databases)('stories whose pictures come later on $name', ({ open }) => {
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

  describe('and the stories', () => {
    it('are left alone where staff work on them, and are told until they are free again', async () => {
      await move.takenIn(red)
      site.answer('/a.jpg', red)
      await move.bringIn([1, 2].map((number) => aStoryWith(number, aMissing(site.address('/a.jpg')))))
      const story = await move.storyOf(1)
      await reviseStory(move.newsroom, {
        storyId: story.id,
        revision: null,
        content: { ...story.content, kicker: 'Ours' },
      })
      await holdStory(move.newsroom, (await move.storyOf(2)).id, 'a check')
      await move.bring()
      expect([await move.kindsOf(1), await move.kindsOf(2)]).toEqual([['missing'], ['missing']])
      const [picture] = await move.library()
      const left = await leftStories(move.newsroom.db, null, 10)
      expect(sorted(left.map(({ headline, pictureId }) => `${headline} ${pictureId}`))).toEqual([
        `Story 1 ${picture?.id}`,
        `Story 2 ${picture?.id}`,
      ])
      await releaseStory(move.newsroom, (await move.storyOf(2)).id)
      expect((await move.bring()).stories).toMatchObject({ settled: 1, 'with-staff': 1 })
      expect(await move.kindsOf(2)).toEqual(['photo'])
      expect((await move.storyOf(1)).content.kicker).toBe('Ours')
    })

    it('wait for an editor with a picture that nobody has described, and readers get the others', async () => {
      site.answer('/a.jpg', red)
      site.answer('/b.jpg', blue)
      await move.bringIn([
        aStoryWith(1, aMissing(site.address('/a.jpg'), { alt: '' }), aMissing(site.address('/b.jpg'))),
      ])
      await move.bring()
      expect(await move.kindsOf(1)).toEqual(['photo', 'photo'])
      expect(await move.isLive(1)).toBe(false)
      const shown = JSON.stringify(await lookUp(dbs.reader, (await move.storyOf(1)).path ?? ''))
      const ids = Object.fromEntries((await move.library()).map(({ alt, id }) => [alt, id]))
      expect([shown.includes(ids['A column of lorries.'] ?? '?'), shown.includes(ids[''] ?? '?')]).toEqual([
        true,
        false,
      ])
      expect((await move.report()).counts.storiesWithEditor).toBe(1)
    })

    it('change in nothing when the import and the pictures are brought once more', async () => {
      await move.takenIn(red)
      site.answer('/a.jpg', red)
      const stories = [aStoryWith(1, aMissing(site.address('/a.jpg')), aMissing(site.address('/none.jpg')))]
      await move.bringIn(stories)
      await move.bring()
      const before = await move.storyOf(1)
      expect(await move.bringIn(stories)).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
      await move.bring()
      expect(await move.storyOf(1)).toEqual(before)
    })

    it('have pictures at once that came with an earlier import, changed or new', async () => {
      await move.takenIn(red)
      site.answer('/a.jpg', red)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      await move.bring()
      const changed = { ...aStoryWith(1, aMissing(site.address('/a.jpg'))), standfirst: 'Changed at its source.' }
      await move.bringIn([changed, aStoryWith(2, aMissing(site.address('/a.jpg')))])
      expect([await move.kindsOf(1), await move.kindsOf(2)]).toEqual([['photo'], ['photo']])
      expect([await move.isLive(1), await move.isLive(2)]).toEqual([true, true])
      expect(await move.bringIn([changed])).toMatchObject({ unchanged: 1 })
      expect(site.asked()).toHaveLength(1)
    })

    it('are published with a known picture still missing where nobody has described it', async () => {
      site.answer('/a.jpg', red)
      const mute = (number: number) => aStoryWith(number, aMissing(site.address('/a.jpg'), { alt: '' }))
      await move.bringIn([mute(1)], false)
      await move.bring()
      expect(await move.bringIn([mute(2)])).toMatchObject({ published: 1 })
      expect(await move.kindsOf(2)).toEqual(['missing'])
      await move.bring({ fetch: null })
      expect([await move.kindsOf(2), await move.isLive(2)]).toEqual([['photo'], false])
    })
  })

  describe('a run that ends early', () => {
    const END = new Error('the power went')

    /** A newsroom and shelves that fail at the n-th thing they are asked for. */
    const failingAt = (n: number) => {
      let left = n
      const step = () => {
        left -= 1
        if (left === 0) throw END
      }
      const media = {
        ...move.shelves.media,
        put: async (name: string, content: Uint8Array) => {
          step()
          return move.shelves.media.put(name, content)
        },
      }
      const now = () => {
        step()
        return at('2024-08-01T09:00:00Z')
      }
      return { newsroom: { ...move.newsroom, now }, shelves: { ...move.shelves, media }, hasFailed: () => left <= 0 }
    }

    it('goes on where it was, whatever it was at, and ends the same', async () => {
      const paths = ['/a.jpg', '/b.jpg', '/c.jpg']
      const pictures = [red, blue, green]
      const figures = paths.map((path) => aMissing(site.address(path)))
      await move.bringIn([aStoryWith(1, ...figures.slice(0, 2)), aStoryWith(2, ...figures.slice(1))])
      for (const [index, path] of paths.entries()) site.answer(path, pictures[index] as Buffer)
      for (let n = 1, ended = true; ended && n < 60; n += 3) {
        const failing = failingAt(n)
        await bringPictures(failing.newsroom, failing.shelves, {
          from: [],
          fetch: site.fetch,
          onFault: thrown,
        }).catch((error: unknown) => (error === END ? undefined : thrown(error)))
        ended = failing.hasFailed()
      }
      await move.bring()
      expect(await move.library()).toHaveLength(3)
      expect([await move.kindsOf(1), await move.kindsOf(2)]).toEqual([
        ['photo', 'photo'],
        ['photo', 'photo'],
      ])
      expect([(await move.storyOf(1)).revision, (await move.storyOf(2)).revision]).toEqual([2, 2])
      expect(await move.report()).toMatchObject({ counts: { here: 3, waiting: 0, missing: 0 }, leftAlone: [] })
    })

    it('asks for nothing again that was taken in before it could be noted', async () => {
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      const { picture } = await addPicture(move.newsroom, move.shelves, { bytes: red, words: { alt: 'Red.' } })
      const [wanted] = await wantedAfter(move.newsroom.db, { states: ['waiting'] }, null, 1)
      if (!wanted) throw new Error('nothing is wanted')
      await inTransaction(move.newsroom.db, (tx) => updateWanted(tx, { ...wanted, sha256: picture.sha256 }))
      expect(await move.bring()).toMatchObject({ knownByContent: 1, fetched: 0 })
      expect(site.asked()).toEqual([])
      expect(await move.kindsOf(1)).toEqual(['photo'])
    })

    it('stops between two pictures when it is asked to', async () => {
      await move.takenIn(red, blue)
      for (const path of ['/a.jpg', '/b.jpg']) site.answer(path, path === '/a.jpg' ? red : blue)
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')), aMissing(site.address('/b.jpg')))])
      let done = 0
      const first = Promise.withResolvers<void>()
      await move.bring({
        onProgress: () => {
          done += 1
          first.resolve()
        },
        isStopping: () => done > 0,
        fetch: async (url) => {
          if (url.endsWith('/b.jpg')) await first.promise
          return site.fetch(url)
        },
      })
      expect(await move.kindsOf(1)).toEqual(['missing', 'missing'])
      await move.bring()
      expect(await move.kindsOf(1)).toEqual(['photo', 'photo'])
      expect(site.asked()).toEqual(['/a.jpg', '/b.jpg'])
    })
  })

  describe('in the studio', () => {
    it('are counted and listed, and fetched by the server once somebody asks', async () => {
      await move.takenIn(red)
      site.answer('/a.jpg', 500)
      await move.bringIn([
        aStoryWith(1, aMissing(site.address('/a.jpg'))),
        aStoryWith(2, aMissing(site.address('/none.jpg'))),
      ])
      const studio = aStudio(dbs)
      const editor = await studio.staff('Owner', 'owner')
      const before = await editor.ask('GET /imports/pictures', {})
      expect(before).toMatchObject({ counts: { waiting: 2, asked: 0 }, after: null, leftAlone: [] })
      expect(before.absent).toMatchObject([
        {
          address: site.address('/a.jpg'),
          state: 'waiting',
          why: null,
          storyCount: 1,
          stories: [{ headline: 'Story 1' }],
        },
        { address: site.address('/none.jpg') },
      ])
      expect(await editor.ask('POST /imports/pictures', { body: { fetch: true } })).toEqual({ asked: 2 })
      site.answer('/a.jpg', red)
      move.newsroom.setClock(studio.newsroom.now())
      await move.round()
      await move.round()
      expect(site.asked()).toEqual(['/a.jpg', '/none.jpg'])
      const after = await editor.ask('GET /imports/pictures', {})
      expect(after).toMatchObject({
        counts: { here: 1, missing: 1, waiting: 0, asked: 0 },
        absent: [{ state: 'missing' }],
      })
      expect(await move.kindsOf(1)).toEqual(['photo'])
    })

    it('are asked for again only when they are due', async () => {
      await move.takenIn(red)
      site.answer('/a.jpg', { status: 503, retryAfter: '3600' })
      await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
      await askForPictures(move.newsroom, { again: false })
      await move.round()
      await move.round()
      expect(site.asked()).toHaveLength(1)
      site.answer('/a.jpg', red)
      move.newsroom.setClock(at('2024-08-01T10:00:01Z'))
      await move.round()
      expect(site.asked()).toHaveLength(2)
      expect(await move.kindsOf(1)).toEqual(['photo'])
    })
  })

  it('are wanted no more by a story whose source took them out', async () => {
    await move.bringIn([aStoryWith(1, aMissing(site.address('/a.jpg')))])
    await move.bringIn([aStoryWith(1)])
    expect((await move.report()).counts).toMatchObject({ waiting: 0, missing: 0 })
    expect(await move.bring()).toMatchObject({ missing: 0 })
    expect(site.asked()).toEqual([])
  })
})
