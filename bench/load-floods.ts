import { type FloodQuestion, flood, floodTold, openSockets, destroyAll } from './load-clients.ts'
import type { LoadPart } from './load-parts.ts'

const SECONDS = 8

/** In turn, without end. */
const turn = <Item>(items: readonly Item[], number: number): Item | undefined => items[number % items.length]

const MANY_WORDS = 'the ministry movement army town road hospital governor evening statement list names number'

/** Each as dear as we know to make one. */
const SEARCHES = [
  'q=the',
  'q=says+that+the',
  `q=${MANY_WORDS.replaceAll(' ', '+')}`,
  `q=${encodeURIComponent(`${MANY_WORDS} `.repeat(40))}`,
  'q=the+-nobody&language=en&from=2014-01-01&to=2024-12-31&kind=stories',
  'q=%22the+ministry+says+that+nine+people+died%22',
  `q=${'-nothing+'.repeat(100)}the`,
  'q=shelling&section=mali&from=2015-01-01&to=2016-01-01',
  'q=t&kind=stories&after=2019-01-01T00:00:00.000Z',
  'q=nobodywritesthis+the+ministry',
]

const FINDS = [
  '',
  'from=2015-01-01',
  'disputed=yes',
  'place=Place+0',
  'actor=Actor+1&disputed=no',
  'type=other&place=Place+7',
]

const DOWNLOADS = [
  '/data/claims.csv',
  '/data/cells.json',
  '/data/events.geojson',
  '/data/edition.db',
  '/data/changes.csv',
  '/data/events.jsonld',
  '/data/evidence.jsonl',
  '/data/documents.csv',
]

const flooded = (
  port: number,
  atOnce: number,
  next: (number: number) => FloodQuestion | undefined,
  seconds = SECONDS,
) => flood({ port, atOnce, seconds, next }).then(floodTold)

/** Clients that ask for as much as they can get. */
export const FLOOD_PARTS: readonly LoadPart[] = [
  {
    name: 'cold',
    what: 'every story once, none of them kept, by 64 connections',
    run: ({ server, stories }) => {
      const question = (number: number) => {
        const path = stories[number]
        return path === undefined ? undefined : { path }
      }
      return flooded(server.port, 64, question, 30)
    },
  },
  {
    name: 'cold-lists',
    what: 'the plain text, the versions and the data of every story, by 64 connections',
    run: ({ server, stories }) =>
      flooded(server.port, 64, (number) => {
        const path = turn(stories, Math.floor(number / 3)) ?? ''
        return { path: turn([`/text${path}`, `${path}/offline`, `${path}/ninjs.json`], number) ?? '' }
      }),
  },
  {
    name: 'search',
    what: '32 searches at once, as dear as can be',
    run: ({ server }) => flooded(server.port, 32, (number) => ({ path: `/search?${turn(SEARCHES, number)}` })),
  },
  {
    name: 'search-more',
    what: '200 searches at once',
    run: ({ server }) => flooded(server.port, 200, (number) => ({ path: `/search?${turn(SEARCHES, number)}` })),
  },
  {
    name: 'find',
    what: '64 searches of the record at once',
    run: ({ server }) => flooded(server.port, 64, (number) => ({ path: `/record/find?${turn(FINDS, number)}` })),
  },
  {
    name: 'downloads',
    what: '20 at once of tables, the log and edition.db',
    run: ({ server }) => flooded(server.port, 20, (number) => ({ path: turn(DOWNLOADS, number) ?? '' })),
  },
  {
    name: 'data-pages',
    what: '64 at once of the largest pages of tables',
    run: ({ server }) =>
      flooded(server.port, 64, (number) => ({
        path: `/data/claims.json?limit=1000&${turn(['', 'disputed=no', 'from=2015-01-01'], number)}`,
      })),
  },
  {
    name: 'absent',
    what: '64 at once where there is nothing, never twice the same',
    run: ({ server }) => flooded(server.port, 64, (number) => ({ path: `/2024/07/01/nothing-${number}` })),
  },
  {
    name: 'head',
    what: '64 HEAD at once, with a query that is nobody’s',
    run: ({ server, stories }) =>
      flooded(server.port, 64, (number) => ({ method: 'HEAD', path: `${turn(stories, number * 7)}?x=${number}` })),
  },
  {
    name: 'forms',
    what: '64 at once of the report form and of embedding',
    run: ({ server }) =>
      flooded(server.port, 64, (number) => ({
        path:
          turn(
            ['/report?about=%2F', `/oembed?url=http%3A%2F%2Flocalhost%3A${server.port}%2Frecord%2Fevent-1`],
            number,
          ) ?? '',
      })),
  },
  { name: 'malformed', what: '64 at once of requests that are none', run: ({ server }) => malformed(server.port) },
  {
    name: 'sign-in',
    what: '32 wrong passwords at once, from 250 addresses',
    run: ({ server }) =>
      flooded(server.port, 32, (number) => ({
        path: '/studio/api/entering/password',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          host: `localhost:${server.port}`,
          origin: `http://localhost:${server.port}`,
        },
        body: JSON.stringify({ kind: 'password', who: `name ${number}`, password: 'a wrong password', code: '123456' }),
        from: `127.0.1.${1 + (number % 250)}`,
      })),
  },
]

const NONSENSE = [
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  'GET\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  'GET / HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n',
  'GET /%00%ff HTTP/1.1\r\nHost: a\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
]

async function malformed(port: number): Promise<string> {
  const began = performance.now()
  const said: Record<string, number> = {}
  for (let round = 0; performance.now() - began < SECONDS * 1_000; round += 1) {
    const held = await openSockets(port, 64, { first: turn(NONSENSE, round) ?? '' })
    const answered = () => held.every(({ heard, endedAfter }) => heard() !== '' || endedAfter() !== null)
    for (let waited = 0; waited < 500 && !answered(); waited += 5) await new Promise((next) => setTimeout(next, 5))
    for (const { heard } of held) {
      const status = heard().slice(9, 12) || 'no answer'
      said[status] = (said[status] ?? 0) + 1
    }
    destroyAll(held)
  }
  return Object.entries(said)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ')
}
