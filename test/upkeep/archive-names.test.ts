import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize } from 'node:path/posix'
import { isNameOfOurs } from '../../src/upkeep/backups/archive-names.ts'

describe('a name in a backup', () => {
  it.each([
    'newsroom.db',
    'secrets.json',
    'onrecord.env',
    'media/0123456789abcdef01234567.avif',
    'originals/pic_0a.age',
    'releases/2024.07.3/cells.csv',
    'reads/2026-11-23/0011aabb.json',
  ])('may be %s', (name) => expect(isNameOfOurs(name)).toBe(true))

  it.each([
    '',
    '.',
    '..',
    '/etc/passwd',
    '../newsroom.db',
    'media/../secrets.json',
    'media/..',
    'media//a.avif',
    'media/a.avif/',
    'media\\a.avif',
    'media/a.avif\u0000',
    'media/sub/a.avif',
    'releases/../secrets.json',
    'releases/2024.07.3/..',
    'releases/a/b/c/d.csv',
    'releases/.hidden/cells.csv',
    'reads/2026-11-23/con:stream',
    'edition.db',
    'newsroom.db-wal',
    'manifest.json',
    'C:newsroom.db',
  ])('is never %j', (name) => expect(isNameOfOurs(name)).toBe(false))

  it('never leads anywhere but down', () => {
    const part = fc.constantFrom('media', 'releases', 'reads', '..', '.', '', 'a.avif', '2024.07', '/', '\\', 'x')
    const leadsDown = fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const name = parts.join('/')
      return !isNameOfOurs(name) || normalize(name) === name
    })
    expect(fc.check(leadsDown, { numRuns: 500 })).toMatchObject({ failed: false })
  })
})
