import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMirrorKey } from '../../src/config/mirror-key.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-key-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

describe('the key that signs the list of mirrors', () => {
  it('is made once, for its owner alone, however many ask for it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => readMirrorKey(home)))
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1)
    expect(Buffer.from(keys[0]?.publicKey ?? '', 'base64')).toHaveLength(32)
    expect(readdirSync(home)).toEqual(['mirror-key.pem'])
    expect(statSync(join(home, 'mirror-key.pem')).mode & 0o777).toBe(0o600)
  })

  it.each(['', 'SECRET', '-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----\n'])(
    'is not taken from a file that holds something else, of which nothing is said',
    async (text) => {
      writeFileSync(join(home, 'mirror-key.pem'), text)
      await expect(readMirrorKey(home)).rejects.toMatchObject({
        code: 'bad-config',
        message: expect.not.stringContaining('SECRET'),
      })
      expect(readFileSync(join(home, 'mirror-key.pem'), 'utf8')).toBe(text)
    },
  )
})
