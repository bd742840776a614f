import { describe, expect, it } from 'vitest'
import { passedSocket } from '../../src/http/passed-socket.ts'

describe('a socket passed by a service manager', () => {
  it('is the first handle behind the three that every process has', () => {
    expect(passedSocket({ LISTEN_FDS: '1', LISTEN_PID: '812' }, 812)).toBe(3)
  })

  it.each([
    ['nothing was passed', {}],
    ['it was passed to the process that started this one', { LISTEN_FDS: '1', LISTEN_PID: '811' }],
    ['none is counted', { LISTEN_FDS: '0', LISTEN_PID: '812' }],
    ['the count is no number', { LISTEN_FDS: 'all', LISTEN_PID: '812' }],
    ['nobody says to whom', { LISTEN_FDS: '1' }],
  ])('is not there when %s', (_when, env) => {
    expect(passedSocket(env, 812)).toBeNull()
  })
})
