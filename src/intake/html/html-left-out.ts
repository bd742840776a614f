import { findElement, hasClass, type HtmlElement } from './html-tree.ts'
import type { HtmlReading } from './html-reading.ts'
import { oneLine, wordsOf } from '../plain-text.ts'

/** How much of what was left out is told, in characters. */
const MAX_TOLD = 240

export const shortened = (text: string, length = 60): string => {
  const line = oneLine(text)
  return line.length > length ? `${line.slice(0, length)}…` : line
}

/** Says that a thing was left out, with the words that stood in it. */
export function noteLeftOut(what: string, found: HtmlElement, reading: HtmlReading): void {
  const words = shortened(wordsOf(found), MAX_TOLD)
  reading.problems.add(words === '' ? `${what} was left out.` : `${what} was left out: “${words}”`)
}

const UNSEEN = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/**
 * Could readers not see it? Hidden words are an editor's leftovers or a burglar's links. A hidden picture is only one
 * that loads late.
 */
export function isHidden({ name, attributes, children }: HtmlElement): boolean {
  const { hidden, style } = attributes
  const isUnseen =
    (hidden !== undefined && hidden !== 'until-found') ||
    (style !== undefined && UNSEEN.test(style)) ||
    (name === 'dialog' && attributes['open'] === undefined)
  return isUnseen && name !== 'img' && !findElement({ name, attributes, children }, 'img', 'picture')
}

const FURNITURE: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:sharedaddy|addtoany_share_save_container|a2a_kit|heateor_sss_\w+|ssba-wrap|essb_links|shareaholic-canvas|sharethis-inline-share-buttons)\b/,
    'A row of sharing buttons',
  ],
  [/\b(?:jp-relatedposts|yarpp-related|crp_related|wp_rp_wrap)\b/, 'A list of other stories'],
  [/\b(?:wpcf7|gform_wrapper|mc4wp-form|wpforms-container|mc_embed_signup)\b/, 'A form'],
]

/** What programs put into a text around the story; undefined for what belongs to it. */
export const furnitureName = (found: HtmlElement): string | undefined =>
  found.attributes['class'] === undefined ? undefined : FURNITURE.find(([word]) => hasClass(found, word))?.[1]
