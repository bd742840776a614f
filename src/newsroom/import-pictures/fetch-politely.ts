import type { FetchPage } from '../../outbound/guarded-fetch.ts'
import { fetchFailure, type FetchFailure } from './fetch-failure.ts'

/** What came of asking for a picture. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly failure: FetchFailure }
  /** Nothing was asked: its server does not answer, or wants to be left alone for long. */
  | ({ readonly kind: 'put-off' } & Away)

interface Away {
  readonly untilMs: number
  readonly why: string
  /** Did it not answer at all? */
  readonly isSilent: boolean
}

/** Asks servers for pictures, with manners. */
export interface PoliteFetch {
  /** @throws whatever is no failure of fetching */
  ask(address: string): Promise<Fetched>
}

export interface Manners {
  readonly fetch: FetchPage
  readonly nowMs: () => number
  /** Waits; shorter when everything is to stop. */
  readonly pause: (ms: number) => Promise<void>
  readonly isStopping: () => boolean
}

/** So many questions to one server at once. */
const MOST_AT_A_HOST = 2

/** How long a try waits after one that failed and may do better, in milliseconds. */
const WAITS_MS = [1_000, 5_000] as const

/** What a server gets that is too busy to say how long. */
const BUSY_WAIT_MS = 10_000

/** Whoever asks for more than this is asked again by a later run. */
const LONGEST_PAUSE_MS = 60_000
const LONGEST_WAIT_MS = 24 * 3_600_000

/** After so many questions in a row without an answer a server is taken to be away, for a while. */
const SILENT_IN_A_ROW = 5
const AWAY_MS = 15 * 60_000

interface Host {
  running: number
  /** Those who wait for their turn. */
  readonly queue: (() => void)[]
  /** Nothing is asked before. */
  restsUntilMs: number
  silentInARow: number
  away: Away | null
}

/**
 * Asks no server more than two things at once, tries again what may do better, rests when a server asks for it
 * (429 and 503 with `Retry-After`), and leaves one alone that does not answer.
 */
export function fetchPolitely(manners: Manners): PoliteFetch {
  const hosts = new Map<string, Host>()
  const hostOf = (name: string): Host => {
    const known = hosts.get(name)
    if (known) return known
    const host: Host = { running: 0, queue: [], restsUntilMs: 0, silentInARow: 0, away: null }
    hosts.set(name, host)
    return host
  }
  return {
    ask: async (address) => {
      const host = hostOf(new URL(address).host)
      await takeTurn(host)
      try {
        return await askHost(manners, { host, address })
      } finally {
        endTurn(host)
      }
    },
  }
}

async function takeTurn(host: Host): Promise<void> {
  if (host.running < MOST_AT_A_HOST) {
    host.running += 1
    return
  }
  await new Promise<void>((resolve) => host.queue.push(resolve))
}

/** The turn goes to whoever waits the longest. */
function endTurn(host: Host): void {
  const next = host.queue.shift()
  if (next) next()
  else host.running -= 1
}

interface Question {
  readonly host: Host
  readonly address: string
}

async function askHost(manners: Manners, question: Question): Promise<Fetched> {
  const { host } = question
  for (let tries = 0; ; tries += 1) {
    await rest(manners, host)
    const away = awayAs(question, manners.nowMs())
    if (away) return away
    const fetched = await askOnce(manners, question)
    if (fetched.kind !== 'failed' || fetched.failure.kind === 'final') return fetched
    const wait = WAITS_MS[tries]
    if (wait === undefined || manners.isStopping()) return fetched
    if (fetched.failure.kind === 'passing' && host.away === null) await manners.pause(wait)
  }
}

/** Until the server may be asked again; another question may find meanwhile that it has to rest longer. */
async function rest({ nowMs, pause, isStopping }: Manners, host: Host): Promise<void> {
  for (let left = host.restsUntilMs - nowMs(); left > 0; left = host.restsUntilMs - nowMs()) {
    if (isStopping() || host.away !== null) return
    await pause(left)
  }
}

function awayAs({ host }: Question, nowMs: number): Fetched | null {
  const { away } = host
  if (away === null) return null
  if (away.untilMs > nowMs) return { kind: 'put-off', ...away }
  host.away = null
  return null
}

async function askOnce({ fetch, nowMs }: Manners, { host, address }: Question): Promise<Fetched> {
  try {
    const { bytes } = await fetch(address)
    host.silentInARow = 0
    return { kind: 'bytes', bytes }
  } catch (error) {
    const failure = fetchFailure(error, nowMs())
    noteFailure(host, failure, nowMs())
    return { kind: 'failed', failure }
  }
}

function noteFailure(host: Host, failure: FetchFailure, nowMs: number): void {
  host.silentInARow = failure.isSilent ? host.silentInARow + 1 : 0
  if (host.silentInARow >= SILENT_IN_A_ROW) host.away = { untilMs: nowMs + AWAY_MS, why: failure.why, isSilent: true }
  if (failure.kind !== 'busy') return
  const wait = Math.min(failure.waitMs ?? BUSY_WAIT_MS, LONGEST_WAIT_MS)
  if (wait > LONGEST_PAUSE_MS) host.away = { untilMs: nowMs + wait, why: failure.why, isSilent: false }
  else host.restsUntilMs = Math.max(host.restsUntilMs, nowMs + wait)
}
