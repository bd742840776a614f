import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formerAddressRoute } from '../../src/http/former-address-route.ts'
import { type Listening, listen } from '../../src/http/listener.ts'
import { answerReaders } from '../../src/http/reader.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { keepPages } from '../../src/press/kept-pages.ts'
import { formerFrom } from '../../src/press/load/load-former.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import { aNewspaper, aNewsroom, anIncoming } from '../builders.ts'
import { ask } from '../http/clients.ts'
import { databases, type OpenDatabases } from './databases.ts'

const NEW = '/2024/07/29/two-tolls'

describe.each(databases)('a reader who comes by an old address, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let listening: Listening
  const faults: unknown[] = []

  beforeEach(async () => {
    dbs = await open()
    const newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: [] })
    const redirectsFrom = [
      '/2024/07/two-tolls/',
      '/?p=12',
      '/index.php?view=article&id=12',
      '/%D8%A7%D9%84%D8%B3%D9%88%D8%AF%D8%A7%D9%86/',
      '/news/two-tolls.html',
    ]
    await importStories(newsroom, [anIncoming({ slug: 'two-tolls', redirectsFrom })], { source: 'old', publish: true })
    const source = { edition: dbs.reader, siteUrl: 'https://example.org' }
    const answer = answerReaders({
      press: keepPages({ render: renderFrom(source) }),
      routes: [formerAddressRoute(formerFrom(source))],
      errorPage: () => ({ contentType: 'text/plain', body: 'error', style: null }),
      onFault: (error) => faults.push(error),
    })
    listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault: (error) => faults.push(error) })
  })
  afterEach(async () => {
    await listening.close()
    await dbs.close()
    if (faults.length > 0) throw new AggregateError(faults)
  })

  it.each([
    '/2024/07/two-tolls/',
    '/2024/07/two-tolls',
    '/2024/07/two-tolls/?utm_source=mail',
    '/?p=12',
    '/?utm_source=mail&p=12&utm_medium=x',
    '/?p=12&share=twitter',
    '/index.php?id=12&view=article&Itemid=4',
    '/%D8%A7%D9%84%D8%B3%D9%88%D8%AF%D8%A7%D9%86/',
    '/%d8%a7%d9%84%d8%b3%d9%88%d8%af%d8%a7%d9%86',
    '/news/two-tolls.html',
  ])('%s leads to the story', async (address) => {
    const reply = await ask(listening.port, address)
    expect([reply.status, reply.headers['location']]).toEqual([301, NEW])
  })

  it.each([
    ['/?p=13', 200],
    ['/?utm_source=mail', 200],
    ['/index.php?id=12', 404],
    [`${NEW}?p=12`, 200],
  ])('%s leads nowhere of old: %d', async (address, status) => {
    expect((await ask(listening.port, address)).status).toBe(status)
  })
})
