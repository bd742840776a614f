import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { INTERNET, type Network } from '../../src/outbound/internet.ts'

/** Who came to the server, and at which of its addresses. */
interface Visit {
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly reachedAt: string | undefined
}

/** A server on this machine that counts who comes, at 127.0.0.1 and, where the machine has it, at ::1. */
export async function aServer(answer: RequestListener = (_request, response) => response.end('reached')) {
  const visits: Visit[] = []
  const listener: RequestListener = (request, response) => {
    visits.push({ url: request.url, headers: request.headers, reachedAt: request.socket.localAddress })
    answer(request, response)
  }
  const first = createServer(listener)
  await listen(first, '127.0.0.1', 0)
  const { port } = first.address() as AddressInfo
  const second = createServer(listener)
  const servers = [first, ...((await listen(second, '::1', port)) ? [second] : [])]
  return {
    port,
    visits,
    close: async () => {
      for (const server of servers) await close(server)
    },
  }
}

const listen = (server: Server, host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen({ host, port }, () => resolve(true))
  })

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })

/** The internet, with one server of this machine let in under `statement.test`. */
export const networkWith = (port: number, overrides: Partial<Network> = {}): Network => ({
  resolve: async (name) => (name === 'statement.test' ? ['127.0.0.1'] : INTERNET.resolve(name)),
  mayReach: (address, asked) => address === '127.0.0.1' && asked === port,
  extraPorts: new Set([port]),
  ...overrides,
})
