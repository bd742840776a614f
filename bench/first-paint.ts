import { type Browser, chromium } from 'playwright-core'
import { quantile, table } from './measures.ts'

/**
 * When a reader on a slow line sees something: first and largest contentful paint of pages of a running site, on slow
 * 3G (400 ms there and back, 400 kbit/s) and a processor four times slower, in a fresh browser profile each time.
 *
 *     node bench/first-paint.ts http://localhost:4700/2024/07/29/tinzaouaten …
 */
const RUNS = 7
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

const ms = (value: number): string => `${Math.round(value)} ms`

interface Paint {
  readonly firstMs: number
  readonly largestMs: number
  readonly requests: readonly string[]
}

/** Asked in the page, which has no scripts of its own. */
const PAINTS = `new Promise((tell) => {
  const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
  new PerformanceObserver((list) => tell([first, list.getEntries().at(-1)?.startTime ?? NaN]))
    .observe({ type: 'largest-contentful-paint', buffered: true })
})`

const addresses = process.argv.slice(2)
if (addresses.length === 0) {
  console.error('Name the pages to look at: node bench/first-paint.ts http://localhost:4700/ …')
  process.exit(2)
}
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
})
const rows = []
for (const address of addresses) {
  const paints: Paint[] = []
  for (let run = 0; run < RUNS; run += 1) paints.push(await paintOf(browser, address))
  rows.push([new URL(address).pathname, ...figures(paints)])
  for (const request of paints[0]?.requests ?? []) console.log(`  ${request}`)
}
await browser.close()
console.log(table(['page', 'FCP median', 'FCP worst', 'LCP median', 'LCP worst', 'requests'], rows))

function figures(paints: readonly Paint[]): string[] {
  const first = paints.map(({ firstMs }) => firstMs)
  const largest = paints.map(({ largestMs }) => largestMs)
  const all = [quantile(first, 0.5), Math.max(...first), quantile(largest, 0.5), Math.max(...largest)].map(ms)
  return [...all, String(paints[0]?.requests.length ?? 0)]
}

async function paintOf(inBrowser: Browser, address: string): Promise<Paint> {
  const context = await inBrowser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 })
  const page = await context.newPage()
  const requests: string[] = []
  page.on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize }) => requests.push(`${responseBodySize} bytes  ${request.url()}`))
  })
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_3G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(address, { waitUntil: 'networkidle' })
  const [firstMs = Number.NaN, largestMs = Number.NaN] = await page.evaluate<number[]>(PAINTS)
  await context.close()
  return { firstMs, largestMs, requests }
}
