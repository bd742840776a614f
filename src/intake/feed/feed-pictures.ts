import { type Block, DOCUMENT_VERSION, type StoryDocument } from '../../story/document.ts'
import type { FeedMedia } from './feed-item.ts'
import { embedOf } from '../html/html-embeds.ts'
import type { IncomingPicture } from '../incoming.ts'
import { fileName, webLink } from '../link-address.ts'

const isPicture = ({ type, url }: FeedMedia): boolean =>
  type.startsWith('image') || (type === '' && /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i.test(url))

/** The picture that leads an entry: the first in full size, else a small one. */
export function leadOf(media: readonly FeedMedia[], base: string | null): IncomingPicture | undefined {
  const pictures = media.filter(isPicture)
  const found = pictures.find(({ isSmall }) => !isSmall) ?? pictures[0]
  return found && pictureFrom(found, 'lead', base)
}

/** The other pictures of an entry in full size that its text does not show. */
export function otherPictures(
  media: readonly FeedMedia[],
  base: string | null,
  lead: IncomingPicture | undefined,
  shown: readonly IncomingPicture[],
): IncomingPicture[] {
  const known = new Set([lead?.url, ...shown.map(({ url }) => url)])
  return media
    .filter((one) => isPicture(one) && !one.isSmall)
    .flatMap((one) => pictureFrom(one, 'body', base) ?? [])
    .filter(({ url }) => !known.has(url))
}

function pictureFrom(
  { url: written, caption, credit }: FeedMedia,
  role: 'lead' | 'body',
  base: string | null,
): IncomingPicture | undefined {
  const url = webLink(written.startsWith('/') && base ? (URL.parse(written, base)?.href ?? written) : written, base)
  if (url === null) return undefined
  return { role, name: pictureName(url), url, alt: null, caption: caption || null, credit: credit || null }
}

/** Wix calls every picture "file.png" and says which it is further up in the address. */
const pictureName = (url: string): string | null =>
  fileName(/^https:\/\/static\.wixstatic\.com\/media\/[^/?#]+/.exec(url)?.[0] ?? url)

/** Pictures that stand beside the text in the feed stand below it in the story. */
export function withMorePictures(document: StoryDocument, pictures: readonly IncomingPicture[]): StoryDocument {
  return withBlocks(document, pictures.map(figureOf))
}

const figureOf = ({ name, url, alt, caption, credit }: IncomingPicture): Block => ({
  type: 'figure',
  attrs: { picture: { kind: 'missing', name, url }, alt: alt ?? '', decorative: false, credit, licence: null },
  content: caption ? [{ type: 'text', text: caption }] : [],
})

/** Sound and film go below the text as links. */
export function withRecordings(
  document: StoryDocument,
  media: readonly FeedMedia[],
  base: string | null,
): StoryDocument {
  const recordings = media.filter(({ type }) => /^(?:audio|video)\//.test(type))
  return withBlocks(
    document,
    recordings.flatMap(({ url, caption }): Block[] => {
      const address = webLink(url, base)
      return address === null ? [] : [embedOf(address, caption)]
    }),
  )
}

const withBlocks = (document: StoryDocument, blocks: readonly Block[]): StoryDocument =>
  blocks.length > 0 ? { type: 'doc', version: DOCUMENT_VERSION, content: [...document.content, ...blocks] } : document
