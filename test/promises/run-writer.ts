import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Acknowledged } from './acknowledged.ts'
import type { Moment } from './chance.ts'
import type { WriterOrders } from './writer.ts'

const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url))

export interface WriterRun {
  readonly orders: WriterOrders
  readonly moment: Moment
  /** What stands in its environment besides. */
  readonly env?: Readonly<Record<string, string>>
  /** What is done at the moment, before the writer is killed. */
  readonly strike?: (() => Promise<void>) | undefined
}

/** Starts a writer, strikes at its moment, and tells what it had acknowledged by then. */
export async function writeUntilStruck({ orders, moment, env = {}, strike }: WriterRun): Promise<Acknowledged[]> {
  const writer = spawn(process.execPath, [WRITER, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const said: string[] = []
  const kinds = new Set<string>()
  let complaint = ''
  writer.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const enough = Promise.withResolvers<void>()
  const closed = once(writer, 'close')
  const lines = createInterface({ input: writer.stdout })
  lines.on('line', (line) => {
    said.push(line)
    // What it says is parsed at the end, when the line that the kill cut is known; the deed comes first in each.
    kinds.add(/^\{"deed":"(\w+)"/.exec(line)?.[1] ?? line)
    if (said.length >= moment.deeds && kinds.size >= (moment.kinds ?? 0)) enough.resolve()
  })
  if (moment.deeds === 0 && moment.kinds === undefined) enough.resolve()
  await Promise.race([enough.promise, closed])
  await new Promise((resolve) => setTimeout(resolve, moment.ms))
  await strike?.()
  writer.kill('SIGKILL')
  const [, signal] = await closed
  if (strike === undefined && signal !== 'SIGKILL') throw new Error(`The writer ended by itself: ${complaint}`)
  // A line that the kill cut in two was not received, so nothing in it counts as acknowledged.
  return said.flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as Acknowledged] : []))
}
