import { createHash } from 'node:crypto'
import { mirrorsPage } from '../../site/house/mirrors-page.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import { mirrorsFile, publicKeyInfo } from '../../story/mirror-list.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import { contextFor, type PublicSite } from './page-source.ts'

/** The page of the paper's other addresses; undefined where it has none. */
export function loadMirrors(
  site: PublicSite,
  { language }: Extract<Address, { kind: 'mirrors' }>,
): FinishedPage | undefined {
  const { newspaper } = site
  const { mirrors } = newspaper.profile
  if (mirrors === null) return undefined
  const context = contextFor(site, language, (other) => pathTo({ kind: 'mirrors', language: other }, newspaper))
  const key = Buffer.from(publicKeyInfo(mirrors.publicKey), 'base64')
  const fingerprint = createHash('sha256').update(key).digest('hex')
  return finished(mirrorsPage({ context, mirrors, fingerprint }), { language, shows: [] })
}

/** The list itself, for programs and for passing on; undefined where there is none. */
export function loadMirrorsList({ newspaper }: PublicSite): FinishedPage | undefined {
  const { mirrors } = newspaper.profile
  if (mirrors === null) return undefined
  const file = { contentType: 'application/json; charset=utf-8', body: mirrorsFile(mirrors), style: null }
  return finished(file, { shows: [] })
}
