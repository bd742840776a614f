import { describe, expect, it } from 'vitest'
import type { ExportedAddress } from '../../../src/press/static-export/exported-address.ts'
import { redirectsFile } from '../../../src/press/static-export/server-files.ts'

const moved = (path: string): ExportedAddress => ({
  path,
  status: 308,
  file: null,
  hash: '',
  tags: [],
  staleAtMs: null,
  media: [],
  policy: '',
  location: '/2024/08/01/a-story',
})

describe('the list of former addresses for hosts that read _redirects', () => {
  it('takes an imported address as it is, never as a pattern, a remark or a second line', () => {
    const paths = ['/*', '/blog/:splat', '/a#b', '/x 200\n/* https://evil.example/ 301']
    expect(redirectsFile(paths.map(moved))).toBe(
      [
        '/%2A /2024/08/01/a-story 301\n',
        '/blog/%3Asplat /2024/08/01/a-story 301\n',
        '/a%23b /2024/08/01/a-story 301\n',
        '/x%20200%0A/%2A%20https%3A//evil.example/%20301 /2024/08/01/a-story 301\n',
      ].join(''),
    )
  })
})
