import { createServer } from 'node:net'
import { type Served, serve } from './served.ts'
import { type Writing, writingAt } from './served-writing.ts'

/** A port that nobody has just now. A node that is started again must be found where it was. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** One of several processes of a newsroom: it can be killed, and started again at the same address. */
export interface ClusterNode {
  readonly name: string
  readonly port: number
  /** The process that runs now. */
  readonly served: () => Served
  readonly at: (token: string) => Writing
  start(): Promise<void>
  kill(): Promise<void>
  stop(): Promise<void>
}

interface NodeSettings {
  readonly name: string
  readonly data: string
  readonly env: Readonly<Record<string, string>>
  /** Words of the command line behind `serve`. */
  readonly words?: readonly string[]
}

/** @returns a node that does not run yet */
export async function aNode({ name, data, env, words = [] }: NodeSettings): Promise<ClusterNode> {
  const port = await freePort()
  const settings = { ...env, ONRECORD_PORT: String(port), ONRECORD_STUDIO_URL: `http://localhost:${port}` }
  let running: Served | undefined
  const served = (): Served => {
    if (!running) throw new Error(`The node ${name} was never started.`)
    return running
  }
  return {
    name,
    port,
    served,
    at: (token) => writingAt(served(), token),
    start: async () => {
      running = await serve({ data, env: settings, within: ([node = '', ...rest]) => [node, ...rest, ...words] })
    },
    kill: () => served().kill(),
    stop: async () => running?.stop(),
  }
}
