import type { Answer } from '../../src/http/contract/endpoint.ts'
import type { INGEST_ENDPOINTS } from '../../src/http/contract/ingest.ts'
import type { IncomingCopyId } from '../../src/ids.ts'
import { OnrecordError } from '../../src/errors.ts'
import { type Look, lookAt } from '../../src/newsroom/ingest/look.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { FetchIfChanged } from '../../src/outbound/guarded-fetch.ts'
import { watchedById, type WatchedSource } from '../../src/store/watched-sources.ts'
import type { Instant } from '../../src/time.ts'
import { aNewspaper, at } from '../builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import type { OpenDatabases } from './databases.ts'

export const QUOTE = 'our men killed fifty fighters of the enemy south of the town and burned five of its vehicles'
export const DISPATCH = `The movement said on Sunday in a statement: “${QUOTE}”. It showed pictures of a burned column on a track between two hills, and named none of its own dead. The army did not answer questions.`

interface Entry {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly at?: string
  readonly author?: string
}

const asItem = ({ id, title, text, at = '2024-07-29T06:00:00Z', author }: Entry) =>
  `<entry><id>${id}</id><title>${title}</title><link href="https://agency.example/${id}"/><published>${at}</published>
  ${author === undefined ? '' : `<author><name>${author}</name></author>`}<content type="html">&lt;p&gt;${text}&lt;/p&gt;</content></entry>`

/** A feed with these entries. */
export const aFeed = (...entries: readonly Entry[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Agency</title>${entries.map(asItem).join('')}</feed>`

/** An entry of a feed: a dispatch, unless it is to say something else. */
export const one = (more: Partial<Entry> = {}): Entry => ({
  id: 'one',
  title: 'A column is hit',
  text: DISPATCH,
  ...more,
})

/** A server that has one feed, or fails. */
function aServer() {
  const server = {
    body: aFeed(one()),
    failure: null as string | null,
    asked: [] as (string | null)[],
    fetch: (async (address, known) => {
      server.asked.push(known?.etag ?? null)
      if (server.failure !== null) throw new OnrecordError('fetch-failed', server.failure)
      const etag = `"${server.body.length}"`
      if (known?.etag === etag) return null
      const page = { url: address, bytes: new TextEncoder().encode(server.body), statedType: null }
      return { page, state: { url: address, etag, lastModified: null } }
    }) as FetchIfChanged,
  }
  return server
}

export const rethrow = (error: unknown): never => {
  throw error
}

export const atNoon = (): Instant => at('2024-07-29T12:00:00Z')

export const hoursLater = (hours: number): Instant =>
  at(new Date(Date.parse(atNoon()) + hours * 3_600_000).toISOString())

/** What is asked of one item. */
export const of = (incomingId: IncomingCopyId) => ({ params: { incomingId }, body: {} })

type Items = Answer<(typeof INGEST_ENDPOINTS)['GET /incoming']>['items']
type Item = Answer<(typeof INGEST_ENDPOINTS)['GET /incoming/{incomingId}']>

/** A desk at noon that watches one agency, with an editor and a reporter. */
export interface DeskOfCopy {
  readonly studio: TestStudio
  readonly moussa: Caller
  readonly ana: Caller
  readonly agency: WatchedSource
  readonly server: ReturnType<typeof aServer>
  readonly aWatched: (name: string) => Promise<WatchedSource>
  /** Looks at the agency, or at another source; a body is what its server has from now on. */
  readonly look: (watched?: WatchedSource, body?: string) => Promise<Look>
  readonly items: (query?: Record<string, string>, who?: Caller) => Promise<Items>
  readonly item: (incomingId: IncomingCopyId, who?: Caller) => Promise<Item>
  readonly only: () => Promise<Items[number]>
}

export async function aDeskOfCopy(dbs: OpenDatabases): Promise<DeskOfCopy> {
  const studio = aStudio(dbs)
  studio.newsroom.setClock(atNoon())
  await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: [] })
  const moussa = await studio.staff('Moussa', 'editor')
  const ana = await studio.staff('Ana', 'reporter')
  const server = aServer()
  const watchedNow = async (id: WatchedSource['id']) => (await watchedById(dbs.newsroom, id)) as WatchedSource
  const aWatched = async (name: string): Promise<WatchedSource> => {
    const address = `https://${name.toLowerCase()}.example/feed`
    const { id } = await moussa.ask('POST /watched', { body: { address, name } })
    return watchedNow(id)
  }
  const agency = await aWatched('Agency')
  const items = async (query: Record<string, string> = {}, who: Caller = ana) =>
    (await who.ask('GET /incoming', { query })).items
  return {
    studio,
    moussa,
    ana,
    agency,
    server,
    aWatched,
    items,
    look: async (watched = agency, body) => {
      if (body !== undefined) server.body = body
      return lookAt(studio.newsroom, await watchedNow(watched.id), { fetch: server.fetch, onFault: rethrow })
    },
    item: (incomingId, who = ana) => who.ask('GET /incoming/{incomingId}', { params: { incomingId } }),
    only: async () => {
      const [first] = await items()
      if (!first) throw new Error('nothing is on the desk')
      return first
    },
  }
}
