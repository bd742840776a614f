import { describe, expect, it } from 'vitest'
import { linkAddress, oldPath } from '../../src/intake/link-address.ts'

describe('a link in an imported text', () => {
  it.each([
    ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
    ['  HTTP://Example.org  ', 'HTTP://Example.org'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['/2024/07/29/story?x=1', '/2024/07/29/story?x=1'],
    ['//cdn.example.org/x', 'https://cdn.example.org/x'],
  ])('%j leads to %j', (written, address) => {
    expect(linkAddress(written)).toBe(address)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\u0000script:alert(1)',
    '\u0001javascript:alert(1)',
    '\u00A0javascript:alert(1)',
    'java\u200Bscript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'feed:javascript:x',
    'blob:https://x',
    'file:///etc/passwd',
    '#anchor',
    '',
    'page.html',
  ])('%j leads nowhere', (written) => {
    expect(linkAddress(written)).toBeNull()
  })

  it('needs its page to be relative', () => {
    expect(linkAddress('other.html', 'https://example.org/a/story.html')).toBe('https://example.org/a/other.html')
    expect(linkAddress('javascript:x', 'https://example.org/')).toBeNull()
  })

  it('never leaves the site under the guise of a path', () => {
    expect(linkAddress('/\\evil.example')).not.toMatch(/^\/[\\/]/)
    expect(linkAddress('/a\t/\\evil.example')).toMatch(/^\/a/)
  })

  it('leaves a path for a redirect, but never the front page', () => {
    expect(oldPath('https://old.example/2024/07/x/?p=1#top')).toBe('/2024/07/x/?p=1')
    expect(oldPath('https://old.example/?p=7')).toBe('/?p=7')
    expect(oldPath('https://old.example/')).toBeNull()
    expect(oldPath('urn:uuid:1')).toBeNull()
  })
})
