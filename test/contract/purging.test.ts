import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { cacheStates, examineCaches } from '../../src/newsroom/purging/cache-states.ts'
import { purgeByHand, retryCaches } from '../../src/newsroom/purging/purge-by-hand.ts'
import { purgeCaches } from '../../src/newsroom/purging/purge-caches.ts'
import { Sightings } from '../../src/newsroom/purging/sightings.ts'
import { startPurging } from '../../src/newsroom/purging/start-purging.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { Purge, PurgedCache } from '../../src/outbound/purges/purge.ts'
import { allPurgeProgress, leaseCache } from '../../src/store/purge-progress.ts'
import type { StoryId } from '../../src/ids.ts'
import { aContent, aNewspaper, aNewsroom, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

/** A cache that writes down what it is told, while it is there. */
function aCache(name: string) {
  const state = { told: [] as Purge[], isAway: false }
  const cache: PurgedCache = {
    name,
    purge: async (what) => {
      if (state.isAway) throw new OnrecordError('fetch-failed', `${name} did not answer in time.`)
      state.told.push(what)
    },
  }
  return { cache, state, told: () => state.told.splice(0) }
}

const changedBy = (told: readonly Purge[]) => told.flatMap((what) => (what.kind === 'tags' ? what.changed : ['*']))
const withdrawnBy = (told: readonly Purge[]) => told.flatMap((what) => (what.kind === 'tags' ? what.withdrawn : ['*']))

describe.each(databases)('caches in front of the site, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let nowMs: number
  let failures: string[]
  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    nowMs = 1_000_000
    failures = []
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
  })
  afterEach(() => dbs.close())

  /** A process that tells caches. */
  function aTeller(by: string, caches: readonly PurgedCache[]) {
    const sightings = new Sightings(15_000)
    return () =>
      purgeCaches(newsroom, {
        caches,
        by,
        sightings,
        pressFollows: async () => undefined,
        clockMs: () => nowMs,
        onFailed: ({ cache, attempts }) => failures.push(`${cache} ${attempts}`),
      })
  }

  const publish = async (): Promise<StoryId> => {
    const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent() }
    const { id } = await createStory(newsroom, draft)
    await publishStory(newsroom, { storyId: id, revision: null })
    return id
  }

  /** Lets time pass on both clocks. */
  const later = (ms: number) => {
    nowMs += ms
    newsroom.setClock(at(new Date(Date.parse(newsroom.now()) + ms).toISOString()))
  }

  it('drop everything once, since nobody knows what is in them, and then exactly what a publication touches', async () => {
    const varnish = aCache('varnish')
    const tell = aTeller('a', [varnish.cache])
    await tell()
    expect(varnish.told()).toEqual([{ kind: 'everything' }])
    const id = await publish()
    await tell()
    const told = varnish.told()
    expect(told).toHaveLength(1)
    expect(changedBy(told)).toEqual(expect.arrayContaining([`story:${id}`, 'list:all:en', 'edition']))
    expect(withdrawnBy(told)).toEqual([])
    await tell()
    expect(varnish.told()).toEqual([])
  })

  it('drop for good what was killed, and hear of it again twice, when nothing old can be on its way any more', async () => {
    const id = await publish()
    const varnish = aCache('varnish')
    const tell = aTeller('a', [varnish.cache])
    for (const ms of [0, 1_000, 15_000]) {
      later(ms)
      await tell()
    }
    varnish.told()
    await killStory(newsroom, id, 'Withdrawn at the request of a source.')
    for (const [ms, times] of [
      [0, 1],
      [900, 0],
      [100, 1],
      [13_900, 0],
      [100, 1],
      [60_000, 0],
    ] as const) {
      later(ms)
      await tell()
      const told = varnish.told()
      expect([ms, told.length]).toEqual([ms, times])
      expect(told.every((one) => withdrawnBy([one]).includes(`story:${id}`))).toBe(true)
      expect(changedBy(told)).not.toContain(`story:${id}`)
    }
  })

  it('that are away are behind and not forgotten: they hear of all of it once they are back, and no other waits for them', async () => {
    const [varnish, fastly] = [aCache('varnish'), aCache('fastly')]
    const tell = aTeller('a', [varnish.cache, fastly.cache])
    await tell()
    varnish.told()
    fastly.told()
    varnish.state.isAway = true
    const ids = [await publish(), await publish()]
    await tell()
    expect(changedBy(fastly.told())).toEqual(expect.arrayContaining(ids.map((id) => `story:${id}`)))
    expect(await cacheStates(newsroom, ['varnish', 'fastly', 'cloudflare'])).toMatchObject([
      { cache: 'varnish', behind: 2, failedTimes: 1, lastError: 'varnish did not answer in time.' },
      { cache: 'fastly', behind: 0, failedTimes: 0, lastError: null, againAt: null },
      { cache: 'cloudflare', behind: null, purgedAt: null },
    ])
    expect(await examineCaches(newsroom)).toMatchObject([
      { level: 'ok' },
      { level: 'fault', what: expect.stringContaining('varnish cannot be told what to drop: 2 changes') },
    ])
    // The waits grow, to five minutes and no further.
    for (const seconds of [1, 2, 5, 15, 60, 300, 300, 300]) {
      later(seconds * 1_000 - 1)
      const before = failures.length
      await tell()
      expect(failures).toHaveLength(before)
      later(1)
      await tell()
      expect(failures).toHaveLength(before + 1)
    }
    varnish.state.isAway = false
    await retryCaches(newsroom)
    await tell()
    expect(changedBy(varnish.told())).toEqual(expect.arrayContaining(ids.map((id) => `story:${id}`)))
    expect(await cacheStates(newsroom, ['varnish'])).toMatchObject([{ behind: 0, failedTimes: 0, lastError: null }])
  })

  it('are told by one process of several', async () => {
    const varnish = aCache('varnish')
    const tellers = ['a', 'b', 'c'].map((by) => aTeller(by, [varnish.cache]))
    await Promise.all(tellers.map((tell) => tell()))
    expect(varnish.told()).toHaveLength(1)
    await publish()
    await Promise.all(tellers.map((tell) => tell()))
    expect(varnish.told()).toHaveLength(1)
  })

  it('are told by another process when the one that was at it is gone', async () => {
    const varnish = aCache('varnish')
    const tell = aTeller('b', [varnish.cache])
    await leaseCache(newsroom.db, 'varnish', { by: 'a', now: newsroom.now(), leaseMs: 300_000 })
    await tell()
    expect(varnish.told()).toEqual([])
    later(300_001)
    await tell()
    expect(varnish.told().length).toBeGreaterThan(0)
  })

  it('are told by a server whose clock was set back by years', async () => {
    const varnish = aCache('varnish')
    varnish.state.isAway = true
    const tell = aTeller('a', [varnish.cache])
    await tell()
    newsroom.setClock(at('2022-01-01T00:00:00Z'))
    varnish.state.isAway = false
    await tell()
    expect(varnish.told()).toEqual([{ kind: 'everything' }])
  })

  it('drop everything when they are behind further than changes are remembered', async () => {
    const varnish = aCache('varnish')
    const tell = aTeller('a', [varnish.cache])
    await tell()
    varnish.told()
    await publish()
    await publish()
    const [first] = await newsroom.edition.selectFrom('changes').select('number').orderBy('number', 'desc').execute()
    await newsroom.edition
      .deleteFrom('changes')
      .where('number', '<', first?.number ?? 0)
      .execute()
    await tell()
    expect(varnish.told()).toEqual([{ kind: 'everything' }])
  })

  it('that are no longer set are on no list', async () => {
    const tell = aTeller('a', [aCache('varnish').cache, aCache('fastly').cache])
    await tell()
    const nobody = {
      by: 'a',
      pressFollows: async () => undefined,
      onFailed: () => undefined,
      onFault: (error: unknown) => failures.push(String(error)),
    }
    const purging = startPurging(newsroom, { ...nobody, caches: [] })
    await purging.stop()
    expect([await allPurgeProgress(newsroom.db), failures]).toEqual([[], []])
  })

  it('hear at once of a change that wakes the server, also of one that comes while they are told', async () => {
    const varnish = aCache('varnish')
    const gate = Promise.withResolvers<void>()
    const told: Purge[] = []
    const slow: PurgedCache = {
      name: 'varnish',
      purge: async (what) => {
        told.push(what)
        await (told.length === 1 ? gate.promise : varnish.cache.purge(what))
      },
    }
    const purging = startPurging(newsroom, {
      caches: [slow],
      by: 'a',
      pressFollows: async () => undefined,
      onFailed: () => undefined,
      onFault: (error) => failures.push(String(error)),
    })
    await expect.poll(() => told.length).toBe(1)
    const id = await publish()
    purging.wake()
    gate.resolve()
    await expect.poll(() => changedBy(told)).toContain(`story:${id}`)
    await purging.stop()
    expect(failures).toEqual([])
  })

  it('drop by hand what an operator names, and say which of them could not', async () => {
    const [varnish, fastly] = [aCache('varnish'), aCache('fastly')]
    fastly.state.isAway = true
    expect(await purgeByHand(newsroom, [varnish.cache, fastly.cache], ['picture:pic_1'])).toEqual([
      { cache: 'varnish', isPurged: true, error: null },
      { cache: 'fastly', isPurged: false, error: 'fastly did not answer in time.' },
    ])
    expect(varnish.told()).toEqual([{ kind: 'tags', changed: [], withdrawn: ['picture:pic_1'] }])
    await purgeByHand(newsroom, [varnish.cache], null)
    expect(varnish.told()).toEqual([{ kind: 'everything' }])
    for (const tag of ['two words', 'a,b', '', 'line\nbreak']) {
      await expect(purgeByHand(newsroom, [varnish.cache], [tag])).rejects.toMatchObject({ code: 'bad-input' })
    }
    expect(varnish.told()).toEqual([])
  })
})
