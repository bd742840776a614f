import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Listening, listen } from '../../src/http/listener.ts'
import { answerReaders } from '../../src/http/reader.ts'
import type { Press } from '../../src/press/press.ts'
import type { RenderedPage } from '../../src/site/props.ts'

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

const anErrorPage = (status: number): RenderedPage => ({
  contentType: 'text/html; charset=utf-8',
  body: `<title>Error ${status}</title>`,
  style: null,
})

/** A listener for readers on a free port of this machine. */
export const listenWith = (press: Press, faults: unknown[] = [], graceMs = 1_000): Promise<Listening> => {
  const onFault = (error: unknown) => void faults.push(error)
  const answer = answerReaders({ press, errorPage: anErrorPage, onFault })
  return listen({ host: '127.0.0.1', port: 0, answer, onFault, graceMs })
}

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string
}

/** One request on a connection of its own, the target sent as it stands. */
export const ask = (port: number, target: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const lines = body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(
      { host: '127.0.0.1', port, path: target, method, headers: lines, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

/** What a reader sees, whatever the encoding. */
export function seen({ headers, bytes }: Reply): string {
  const encoding = headers['content-encoding']
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}

/** Sends bytes as they are and returns all that comes back until the other side ends. */
export function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
  return text(socket)
}
