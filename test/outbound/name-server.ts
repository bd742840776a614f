import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { INTERNET, type Network } from '../../src/outbound/internet.ts'

/** What a name server answers to one question: names it leads on to, and addresses behind the last of them. */
export interface NameAnswer {
  readonly through?: readonly string[]
  readonly addresses: readonly string[]
}

const A = 1
const CNAME = 5
const AAAA = 28

/**
 * A name server of our own, on this machine: it answers what the test says, another thing each time if need be, and
 * forbids that an answer be kept (a time to live of nothing).
 *
 * @param answer by the name and how often it was asked before, the two kinds of address counted as one question
 */
export async function aNameServer(answer: (name: string, before: number) => NameAnswer) {
  const socket = createSocket('udp4')
  const asked: string[] = []
  const counts = new Map<string, number>()
  socket.on('message', (question, from) => {
    const { name, type, end } = questionIn(question)
    const before = counts.get(`${type} ${name}`) ?? 0
    counts.set(`${type} ${name}`, before + 1)
    if (type === A) asked.push(name)
    const { through = [], addresses } = answer(name, before)
    const records = recordsOf(name, through, addresses, type)
    const header = Buffer.from(question.subarray(0, 12))
    header.writeUInt16BE(0x8180, 2)
    header.writeUInt16BE(records.length, 6)
    header.writeUInt32BE(0, 8)
    socket.send(Buffer.concat([header, question.subarray(12, end), ...records]), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const resolver = new Resolver({ timeout: 1_000, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return {
    /** The names that were asked for, each time. */
    asked,
    /** The internet, seen through this name server alone. */
    network: (overrides: Partial<Network> = {}): Network => ({ ...INTERNET, resolve: allOf(resolver), ...overrides }),
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
}

const allOf =
  (resolver: Resolver): Network['resolve'] =>
  async (name) => {
    const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    return [four, six].flatMap((found) => (found.status === 'fulfilled' ? found.value : []))
  }

/** @see RFC 1035, section 4.1.2 */
function questionIn(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.'), type: message.readUInt16BE(at + 1), end: at + 5 }
}

function recordsOf(name: string, through: readonly string[], addresses: readonly string[], type: number): Buffer[] {
  const names = [name, ...through]
  const chain = through.map((next, at) => record(names[at] ?? name, CNAME, encoded(next)))
  const last = names.at(-1) ?? name
  const fitting = addresses.filter((address) => address.includes(':') === (type === AAAA))
  return [...chain, ...fitting.map((address) => record(last, type, bytesOf(address)))]
}

/** Class IN, a time to live of nothing (RFC 1035, section 4.1.3). */
const record = (name: string, type: number, data: Buffer): Buffer => {
  const fixed = Buffer.alloc(10)
  fixed.writeUInt16BE(type, 0)
  fixed.writeUInt16BE(1, 2)
  fixed.writeUInt16BE(data.length, 8)
  return Buffer.concat([encoded(name), fixed, data])
}

const encoded = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label)])),
    Buffer.of(0),
  ])

const words = (part: string): string[] => part.split(':').filter((word) => word !== '')

function bytesOf(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number))
  const [head = '', tail = ''] = address.split('::')
  const missing = 8 - words(head).length - words(tail).length
  const all = [...words(head), ...Array.from({ length: missing }, () => '0'), ...words(tail)]
  return Buffer.from(all.map((word) => word.padStart(4, '0')).join(''), 'hex')
}
