import type { ExportedAddress } from './exported-address.ts'
import { quoted } from './nginx-words.ts'

/** Above this many stylesheets a policy that names them all would be longer than many a page. */
const MAX_STYLES = 60

/**
 * The headers for hosts that read `_headers` (Netlify, Cloudflare Pages). Such files give headers to patterns of paths and
 * join what several patterns say, so one policy stands for all pages: it names every stylesheet that there is.
 */
export function headersFile(addresses: readonly ExportedAddress[]): string {
  return [
    '/*',
    `  Content-Security-Policy: ${sharedPolicy(addresses)}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '/media/*',
    '  Cache-Control: public, max-age=86400, immutable',
    '',
  ].join('\n')
}

/** Nothing but our own stylesheets and pictures. Where there are too many sheets to name, any sheet within a page. */
function sharedPolicy(addresses: readonly ExportedAddress[]): string {
  const styles = [...new Set(policiesOf(addresses).flatMap((policy) => policy.match(/'sha256-[^']+'/g) ?? []))].sort()
  const allowed = styles.length > MAX_STYLES ? "'unsafe-inline'" : styles.join(' ')
  const styleSource = allowed === '' ? '' : `style-src ${allowed}; `
  return `default-src 'none'; ${styleSource}img-src 'self' data:; base-uri 'none'; form-action 'self'`
}

const policiesOf = (addresses: readonly ExportedAddress[]): string[] => [
  ...new Set(addresses.map(({ policy }) => policy)),
]

/** A page as a server finds it. */
export type ServedFile = Pick<ExportedAddress, 'policy'> & { readonly file: string }

/** The pages among what was exported: policies are for these. */
export const pagesIn = (addresses: readonly ExportedAddress[]): ServedFile[] =>
  addresses.flatMap(({ file, policy, location }) =>
    file?.endsWith('.html') && location === null ? [{ file, policy }] : [],
  )

/** For nginx the policy of each page, as the site itself sends it: a map by the file that is served. */
export function headersForNginx(pages: readonly ServedFile[]): string {
  const counts = new Map<string, number>()
  for (const { policy } of pages) counts.set(policy, (counts.get(policy) ?? 0) + 1)
  const [common = ''] = [...counts]
    .toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([policy]) => policy)
  const others = pages
    .filter(({ policy }) => policy !== common)
    .flatMap(({ file, policy }) => namesOf(file).map((name) => `  ${quoted(name)} ${quoted(policy)};\n`))
  return `map $uri $onrecord_policy {\n  default ${quoted(common)};\n${others.sort().join('')}}\n`
}

/** The front page comes out of `try_files $uri/index.html` with two slashes. */
const namesOf = (file: string): string[] => (file === 'index.html' ? ['/index.html', '//index.html'] : [`/${file}`])
