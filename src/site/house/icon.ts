import { escapeHtml } from '../../story/safe-html.ts'
import type { Newspaper } from '../../story/section.ts'
import type { RenderedPage } from '../props.ts'

/** The accent and the paper of the light stylesheet: they stand out on a pale tab as on a dark one. */
const TILE = '#9a2a1b'
const INK = '#fffefb'

/** For a name without any letter: the lines of a column. */
const COLUMN = `<path d="M7 9h18M7 14.5h18M7 20h11" stroke="${INK}" stroke-width="3"/>`

/** The paper's first letter over the rule that stands under its name on the front page. */
export function paperIcon({ name, defaultLanguage }: Newspaper): RenderedPage {
  const letter = /[\p{L}\p{N}]\p{M}*/u.exec(name.normalize())?.[0]?.toLocaleUpperCase(defaultLanguage)
  const mark = letter === undefined ? COLUMN : letterMark(letter)
  const body =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    `<rect width="32" height="32" rx="5" fill="${TILE}"/>${mark}<path d="M7 26.5h18" stroke="${INK}" stroke-width="2"/></svg>`
  return { contentType: 'image/svg+xml; charset=utf-8', body, style: null }
}

/** Attributes, not styles: the content policy of a drawing allows no stylesheet. */
const letterMark = (letter: string): string =>
  `<text x="16" y="21.5" text-anchor="middle" font-family="Charter,Georgia,serif" font-weight="700" font-size="${
    // An upper case of two letters (ß) must fit as well.
    letter.length > 1 ? 15 : 23
  }" fill="${INK}">${escapeHtml(letter)}</text>`
