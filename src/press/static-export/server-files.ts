import { asciiAddress } from '../page-headers.ts'
import { policyOf } from './make-file.ts'
import { ALL_STORIES, pathTo } from '../../story/addresses.ts'
import type { Run } from './run.ts'
import { quoted } from './nginx-words.ts'
import { headersFile, headersForNginx, pagesIn, type ServedFile } from './server-headers.ts'
import { readme } from './server-readme.ts'
import type { ExportedAddress } from './exported-address.ts'

/** A path at which no page can ever be. */
const NOWHERE = '/-/nothing-here'

/**
 * Writes what servers need to know besides the files: where former addresses lead, what was withdrawn, which headers
 * pages have, and the page for what is not there. Each is written only when it has become another.
 *
 * @returns the names of all of them
 */
export async function writeServerFiles({ state, site, files, render, request }: Run): Promise<Set<string>> {
  const addresses = [...state.addresses.values()]
  const written = new Set<string>()
  const write = (file: string, text: string, withSiblings = false) => {
    files.writeIfOther(file, text, withSiblings)
    written.add(file)
  }
  const missing: ServedFile[] = []
  for (const language of site.newspaper.languages) {
    const home = pathTo({ kind: 'front', language, list: ALL_STORIES }, site.newspaper)
    const file = home === '/' ? '404.html' : `${home.slice(1)}/404.html`
    const page = await render(home === '/' ? NOWHERE : home + NOWHERE)
    write(file, page.body, true)
    missing.push({ file, policy: policyOf(page) })
  }
  const moved = inOrder(addresses.filter(({ location }) => location !== null))
  write('_redirects', redirectsFile(moved))
  write('redirects.nginx.conf', redirectsForNginx(moved, inOrder(addresses.filter(({ status }) => status === 410))))
  write('_headers', headersFile(addresses))
  write('headers.nginx.conf', headersForNginx([...pagesIn(addresses), ...missing]))
  write('README.txt', readme({ name: site.newspaper.name, ...request }))
  return written
}

/** The same whatever the order in which they were made. */
const inOrder = (addresses: readonly ExportedAddress[]): ExportedAddress[] =>
  addresses.toSorted((one, other) => (one.path < other.path ? -1 : 1))

/** As Netlify and Cloudflare Pages read it. What divides a line there, or is their sign for a pattern, stands encoded. */
export const redirectsFile = (moved: readonly ExportedAddress[]): string =>
  moved.map(({ path, location }) => `${literal(path)} ${asciiAddress(location ?? '/')} 301\n`).join('')

/** An address without a sign that means something else in such a list: `*`, `:name`, `#`. */
const literal = (path: string): string =>
  asciiAddress(path).replace(/[*#:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Two maps for the `http` part of an nginx: where a former address leads, and which story was withdrawn. */
function redirectsForNginx(moved: readonly ExportedAddress[], gone: readonly ExportedAddress[]): string {
  const ways = moved.map(({ path, location }) => `  ${quoted(path)} ${quoted(asciiAddress(location ?? '/'))};\n`)
  const withdrawn = gone.map(({ path }) => `  ${quoted(path)} 1;\n`)
  return [
    'map_hash_max_size 262144;\nmap_hash_bucket_size 512;\n',
    `map $uri $onrecord_moved {\n  default "";\n${ways.join('')}}\n`,
    `map $uri $onrecord_gone {\n  default "";\n${withdrawn.join('')}}\n`,
  ].join('')
}
