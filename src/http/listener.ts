import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, Server as SocketServer } from 'node:net'
import { OnrecordError } from '../errors.ts'

export interface ListenerOptions {
  /** The address to listen on; undefined means all of this machine's. */
  readonly host?: string | undefined
  /** 0 takes any free port. */
  readonly port: number
  /** A socket that listens already and was passed to this process, by its file handle: then host and port say nothing. */
  readonly passed?: number | null
  readonly answer: RequestListener
  /** Told when a connection could not be taken, as when this process has no file handles left. */
  readonly onFault: (error: unknown) => void
  /** How long requests under way may take when the listener closes; default 10 s. */
  readonly graceMs?: number
  /**
   * How long a connection between two requests is left open when the listener closes, so that a request which is on its
   * way to it is still answered, as its last; default 0.
   */
  readonly lastWordMs?: number
}

export interface Listening {
  readonly port: number
  /** Takes no more connections, finishes the requests under way, and resolves when all have gone. */
  close(): Promise<void>
}

/**
 * Limits against clients that are slow on purpose: whole headers within 10 s, a whole request within 30 s, 60 s
 * without a byte moving. Answers wait in the kernel and as references to kept bytes, so a slow reader costs no copy.
 * Idle connections stay 65 s, longer than any common proxy keeps its own: it must never be the one to be surprised.
 */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  noDelay: true,
} as const

const STALLED_AFTER_MS = 60_000

/**
 * Listens for requests. Malformed ones never reach `answer`: node's parser refuses them with 400, 408 or 431.
 *
 * @throws OnrecordError `port-taken`, or `bad-config` when the address is not this machine's or not allowed
 */
export async function listen(options: ListenerOptions): Promise<Listening> {
  const server = createServer(LIMITS, options.answer)
  // An `Expect` that nobody knows would be refused with 417; no header may change an answer here.
  server.on('checkExpectation', options.answer)
  server.setTimeout(STALLED_AFTER_MS)
  await bound(server, options)
  server.on('error', options.onFault)
  const { port } = server.address() as AddressInfo
  return { port, close: () => closed(server, options) }
}

function bound(server: Server, { host, port, passed = null }: ListenerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(explained(error, port))
    server.once('error', refuse)
    const place = passed === null ? { port, ...(host === undefined ? {} : { host }) } : { fd: passed }
    server.listen(place, () => {
      server.off('error', refuse)
      resolve()
    })
  })
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new OnrecordError('port-taken', `Cannot listen on port ${port}: another program has it.`, {
      remedy: `Stop that program, or choose another port: ONRECORD_PORT=${port < 65_535 ? port + 1 : 4700}.`,
      cause: error,
    })
  }
  if (error.code === 'EACCES') {
    return new OnrecordError('bad-config', `This user may not listen on port ${port}.`, {
      remedy: 'Choose a port above 1023 with ONRECORD_PORT, and let a proxy in front have the lower one.',
      cause: error,
    })
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new OnrecordError('bad-config', 'The address to listen on is not one of this machine.', { cause: error })
  }
  return error
}

/**
 * Every answer from now on is the last on its connection, and says so. When those who were about to ask have had the time
 * for it, connections between two requests are closed, and again whenever one more has become idle.
 */
function closed(server: Server, { graceMs = 10_000, lastWordMs = 0 }: ListenerOptions): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener('request', (_request, response: ServerResponse) => {
      response.shouldKeepAlive = false
    })
    const sweepFrom = performance.now() + lastWordMs
    const sweep = setInterval(() => {
      if (performance.now() >= sweepFrom) server.closeIdleConnections()
    }, 50)
    const deadline = setTimeout(() => server.closeAllConnections(), Math.max(graceMs, lastWordMs))
    // The HTTP server's own way of closing begins with the idle connections.
    SocketServer.prototype.close.call(server, () => {
      clearInterval(sweep)
      clearTimeout(deadline)
      resolve()
    })
  })
}
