import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { MANIFEST, type ReleaseManifest, releaseIn, releasesIn } from '../../edition/release-shelf.ts'
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { QueryRoute } from '../query-route.ts'
import type { OpenDataSource } from './open-data-source.ts'
import { sendProblem } from './send-problem.ts'
import { sendStream, type StreamedAnswer } from './send-stream.ts'

const LIST = '/data/releases.json'
const UNDER = '/data/releases/'

/**
 * The dated releases: their list, and each file under an address that never changes what it holds.
 *
 * Only files that a manifest names are served: an address is never made into a path.
 *
 * @param folder the folder of all releases
 */
export const releasesRoute = ({ siteUrl }: OpenDataSource, folder: string): QueryRoute => ({
  isFor: ({ path }) => path === LIST || path.startsWith(UNDER),
  answer: async ({ path }, request, response) => {
    const answer = path === LIST ? await listOf(folder, siteUrl()) : await fileAt(folder, path.slice(UNDER.length))
    if (answer) await sendStream(request, response, answer)
    else sendProblem(response, 404, `There is no such file in a release: ${LIST} lists them all.`)
  },
})

async function listOf(folder: string, siteUrl: string): Promise<StreamedAnswer> {
  const releases = (await releasesIn(folder)).map(({ files, ...release }) => ({
    ...release,
    manifest: `${siteUrl}${UNDER}${release.version}/${MANIFEST}`,
    files: files.map((file) => ({ ...file, url: `${siteUrl}${UNDER}${release.version}/${file.name}` })),
  }))
  const body = `${JSON.stringify({ releases }, null, 2)}\n`
  return {
    contentType: 'application/json',
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
    fileName: null,
    isCompressible: true,
    chunks: () => [body],
  }
}

async function fileAt(folder: string, rest: string): Promise<StreamedAnswer | undefined> {
  const [version = '', name = '', ...more] = rest.split('/')
  const manifest = more.length === 0 ? await releaseIn(folder, version) : undefined
  const tag = manifest && tagOf(manifest, name)
  if (manifest === undefined || tag === undefined) return undefined
  const path = join(folder, manifest.version, name)
  // Whoever has to take a release back removes its files and leaves the manifest.
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return {
    contentType: contentTypeOf(name),
    etag: `W/"${tag}"`,
    fileName: /\.(?:md|txt|json)$/.test(name) ? null : `${version}-${name}`,
    isCompressible: true,
    isImmutable: true,
    bytes: found.size,
    chunks: () => createReadStream(path),
  }
}

const tagOf = (manifest: ReleaseManifest, name: string): string | undefined =>
  name === MANIFEST
    ? `${manifest.version}-${manifest.edition}`
    : manifest.files.find((file) => file.name === name)?.sha256.slice(0, 16)

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
}

/** Markdown is shown as what it is: a text to be read. */
const contentTypeOf = (name: string): string => TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8'
