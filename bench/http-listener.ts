/** Our listener as a process of its own, all sample pages kept. Its first argument is their number. */
import { listen } from '../src/http/listener.ts'
import { answerReaders } from '../src/http/reader.ts'
import { keepPages } from '../src/press/kept-pages.ts'
import { answerParent } from './http-process.ts'
import { renderSample, storyAddress } from './http-pages.ts'

const pages = Number(process.argv[2] ?? 10_000)
const onFault = (error: unknown) => console.error(error)
// The better compression is left out: for 10,000 pages at once it would share the processor with all of the run.
const press = keepPages({ render: renderSample, maxBytes: 512 * 1024 * 1024, onFault, later: () => {} })
for (const path of ['/', '/feeds/rss.xml', '/nothing']) await press.page(path)
for (let number = 0; number < pages; number += 8) {
  const some = Array.from({ length: Math.min(8, pages - number) }, (_, at) => storyAddress(number + at))
  await Promise.all(some.map((path) => press.page(path)))
}

const errorPage = (status: number) => ({ contentType: 'text/plain', body: String(status), style: null })
const { port } = await listen({
  host: '127.0.0.1',
  port: 0,
  answer: answerReaders({ press, errorPage, onFault }),
  onFault,
})
answerParent(port, () => {})
