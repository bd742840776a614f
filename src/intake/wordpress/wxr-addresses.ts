import { oldPath } from '../link-address.ts'
import { plainText } from '../plain-text.ts'
import { canonicalOf } from './wxr-meta.ts'
import { fieldOf, type WxrItem } from './wxr-records.ts'

/** Drafts have no name yet, and no year is part of an address that was never public. */
const DATED = /\/\d{4}\/\d{2}\/\d{2}\//

/**
 * Every path under which WordPress answered for the story: its permanent address, the short ones with its number, those
 * under names and dates it had before, and the one that search engines were told.
 *
 * @param sitePath the path that the site lies under, "/blog", or empty
 */
export function oldAddresses(item: WxrItem, sitePath: string): string[] {
  const link = addressOf(item)
  const path = oldPath(link)
  const guid = plainText(fieldOf(item, 'guid'))
  const named = /[?&](?:p|page_id)=\d+/.test(guid) ? oldPath(guid) : null
  const all = [path, named, ...numbered(item, sitePath), ...formerPaths(item, path), canonicalPath(item, link)]
  return [...new Set(all.filter((one) => one !== null))]
}

/** The address of an item; some exports write its entities twice. */
export const addressOf = (item: WxrItem): string => plainText(fieldOf(item, 'link'))

/** `/?p=12` leads to every post and page, `/?page_id=12` to pages. Only WordPress itself notes a guid. */
function numbered(item: WxrItem, sitePath: string): string[] {
  const number = fieldOf(item, 'wp:post_id')
  if (!/^\d+$/.test(number) || fieldOf(item, 'guid') === '') return []
  const short = `${sitePath}/?p=${number}`
  return fieldOf(item, 'wp:post_type') === 'page' ? [short, `${sitePath}/?page_id=${number}`] : [short]
}

function formerPaths(item: WxrItem, path: string | null): string[] {
  if (path === null || path.includes('?')) return []
  const slugs = item.meta.get('_wp_old_slug') ?? []
  const days = item.meta.get('_wp_old_date') ?? []
  const renamed = slugs.flatMap((slug) => {
    const old = oldPath(path.replace(/[^/]+(\/?)$/, (_last, slash: string) => `${slug.trim()}${slash}`))
    return slug.trim() === '' || old === null ? [] : [old]
  })
  const redated = days.flatMap((day) => {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.trim())
    return found && DATED.test(path) ? [path.replace(DATED, `/${found.slice(1).join('/')}/`)] : []
  })
  return [...renamed, ...redated]
}

/** An address on the same site that search engines were told to take instead. */
function canonicalPath(item: WxrItem, link: string): string | null {
  const canonical = canonicalOf(item)
  return canonical !== '' && isSameSite(canonical, link) ? oldPath(canonical) : null
}

/** Where the story was first published, when search engines were told that it was elsewhere; empty otherwise. */
export function firstPublishedAt(item: WxrItem): string {
  const canonical = canonicalOf(item)
  return /^https?:\/\//.test(canonical) && !isSameSite(canonical, addressOf(item)) ? canonical : ''
}

const hostOf = (address: string): string | undefined => URL.parse(address)?.host.replace(/^www\./, '')

const isSameSite = (a: string, b: string): boolean => a.startsWith('/') || hostOf(a) === hostOf(b)
