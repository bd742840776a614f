import { pathTo } from '../../story/addresses.ts'
import { escapeHtml } from '../../story/safe-html.ts'
import type { Language } from '../../story/story.ts'
import { homePath } from '../links.ts'
import type { PageContext } from '../props.ts'

/** In pixels: as wide as a column of text, as high as a box with two figures. */
const WIDTH = 640
const HEIGHT = 720
/** Smaller than this nobody can read it. */
const SMALLEST = 200

/** Where an event's box can be asked for (oEmbed 1.0), for the head of its page. */
export const oembedPath = (pageUrl: string): string =>
  `/oembed?${new URLSearchParams({ url: pageUrl, format: 'json' }).toString()}`

export interface OEmbedProps {
  readonly context: PageContext
  readonly slug: string
  readonly language: Language
  readonly title: string
  /** The most that the page which embeds it has room for, in pixels; null says nothing. */
  readonly maxWidth: number | null
  readonly maxHeight: number | null
}

/** An oEmbed answer of type `rich` (section 2.3.4.4): a frame with the event's box. */
export function oembedAnswer(props: OEmbedProps): Readonly<Record<string, string | number>> {
  const { context, slug, language, title, maxWidth, maxHeight } = props
  const { newspaper, siteUrl } = context
  const src = siteUrl + pathTo({ kind: 'event-embed', language, slug }, newspaper)
  const width = within(WIDTH, maxWidth)
  const height = within(HEIGHT, maxHeight)
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: newspaper.name,
    provider_url: siteUrl + homePath(context, language),
    width,
    height,
    html:
      `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" width="${width}" height="${height}" loading="lazy" ` +
      'sandbox="allow-popups allow-top-navigation-by-user-activation" frameborder="0"></iframe>',
  }
}

const within = (size: number, most: number | null): number =>
  most === null ? size : Math.max(SMALLEST, Math.min(size, Math.floor(most)))
