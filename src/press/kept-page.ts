import { createHash } from 'node:crypto'
import { validateHeaderValue } from 'node:http'
import type { Language } from '../story/story.ts'
import { brotliFast, gzipped, unbrotli } from './compression.ts'
import type { FinishedPage, PageStatus } from './page.ts'
import {
  type HeaderList,
  notModifiedHeaders,
  pageHeaders,
  type SurrogateCaching,
  staleHeaders,
  unsharedHeaders,
} from './page-headers.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** An answer ready to be sent. */
export interface Answer {
  readonly status: number
  readonly headers: HeaderList
  readonly bytes: Buffer
}

/** A page as bytes. Only the press changes what may change here. */
export interface KeptPage {
  readonly path: string
  readonly status: PageStatus
  /** Weak, from the text before compression: a better compression later is the same page. Null when none is sent. */
  readonly etag: string | null
  readonly tags: readonly string[]
  readonly language: Language | null
  /** Headers of every encoding; `Content-Encoding` and `Content-Length` come on top. */
  readonly headers: HeaderList
  /** For those who have it already; never sent when there is no etag. */
  readonly notModified: Answer
  /** From this hour on (in milliseconds of the epoch) it is stale by itself; null where only a change makes it so. */
  readonly staleAtMs: number | null
  /** Too short to be worth compressing: the one answer for everybody. */
  readonly isPlain: boolean
  /** Brotli, or the text itself when the page is plain. */
  main: Answer
  gzip: Answer | undefined
  /** A change has touched what it shows, or its hour has come: it is served only when it cannot be rendered anew. */
  isStale: boolean
  /** It was asked for again after its first rendering, and so is worth the best compression. */
  isWanted: boolean
}

/** Below this many bytes a compressed text with its header line is no shorter. */
const PLAIN_BELOW_BYTES = 200

/** Turns a finished answer into bytes that can be sent and kept. */
export async function finishPage(
  path: string,
  page: FinishedPage,
  surrogate: SurrogateCaching | undefined,
): Promise<KeptPage> {
  const identity = Buffer.from(page.body)
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 16)
  const etag = page.status === 200 && page.kept ? `W/"${hash}"` : null
  const headers = checked(pageHeaders(page, etag, surrogate))
  const common = { path, status: page.status, headers }
  const isPlain = identity.length < PLAIN_BELOW_BYTES
  return {
    ...common,
    etag,
    tags: page.tags,
    language: page.language ?? null,
    notModified: { status: 304, headers: checked(notModifiedHeaders(page, etag, surrogate)), bytes: NO_BYTES },
    staleAtMs: page.freshUntil ? Date.parse(page.freshUntil) : null,
    isPlain,
    main: isPlain ? withLength(common, identity) : brotliAnswer(common, await brotliFast(identity)),
    gzip: undefined,
    isStale: false,
    isWanted: false,
  }
}

const NO_BYTES = Buffer.alloc(0)

// A header that cannot be sent must fail here, where it costs one render, and not in the listener at every request.
function checked(headers: HeaderList): HeaderList {
  for (let at = 0; at < headers.length; at += 2) validateHeaderValue(headers[at] ?? '', headers[at + 1] ?? '')
  return headers
}

type Common = Pick<KeptPage, 'status' | 'headers'>

export const brotliAnswer = (page: Common, bytes: Buffer): Answer => withLength(page, bytes, ['Content-Encoding', 'br'])

export const gzipAnswer = async (page: KeptPage): Promise<Answer> =>
  withLength(page, await gzipped(await identityOf(page)), ['Content-Encoding', 'gzip'])

/** The page without compression, given its text. */
export const identityAnswer = (page: KeptPage, text: Buffer): Answer => withLength(page, text)

const withLength = ({ status, headers }: Common, bytes: Buffer, encoding: HeaderList = []): Answer => ({
  status,
  headers: [...headers, ...encoding, 'Content-Length', String(bytes.length)],
  bytes,
})

/** The page in an encoding, if it is kept in it. */
export function answerNow(page: KeptPage, encoding: Encoding): Answer | undefined {
  if (encoding === 'br' || page.isPlain) return page.main
  return encoding === 'gzip' ? page.gzip : undefined
}

/** The text of a page, as UTF-8. */
export const identityOf = async (page: KeptPage): Promise<Buffer> =>
  page.isPlain ? page.main.bytes : unbrotli(page.main.bytes)

/** The page as it is served when it should have been rendered anew and could not be. */
export const staleAnswer = (answer: Answer): Answer => ({ ...answer, headers: staleHeaders(answer.headers) })

/** The page for whoever asked for it, and for no cache in front to keep. */
export const unsharedAnswer = (answer: Answer): Answer => ({ ...answer, headers: unsharedHeaders(answer.headers) })

// Measured on Node 24 with 20,000 pages, rounded up: objects, arrays, buffers' own records, map entries.
const PAGE_OVERHEAD_BYTES = 1_000
/** A tag that no other page carries: its string, its set of carriers, its place in the index. */
const TAG_OVERHEAD_BYTES = 330

/** What a kept page costs in memory: its bytes, headers, tags and keys, and what the runtime adds. */
export function costOf(page: KeptPage): number {
  const bytes = page.main.bytes.length + (page.gzip?.bytes.length ?? 0)
  const lines = [page.path, ...page.notModified.headers, ...page.main.headers, ...(page.gzip?.headers ?? [])]
  const tags = page.tags.reduce((sum, tag) => sum + tag.length + TAG_OVERHEAD_BYTES, 0)
  return PAGE_OVERHEAD_BYTES + bytes + tags + lines.reduce((sum, line) => sum + line.length + 8, 0)
}
