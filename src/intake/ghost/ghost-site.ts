import type { IncomingSite } from '../incoming.ts'
import { type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import { languageTag } from '../language-tag.ts'
import { webLink } from '../link-address.ts'
import type { GhostData } from './ghost-data.ts'

/** What the settings of a Ghost export tell of its site. */
export interface GhostSite {
  /** Its address without a slash at the end; null when the file does not tell. */
  readonly address: string | null
  readonly title: string | null
  readonly language: string | null
  readonly zone: string | null
  /** How addresses are made: "/:slug/". */
  readonly permalinks: string
}

/**
 * The site that an export came from. Ghost leaves the site's own address out of its exports: it is taken from the
 * settings where it is there all the same, else from where most of the site's own pictures lie, if one place has them.
 */
export function ghostSite({ data, posts }: GhostData): GhostSite {
  const settings = settingsOf(data)
  const told = settings.get('url') || textIn(rowIn(data, 'site'), 'url') || textIn(data, 'url')
  const zone = settings.get('timezone') || settings.get('active_timezone') || settings.get('activeTimezone') || ''
  const language =
    settings.get('locale') || settings.get('lang') || settings.get('default_locale') || settings.get('defaultLang')
  return {
    address: siteAddress(told) ?? addressOfPictures(posts),
    title: settings.get('title') || null,
    language: languageTag(language ?? ''),
    zone: isZone(zone) ? zone : null,
    permalinks: settings.get('permalinks') || '/:slug/',
  }
}

function settingsOf(data: JsonRow): Map<string, string> {
  const rows = rowsIn(data, 'settings').map((row): [string, string] => [textIn(row, 'key'), textIn(row, 'value')])
  const plain = Object.entries(rowIn(data, 'settings') ?? {}).map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : '',
  ])
  return new Map([...rows, ...plain])
}

function siteAddress(written: string): string | null {
  const address = webLink(written)
  return address !== null && /^https?:/.test(address) ? address.replace(/\/+$/, '') : null
}

const PICTURE = /(https?:\/\/[\w.:-]+(?:\/[\w-]+)*?)\/content\/images\/(?:size\/\w+\/)?\d{4}\//g

/** Where Ghost itself keeps pictures of many sites. */
const SHARED = /^https?:\/\/(?:storage\.ghost\.io|static\.ghost\.org)(?:\/|$)/

/** Pictures of other sites that run Ghost may be shown too: only a place that most of them share counts. */
function addressOfPictures(posts: readonly JsonRow[]): string | null {
  const counts = new Map<string, number>()
  let all = 0
  for (const post of posts) {
    const row = rowIn(post, 'data') ?? post
    const places = new Set(
      PICTURE_FIELDS.flatMap((name) => [...textIn(row, name).matchAll(PICTURE)].map(([, at]) => at ?? '')),
    )
    if (places.size > 0) all += 1
    for (const at of [...places].filter((place) => !SHARED.test(place))) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most && most[1] >= 3 && most[1] > all / 2 ? most[0] : null
}

const PICTURE_FIELDS = ['feature_image', 'html', 'lexical', 'mobiledoc']

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && name !== ''
  } catch {
    return false
  }
}

/** What is said of the site before its stories. */
export const siteOf = ({ address, title, language, zone }: GhostSite): IncomingSite => {
  const host = address === null ? undefined : URL.parse(address)?.host
  return { kind: 'site', hosts: host ? [host] : [], title, language, zone }
}
