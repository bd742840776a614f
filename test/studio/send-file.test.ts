import { describe, expect, it } from 'vitest'
import { ApiProblem, NoConnection } from '../../src/studio/api/api.ts'
import { type Sending, sendFile, type SendingMeans } from '../../src/studio/pictures/send-file.ts'

const broken = () => new NoConnection('The server cannot be reached.')

/** A server that takes pieces of four bytes, over a line that breaks where it is told to. */
function aServer(breaks: { readonly before?: readonly number[]; readonly after?: readonly number[] } = {}) {
  let received = ''
  let requests = 0
  let waits = 0
  const ask = async (key: string, asked: { query?: { offset: number }; body: unknown }) => {
    requests += 1
    if (breaks.before?.includes(requests)) throw broken()
    if (key === 'PUT /uploads/{uploadId}' && asked.query?.offset === received.length) {
      received += await (asked.body as Blob).text()
    }
    if (breaks.after?.includes(requests)) throw broken()
    return { uploadId: 'upl_1', received: received.length, pieceBytes: 4 }
  }
  const means = {
    ask: ask as SendingMeans['ask'],
    patience: async () => {
      waits += 1
    },
  }
  return { means, received: () => received, waits: () => waits }
}

const send = (server: ReturnType<typeof aServer>, words: string, signal = new AbortController().signal) => {
  const told: Sending[] = []
  const sent = sendFile(new Blob([words]), 'a.jpg', { onProgress: (one) => told.push(one), signal }, server.means)
  return { sent, told }
}

describe('a file on its way', () => {
  it('arrives whole, and says how far it is', async () => {
    const server = aServer()
    const { sent, told } = send(server, 'one two three')
    expect(await sent).toBe('upl_1')
    expect(server.received()).toBe('one two three')
    expect(told.map(({ sent: bytes }) => bytes)).toEqual([0, 4, 8, 12, 13])
  })

  it('goes on where it was when the line breaks, before a piece arrives or before its answer does', async () => {
    const server = aServer({ before: [1, 3], after: [5] })
    const { sent, told } = send(server, 'one two three')
    await sent
    expect(server.received()).toBe('one two three')
    expect(server.waits()).toBe(3)
    expect(told.filter(({ isWaiting }) => isWaiting)).toHaveLength(3)
  })

  it('does not try again what the server refuses', async () => {
    const problem = new ApiProblem({ status: 422, code: 'bad-input', detail: 'Too large.', remedy: null })
    const server = aServer()
    const means = { ...server.means, ask: (async () => Promise.reject(problem)) as SendingMeans['ask'] }
    await expect(send({ ...server, means }, 'one').sent).rejects.toBe(problem)
    expect(server.waits()).toBe(0)
  })

  it('stops when nobody wants it any more', async () => {
    const stop = new AbortController()
    stop.abort(new Error('left'))
    await expect(send(aServer(), 'one', stop.signal).sent).rejects.toThrow('left')
  })
})
