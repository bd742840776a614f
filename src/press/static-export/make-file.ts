import { OnrecordError } from '../../errors.ts'
import { escapeHtml } from '../../story/safe-html.ts'
import { asciiAddress, securityHeaders } from '../page-headers.ts'
import type { FinishedPage, RenderPage } from '../page.ts'
import { codeOf, type ExportFiles, fileFor } from './export-files.ts'
import { type ExportedAddress, hashOf } from './exported-address.ts'

export interface FileMaker {
  readonly render: RenderPage
  readonly files: ExportFiles
  /** Without a slash at the end. */
  readonly siteUrl: string
}

/** A path to be written, and the hash of what stands there already. */
export interface Wanted {
  readonly path: string
  readonly hash: string | null
}

/** Where there is nothing for readers. */
export interface Absent {
  readonly path: string
  readonly status: 404
}

/**
 * Renders an address and writes its file, the very bytes that the site would send. What has not changed is not written
 * again, so that whoever copies the folder on sees which files did.
 *
 * @throws OnrecordError `database-unavailable` when the page could not be made
 */
export async function makeFile(maker: FileMaker, { path, hash }: Wanted): Promise<ExportedAddress | Absent> {
  const page = await maker.render(path)
  const { status } = page
  if (status === 404) return { path, status }
  if (status >= 500) throw new OnrecordError('database-unavailable', `The page ${path} could not be made.`)
  const bytes = Buffer.from(page.location === null ? page.body : leadingOn(maker.siteUrl, page.location))
  const made: ExportedAddress = {
    path,
    status: status as ExportedAddress['status'],
    file: fileFor(path, page.location !== null || page.contentType.startsWith('text/html')),
    hash: hashOf(bytes),
    tags: page.tags,
    staleAtMs: page.freshUntil ? Date.parse(page.freshUntil) : null,
    media: mediaIn(page),
    policy: policyOf(page),
    location: page.location,
  }
  if (made.file === null || made.hash === hash) return made
  return write(maker.files, made, made.file, bytes)
}

/** The content policy that the site itself sends with a page. */
export const policyOf = (page: FinishedPage): string => securityHeaders(page.style, page)[1] ?? ''

/** A former address below what is a file now has no place on a disk; lists for servers tell of it all the same. */
function write(files: ExportFiles, made: ExportedAddress, file: string, bytes: Buffer): ExportedAddress {
  try {
    files.writeText(file, bytes)
    return made
  } catch (error) {
    if (!IN_THE_WAY.has(codeOf(error))) throw error
    // The same address was a folder before and is a file now, or the other way about: a notice where data stood.
    if (files.clearFormer(file)) {
      files.writeText(file, bytes)
      return made
    }
    if (made.location === null) throw error
    return { ...made, file: null }
  }
}

const IN_THE_WAY = new Set(['ENOTDIR', 'EISDIR', 'EEXIST', 'ENOTEMPTY', 'ENAMETOOLONG'])

/** Every picture that a page shows, or names for others to show. */
const mediaIn = ({ body }: FinishedPage): string[] => [
  ...new Set(body.match(/\/media\/[0-9a-z_/-]{1,120}\.[a-z0-9]{2,5}/g)),
]

/** What stands at a former address where a server cannot answer with a redirect: it leads on by itself. */
function leadingOn(siteUrl: string, location: string): string {
  const target = escapeHtml(asciiAddress(location))
  const whole = escapeHtml(location.startsWith('/') ? siteUrl + asciiAddress(location) : asciiAddress(location))
  return [
    '<!doctype html><html lang="und"><head><meta charset="utf-8">',
    `<title>${whole}</title><link rel="canonical" href="${whole}"><meta name="robots" content="noindex">`,
    `<meta http-equiv="refresh" content="0;url=${target}"></head><body><p><a href="${target}">${whole}</a></p></body></html>\n`,
  ].join('')
}
