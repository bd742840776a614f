import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentFromClipboard } from '../../src/studio/editor/paste-document.ts'
import { pastedAddress } from '../../src/studio/editor/paste-links.ts'
import { parseDocument } from '../../src/story/document-schema.ts'
import { clipboardCases } from './paste-cases.ts'

const CASES = clipboardCases()
const fromHtml = (html: string) => documentFromClipboard({ html, text: '' }, 'en')

describe('what programs put on the clipboard', () => {
  it('is tried in thirty cases', () => {
    expect(CASES).toHaveLength(30)
  })

  it.each(CASES)('becomes blocks of ours: $name', ({ given, language, expected }) => {
    const pasted = documentFromClipboard(given, language)
    expect(pasted).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
    expect(parseDocument(pasted.document)).toEqual(pasted.document)
  })
})

describe('what somebody hides in a clipboard', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<p onclick="alert(1)" style="background:url(javascript:1)">x</p>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a href="javascript:1"><text>x</text></a></svg>',
    '<a href="java\tscript:alert(1)">x</a><a href=" &#1;javascript:alert(1)">x</a><a href="vbscript:x">x</a>',
    '<a href="data:text/html,<script>1</script>">x</a>',
    '<style>p{background:url(javascript:1)}</style><p>x</p>',
    '<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>1</script>"></iframe>',
    '<math><mi xlink:href="javascript:1">x</mi></math><object data="javascript:1">x</object>',
    '<form action="javascript:1"><input value=x><button formaction="javascript:1">x</button></form>',
    '<!--<p>--><noscript><p title="</noscript><script>alert(1)</script>">x</p></noscript>',
    '<div data-embed="javascript:1">x</div><span data-claim="clm_x">x</span>',
  ]

  it.each(HOSTILE)('leaves nothing in the text: %s', (html) => {
    const { document } = fromHtml(`${html}<p>plain</p>`)
    expect(JSON.stringify(document)).not.toMatch(/script|alert|onerror|data:|javascript|clm_x|style/i)
    expect(JSON.stringify(document)).toContain('plain')
    expect(parseDocument(document)).toEqual(document)
  })

  it.each(['<div>', '<ul><li>', '<blockquote>', '<table><tr><td>', '<b><i>', '<span style="font-weight:700">'])(
    'may be nested ten thousand deep: %s',
    (tag) => {
      const { document } = documentFromClipboard({ html: `${tag.repeat(10_000)}deep`, text: 'deep' }, 'en')
      expect(JSON.stringify(document)).toContain('deep')
      expect(parseDocument(document)).toEqual(document)
    },
  )

  it('may be two megabytes long', () => {
    const signs = documentFromClipboard({ html: '', text: '*a* _b '.repeat(300_000) }, 'en')
    expect(signs.document.content).toHaveLength(1)
    const { document } = fromHtml(`<p style="margin-left:36pt">word <a href="#x">x</a>`.repeat(40_000))
    expect(document.content.length).toBeGreaterThan(0)
  }, 20_000)
})

describe('a pasted link', () => {
  it('leads where it led, past whoever stands between and counts', () => {
    expect(pastedAddress('https://www.google.com/url?q=https://a.example/x?utm_id%3D1')).toBe('https://a.example/x')
    expect(pastedAddress('https://a.example/x?a=1&utm_source=x&b=2#part')).toBe('https://a.example/x?a=1&b=2#part')
    expect(pastedAddress('https://a.example/x?q=20.2,1.0')).toBe('https://a.example/x?q=20.2,1.0')
  })

  it('leads nowhere that is unsafe, wrapped or not', () => {
    expect(pastedAddress('https://www.google.com/url?q=javascript:alert(1)')).toBe(
      'https://www.google.com/url?q=javascript:alert(1)',
    )
    expect(pastedAddress('javascript:alert(1)')).toBeNull()
    expect(pastedAddress('/wp-admin')).toBeNull()
  })
})
