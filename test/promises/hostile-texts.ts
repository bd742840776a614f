import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Word } from './every-field.ts'
import { ATTACKS } from '../fixtures/xss/attacks.ts'

/** One of each way out of where a text stands: element, attribute, comment, script, CDATA, line, address. */
export const WAYS_OUT: readonly string[] = [
  `<script>alert(1)</script>`,
  `</title></style></script></textarea><img src=x onerror=alert(1)>`,
  `"><svg onload=alert(1)>`,
  `' onmouseover='alert(1)`,
  '`onfocus=alert(1) autofocus`',
  `javascript:alert(1)`,
  `]]><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>`,
  `--><script>alert(1)</script><!--`,
  `&lt;script&gt;alert(1)&lt;/script&gt; &amp;#60;`,
  `<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=javascript:alert(1)">`,
  `{{constructor.constructor('alert(1)')()}} \${alert(1)} <%= 1 %>`,
  `\u2028alert(1)\u2029</SCRIPT\u00a0><ScRiPt>`,
  `one line\r\nSet-Cookie: a=b\nContact: mailto:evil@example.org\n\n/* evil.example/:splat 301`,
  `\\"},"html":"<b>","x":{"`,
  `![x](javascript:alert(1)) [y](data:text/html,<script>alert(1)</script>) <a href="javascript:alert(1)">z</a>`,
]

/** Our own attacks: ways out of where a text stands, and one of each family that others have found. */
export const OWN_TEXTS: readonly string[] = [...WAYS_OUT, ...ATTACKS]

/** Where attack strings that others have collected lie: a folder of JSON files; none where nobody names one. */
const CORPUS = process.env['ONRECORD_XSS_CORPUS'] ?? ''

/** Attack strings that others have collected, for the long form. */
export function collectedTexts(): string[] {
  if (CORPUS === '') return []
  const found = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => textsIn(JSON.parse(readFileSync(join(CORPUS, name), 'utf8'))))
  if (found.length === 0) throw new Error(`ONRECORD_XSS_CORPUS names ${CORPUS}, where no attack strings are.`)
  return found
}

function textsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return typeof one === 'string' ? [one] : []
    const text = 'input' in one ? one.input : 'payload' in one ? one.payload : null
    return typeof text === 'string' ? [text] : []
  })
}

/** The same words without anything that could mean something to a browser: a page must look the same with either. */
export const harmlessTwin = (text: string): string => text.replaceAll(/[^\p{L}\p{N}\s]/gu, 'x')

/** Two texts for each field, until all have been somewhere, and then from the beginning. */
export function inTurn(texts: readonly string[], written = (text: string) => text): Word {
  let next = 0
  return () => {
    next += 2
    const [one = '', other = ''] = [texts[next % texts.length], texts[(next + 1) % texts.length]]
    return written(`Words ${one} ${other} end`)
  }
}
