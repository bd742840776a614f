import { fileName } from '../link-address.ts'
import { counted } from '../problem-list.ts'
import type { Attachment } from './attachments.ts'
import { attributeOf, type Shortcode, writtenAs } from './shortcode-tree.ts'
import type { ShortcodeReading } from './shortcodes.ts'

/** A link to something elsewhere, as WordPress' embed block writes it. */
export const embedHtml = (address: string, words = ''): string =>
  `<figure class="wp-block-embed"><div>${address.trim().replaceAll('<', '&lt;')}</div>${words && `<figcaption>${words}</figcaption>`}</figure>`

/** A picture of the media library as HTML; nothing for one that is not there. */
export function pictureHtml(found: Attachment | undefined): string {
  if (!found) return ''
  const credit = found.credit && `<cite>${escaped(found.credit)}</cite>`
  const caption = `<figcaption>${escaped(found.caption)}${credit}</figcaption>`
  return `<figure><img src="${escaped(found.url)}" alt="${escaped(found.alt)}">${caption}</figure>`
}

/** `[caption caption="Words"]<img>[/caption]`, or the newer form with the words after the picture. */
export function captionedHtml(code: Shortcode, inside: string, { attachment }: ShortcodeReading): string {
  const split = /^\s*((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inside)
  const words = [attributeOf(code, 'caption'), split?.[2]?.trim()].filter(Boolean).join(' ')
  const id = /(?:^|\s)id\s*=\s*["']?attachment_(\d+)/.exec(code.written)?.[1]
  const credit = id === undefined ? '' : (attachment?.(id)?.credit ?? '')
  const named = credit !== '' && !words.includes(credit) ? `<cite>${escaped(credit)}</cite>` : ''
  return `<figure>${split?.[1] ?? inside}<figcaption>${words}${named}</figcaption></figure>`
}

/** One figure for each picture, with the caption, credit and description it has in the media library. */
export function galleryHtml(code: Shortcode, reading: ShortcodeReading): string {
  const { report, attachment, picturesOf } = reading
  const named = numbersIn(attributeOf(code, 'ids|include|images|gallery_ids|image_ids'))
  const excluded = new Set(numbersIn(attributeOf(code, 'exclude')))
  const all = named.length > 0 ? named : (picturesOf?.(attributeOf(code, 'id')) ?? [])
  const ids = all.filter((id) => !excluded.has(id))
  const missing = ids.filter((id) => !attachment?.(id))
  if (ids.length === missing.length) {
    report(`A gallery of pictures (${writtenAs(code)}) was left out: none of its pictures is in the file.`)
    return ''
  }
  if (missing.length > 0) {
    const are = missing.length === 1 ? 'is' : 'are'
    report(`${counted(missing.length, 'picture')} of a gallery (${missing.join(', ')}) ${are} not in the file.`)
  }
  return ids.map((id) => pictureHtml(attachment?.(id))).join('')
}

/** Films and sounds of the media library, each a link. */
export function playlistHtml(code: Shortcode, { report, attachment }: ShortcodeReading): string {
  const found = numbersIn(attributeOf(code, 'ids|include')).flatMap((id) => attachment?.(id) ?? [])
  if (found.length === 0) report(`A playlist (${writtenAs(code)}) was left out.`)
  return found.map(({ url, caption }) => embedHtml(url, escaped(caption || (fileName(url) ?? '')))).join('')
}

export const numbersIn = (list: string | undefined): string[] => list?.match(/\d+/g) ?? []

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
