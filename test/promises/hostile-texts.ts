import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One of each way out of where a text stands: element, attribute, comment, script, CDATA, line, address. */
export const OWN_TEXTS: readonly string[] = [
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

const FOLDER = fileURLToPath(new URL('../../../shared/samples/xss/', import.meta.url))

/** Attack strings that others have collected; none where the collection is not at hand. */
export function collectedTexts(): string[] {
  if (!existsSync(FOLDER)) return []
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => textsIn(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))))
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
