import { pathTo } from '../../story/addresses.ts'
import type { HousePageKind } from '../../story/house-page.ts'
import { isPage, parsePath } from '../../story/parse-path.ts'
import type { PageContext } from '../props.ts'

type Here = Pick<PageContext, 'newspaper' | 'language'>

/** Where the paper speaks of itself. */
export const housePagePath = ({ newspaper, language }: Here, page: HousePageKind): string =>
  pathTo({ kind: 'house-page', language, page }, newspaper)

export const searchPath = ({ newspaper, language }: Here): string => pathTo({ kind: 'search', language }, newspaper)

export const correctionsPath = ({ newspaper, language }: Here): string =>
  pathTo({ kind: 'corrections', language, month: null }, newspaper)

export const mirrorsPath = ({ newspaper, language }: Here): string => pathTo({ kind: 'mirrors', language }, newspaper)

/** The same page as plain text; null for a page that has no such form. */
export function textPath({ newspaper, language, path }: PageContext): string | null {
  const address = parsePath(path, newspaper)
  return address && isPage(address) ? pathTo({ kind: 'text', language, of: address }, newspaper) : null
}
