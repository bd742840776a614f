import { type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { runLoad } from './http-load.ts'
import { startNginx } from './http-nginx.ts'
import { storyAddress } from './http-pages.ts'
import { type FixedAnswer, type ServerProcess, startServer } from './http-process.ts'

export interface HttpBenchOptions {
  /** How many stories are kept and, in one of the measurements, asked for. */
  readonly pages: number
  /** How long each server is under load in each round. */
  readonly seconds: number
  readonly rounds: number
}

export interface Measured {
  readonly server: string
  readonly perSecond: number
  /** Processor time of the server for one request. */
  readonly cpuMicros: number
}

/** One kind of request, as every server in the run answered it. */
export interface HttpFigures {
  readonly what: string
  readonly bytes: number
  readonly servers: readonly Measured[]
  /** Our requests a second against those of a bare `node:http`. */
  readonly ofBare: number
  /** The same from processor time: what a bare `node:http` needs against what we need. */
  readonly ofBareCpu: number
  /** Our processor time against nginx's; null where it is not installed. */
  readonly nginxCpu: number | null
}

interface Scenario {
  readonly what: string
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Measures our listener against a bare `node:http` that sends the same bytes and headers, and against nginx: the same
 * load on each in turn, several rounds, so that what else the machine does falls on all of them.
 */
export async function benchHttp(
  options: HttpBenchOptions,
  tell: (line: string) => void = () => {},
): Promise<HttpFigures[]> {
  tell(`Keeping ${options.pages} pages …`)
  const ours = await startServer('onrecord', './http-listener.ts', [String(options.pages)])
  const bare = await startServer('node:http', './static-server.ts')
  const nginx = await startNginx()
  const servers = [ours, bare, ...(nginx ? [nginx] : [])]
  try {
    const figures: HttpFigures[] = []
    for (const scenario of await scenarios(ours.port, options.pages)) {
      tell(`${scenario.what} …`)
      figures.push(await measure(scenario, servers, options))
    }
    return figures
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

async function scenarios(port: number, pages: number): Promise<Scenario[]> {
  const br = { 'Accept-Encoding': 'gzip, deflate, br' }
  const story = storyAddress(1)
  const etag = (await fetched(port, story, br)).headers.etag ?? ''
  return [
    { what: 'a kept story', paths: [story], headers: br },
    { what: `${pages} stories`, paths: Array.from({ length: pages }, (_, at) => storyAddress(at)), headers: br },
    { what: 'the home page', paths: ['/'], headers: br },
    { what: 'a feed', paths: ['/feeds/rss.xml'], headers: br },
    { what: '304', paths: [story], headers: { ...br, 'If-None-Match': etag } },
    { what: '404', paths: ['/nothing'], headers: br },
  ]
}

async function measure(scenario: Scenario, servers: readonly ServerProcess[], options: HttpBenchOptions) {
  const [ours] = servers
  const answer = await fixedAnswer(ours?.port ?? 0, scenario)
  for (const server of servers.slice(1)) await server.tell(answer)
  const rounds: Measured[][] = []
  for (let round = 0; round < options.rounds; round++) {
    const measured: Measured[] = []
    for (const server of servers) measured.push(await underLoad(server, scenario, options.seconds))
    rounds.push(measured)
  }
  return figuresOf(scenario.what, Buffer.from(answer.base64, 'base64').length, rounds)
}

async function underLoad(server: ServerProcess, scenario: Scenario, seconds: number): Promise<Measured> {
  const headers = await headersFor(server, scenario)
  const before = await server.cpuMicros()
  const { requests, perSecond } = await runLoad(server.port, { paths: scenario.paths, headers, seconds })
  const cpuMicros = ((await server.cpuMicros()) - before) / requests
  return { server: server.name, perSecond, cpuMicros }
}

/** nginx makes its own validators: a client has one of its. */
async function headersFor(server: ServerProcess, { headers, paths }: Scenario): Promise<Scenario['headers']> {
  if (server.name !== 'nginx' || !('If-None-Match' in headers)) return headers
  const reply = await fetched(server.port, paths[0] ?? '/', {})
  return { ...headers, 'If-None-Match': reply.headers.etag ?? '' }
}

/** Medians over the rounds, of the ratios too: what else the machine did then is in both sides of a ratio. */
function figuresOf(what: string, bytes: number, rounds: readonly (readonly Measured[])[]): HttpFigures {
  const [first = []] = rounds
  const servers = first.map(({ server }, at) => ({
    server,
    perSecond: median(rounds.map((round) => round[at]?.perSecond ?? 0)),
    cpuMicros: median(rounds.map((round) => round[at]?.cpuMicros ?? 0)),
  }))
  const ratio = (of: (ours: Measured, bare: Measured, nginx: Measured | undefined) => number) =>
    median(rounds.flatMap(([ours, bare, nginx]) => (ours && bare ? [of(ours, bare, nginx)] : [])))
  return {
    what,
    bytes,
    servers,
    ofBare: ratio((ours, bare) => ours.perSecond / bare.perSecond),
    ofBareCpu: ratio((ours, bare) => bare.cpuMicros / ours.cpuMicros),
    nginxCpu: servers.length > 2 ? ratio((ours, _, nginx) => ours.cpuMicros / (nginx?.cpuMicros ?? 0)) : null,
  }
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** What our listener answers, for the others to answer the same; what `node:http` adds by itself is left to it. */
async function fixedAnswer(port: number, { paths, headers }: Scenario): Promise<FixedAnswer> {
  const reply = await fetched(port, paths[0] ?? '/', headers)
  const added = new Set(['date', 'connection', 'keep-alive'])
  const lines = reply.rawHeaders.flatMap((name, at, all) =>
    at % 2 === 0 && !added.has(name.toLowerCase()) ? [name, all[at + 1] ?? ''] : [],
  )
  return { status: reply.statusCode ?? 0, headers: lines, base64: reply.bytes.toString('base64') }
}

const fetched = (port: number, path: string, headers: Scenario['headers']) =>
  new Promise<IncomingMessage & { bytes: Buffer }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent: false }, async (reply) => {
      resolve(Object.assign(reply, { bytes: await buffer(reply) }))
    })
      .on('error', reject)
      .end()
  })

/** The figures as a table for a terminal. */
export function httpTable(figures: readonly HttpFigures[]): string {
  const names = figures[0]?.servers.map(({ server }) => server) ?? []
  const head = ['', 'bytes', ...names.flatMap((name) => [`${name}/s`, 'µs CPU']), '× bare', '× bare CPU', 'nginx CPU ×']
  const rows = figures.map(({ what, bytes, servers, ofBare, ofBareCpu, nginxCpu }) => [
    what,
    String(bytes),
    ...servers.flatMap(({ perSecond, cpuMicros }) => [perSecond.toFixed(0), cpuMicros.toFixed(1)]),
    ofBare.toFixed(2),
    ofBareCpu.toFixed(2),
    nginxCpu?.toFixed(2) ?? '–',
  ])
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return [head, ...rows].map(line).join('\n')
}

if (import.meta.main) {
  const [pages = 10_000, seconds = 1, rounds = 7] = process.argv.slice(2).map(Number)
  console.log(httpTable(await benchHttp({ pages, seconds, rounds }, (line) => console.error(line))))
}
