import type { Embed } from '../../story/document.ts'
import { elementsIn, findElement, hasClass, type HtmlElement } from './html-tree.ts'
import { webLink } from '../link-address.ts'

/** Whose pages can stand in a story as a link of their own, by the end of the host's name. */
const PROVIDERS: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtube-nocookie.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'dailymotion.com': 'Dailymotion',
  'dai.ly': 'Dailymotion',
  'twitter.com': 'X',
  'x.com': 'X',
  'facebook.com': 'Facebook',
  'fb.watch': 'Facebook',
  'instagram.com': 'Instagram',
  'tiktok.com': 'TikTok',
  't.me': 'Telegram',
  'telegram.me': 'Telegram',
  'soundcloud.com': 'SoundCloud',
  'spotify.com': 'Spotify',
  'bsky.app': 'Bluesky',
  'reddit.com': 'Reddit',
  'flickr.com': 'Flickr',
  'ted.com': 'TED',
  'documentcloud.org': 'DocumentCloud',
  'datawrapper.de': 'Datawrapper',
  'dwcdn.net': 'Datawrapper',
  'flourish.studio': 'Flourish',
  'google.com': 'Google',
  'openstreetmap.org': 'OpenStreetMap',
  'archive.org': 'Internet Archive',
  'scribd.com': 'Scribd',
  'odysee.com': 'Odysee',
  'rumble.com': 'Rumble',
}

export function providerOf(url: string): string | null {
  const host = URL.parse(url)?.hostname ?? ''
  const known = Object.keys(PROVIDERS).find((end) => host === end || host.endsWith(`.${end}`))
  return known === undefined ? null : (PROVIDERS[known] ?? null)
}

/** A link to something elsewhere, with the words that name it; without words, its address without the scheme. */
export function embedOf(url: string, title: string): Embed {
  const address = watchAddress(url)
  const words = title.trim() || address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  return { type: 'embed', attrs: { url: address, title: words, provider: providerOf(address) } }
}

/** The page a person would open, in place of a player's inner address. */
function watchAddress(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return url
  const id = /^\/(?:embed|v|embed\/video|video)\/([\w-]+)/.exec(parsed.pathname)?.[1]
  if (id === undefined || id === 'videoseries') return url
  if (/(?:^|\.)youtube(?:-nocookie)?\.com$/.test(parsed.hostname)) return `https://www.youtube.com/watch?v=${id}`
  if (parsed.hostname === 'player.vimeo.com') return `https://vimeo.com/${id}`
  if (/(?:^|\.)dailymotion\.com$/.test(parsed.hostname)) return dailymotionAddress(parsed)
  return url
}

const dailymotionAddress = ({ pathname }: URL): string =>
  `https://www.dailymotion.com/video/${pathname.split('/').at(-1) ?? ''}`

/** The address of an iframe, film, sound or object; null when it has none that is safe. */
export function playedAddress(player: HtmlElement, base: string | null): string | null {
  const inner = findElement(player, 'source', 'embed')?.attributes ?? {}
  const own = player.attributes
  const candidates = [ampAddress(player), own['src'], own['data-src'], own['data-lazy-src'], own['data'], inner['src']]
  const written = candidates.find((address) => address !== undefined && address !== '' && address !== 'about:blank')
  const address = written === undefined ? null : webLink(written, base)
  return address?.startsWith('/') ? null : address
}

/** Elements that name what they play by its number: AMP pages, and players that load late. */
function ampAddress({ name, attributes }: HtmlElement): string | undefined {
  const id = attributes['data-videoid'] ?? attributes['videoid']
  if (id !== undefined && name.endsWith('-youtube')) return `https://www.youtube.com/watch?v=${id}`
  if (id !== undefined && name.endsWith('-vimeo')) return `https://vimeo.com/${id}`
  if (name === 'amp-twitter') return `https://twitter.com/i/status/${attributes['data-tweetid'] ?? ''}`
  if (name === 'amp-instagram') return `https://www.instagram.com/p/${attributes['data-shortcode'] ?? ''}/`
  return name === 'amp-facebook' ? attributes['data-href'] : undefined
}

/** A post quoted from a network, as its own code writes it: a block quote or a script with the post's address. */
export function postAddress(found: HtmlElement, base: string | null): string | null {
  const { attributes } = found
  const given =
    attributes['data-instgrm-permalink'] ??
    (attributes['data-telegram-post'] && `https://t.me/${attributes['data-telegram-post']}`) ??
    (hasClass(found, /\bfb-(?:post|video)\b/) ? attributes['data-href'] : undefined) ??
    (hasClass(found, /\btiktok-embed\b/) ? attributes['cite'] : undefined) ??
    (hasClass(found, /\btwitter-(?:tweet|video)\b/) ? lastLink(found) : undefined)
  return given ? webLink(given, base) : null
}

function lastLink(found: HtmlElement): string | undefined {
  return elementsIn(found).findLast(({ name }) => name === 'a')?.attributes['href']
}
