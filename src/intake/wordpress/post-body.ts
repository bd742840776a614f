import { type ReadHtml, readHtml } from '../html/html-document.ts'
import type { GivenFootnote } from '../html/html-footnotes.ts'
import type { Attachment } from './attachments.ts'
import { escaped } from './shortcode-figures.ts'
import { withoutShortcodes } from './shortcodes.ts'

/** What the text of a post refers to, and who is told what could not be kept. */
export interface PostWorld {
  readonly report: (what: string) => void
  readonly attachment: (id: string) => Attachment | undefined
  /** The numbers of the pictures uploaded to a post; without a post, to this one. */
  readonly picturesOf: (post: string | undefined) => readonly string[]
  /** The text of a block that many posts share. */
  readonly sharedBlock: (id: string) => string | undefined
  /** The address of the post, for relative links. */
  readonly base: string | null
  /** Footnotes that WordPress keeps beside the post. */
  readonly footnotes: readonly GivenFootnote[]
}

/** A post's text, and whether a part of it was for members only. */
export interface PostBody extends ReadHtml {
  readonly isForMembers: boolean
}

/**
 * Reads the text of a post or page as WordPress keeps it: blocks or the classic editor's text, shortcodes, blocks that
 * many posts share, pictures of the media library.
 *
 * @param rendered it is HTML as readers got it, with paragraphs made already
 */
export function readPostBody(content: string, world: PostWorld, rendered = false): PostBody {
  const isClassic = !rendered && !content.includes('<!-- wp:')
  const whole = withSharedBlocks(content, world, 0)
  const paged = isClassic ? whole.replaceAll('<!--nextpage-->', '\n\n') : whole
  const { html, footnotes, isForMembers } = withoutShortcodes(paged, world)
  const read = readHtml(withLibrary(html, world), {
    classic: isClassic,
    base: world.base,
    footnotes: [...world.footnotes, ...footnotes],
  })
  return { ...read, isForMembers: isForMembers || FOR_MEMBERS.test(whole) }
}

/** Blocks of WordPress.com that show what stands in or behind them to subscribers. */
const FOR_MEMBERS = /<!-- wp:(?:premium-content\/container|jetpack\/paywall|memberships?\/|woocommerce-memberships\/)/

const SHARED_BLOCK = /<!-- wp:block \{"ref":(\d+)[^>]*?\/-->/g

/** Blocks that many posts share stand in the post as numbers only; one may hold others. */
function withSharedBlocks(content: string, world: PostWorld, depth: number): string {
  if (depth > 3 || !content.includes('<!-- wp:block ')) return content
  return content.replace(SHARED_BLOCK, (written, id: string) => {
    const found = world.sharedBlock(id)
    if (found !== undefined) return withSharedBlocks(found, world, depth + 1)
    world.report(`A block that the site keeps for many posts (number ${id}) is not in the file and was left out.`)
    return written.replace('wp:block', 'wp:spacer')
  })
}

const IMAGE = /<img\s[^>]*\bwp-image-(\d+)\b[^>]*>/g
const SIZE = /-\d+x\d+(?=\.\w+$)/

/** Pictures of the media library get its description where they have none, and its file instead of a smaller copy. */
function withLibrary(html: string, { attachment }: PostWorld): string {
  if (!html.includes('wp-image-')) return html
  return html.replace(IMAGE, (image, id: string) => {
    const found = attachment(id)
    if (!found) return image
    const src = /\ssrc\s*=\s*["']([^"']+)/.exec(image)?.[1] ?? ''
    const isCopy = SIZE.test(src) && src.replace(SIZE, '') === found.url
    const isBare = !/\salt\s*=\s*(?:"[^"]+|'[^']+)/.test(image) && found.alt !== ''
    const alt = isBare ? ` alt="${escaped(found.alt)}"` : ''
    const file = isCopy ? ` data-orig-file="${escaped(found.url)}"` : ''
    // Of two attributes with one name the first counts.
    return alt + file === '' ? image : image.replace('<img', `<img${alt}${file}`)
  })
}
