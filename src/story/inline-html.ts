import type { ClaimId } from '../ids.ts'
import type { Inline, Mark, Text } from './document.ts'
import { isExternal, publicHref } from './href.ts'
import { builtHtml, escapeHtml, type SafeHtml } from './safe-html.ts'
import { isLanguageTag, textDirection } from './text-direction.ts'

/** What a run of words needs to know of the page around it. */
export interface InlineSurroundings {
  /** Turns a checked target into the one to write: a feed needs whole addresses. */
  readonly address: (href: string) => string
  /** The mark in the text that leads to a footnote. */
  readonly footnoteMark: (id: string) => SafeHtml
  /** Where the words of a claim lead; null leaves them words. */
  readonly claimHref: (claimId: ClaimId) => string | null
}

/** Outermost first, so that one link stays one link when a word in it is emphasised. */
const NESTING: readonly Mark['type'][] = ['link', 'claim', 'language', 'strong', 'emphasis']

interface OpenMark {
  readonly open: string
  readonly close: string
}

/** A run of words with its marks, every character of it escaped. */
export function inlineHtml(content: readonly Inline[], surroundings: InlineSurroundings): SafeHtml {
  let html = ''
  let open: readonly OpenMark[] = []
  for (const inline of content) {
    const wanted = inline.type === 'text' ? marksOf(inline, surroundings) : []
    const kept = sharedStart(open, wanted)
    html += closing(open.slice(kept)) + opening(wanted.slice(kept)) + leafHtml(inline, surroundings)
    open = wanted
  }
  return builtHtml(html + closing(open))
}

function leafHtml(inline: Inline, { footnoteMark }: InlineSurroundings): string {
  if (inline.type === 'text') return escapeHtml(inline.text)
  return inline.type === 'hardBreak' ? '<br>' : footnoteMark(inline.attrs.id)
}

const opening = (marks: readonly OpenMark[]): string => marks.map(({ open }) => open).join('')

const closing = (marks: readonly OpenMark[]): string =>
  marks
    .toReversed()
    .map(({ close }) => close)
    .join('')

/** How many marks, from the outside, two neighbours have in common. */
function sharedStart(left: readonly OpenMark[], right: readonly OpenMark[]): number {
  const differs = left.findIndex((mark, index) => mark.open !== right[index]?.open)
  return differs < 0 ? left.length : differs
}

const marksOf = ({ marks = [] }: Text, surroundings: InlineSurroundings): OpenMark[] =>
  marks
    .toSorted((left, right) => NESTING.indexOf(left.type) - NESTING.indexOf(right.type))
    .flatMap((mark) => tagsFor(mark, marks, surroundings) ?? [])

function tagsFor(mark: Mark, all: readonly Mark[], { address, claimHref }: InlineSurroundings): OpenMark | null {
  switch (mark.type) {
    case 'strong':
      return { open: '<strong>', close: '</strong>' }
    case 'emphasis':
      return { open: '<em>', close: '</em>' }
    case 'claim':
      // A link in a link is none: the reporter's own link wins, and the words are still marked as a claim's.
      return claimTags(all.some(({ type }) => type === 'link') ? null : claimHref(mark.attrs.claimId), address)
    case 'link':
      return linkTags(mark.attrs.href, address)
    case 'language':
      return languageTags(mark.attrs.language)
  }
}

function claimTags(href: string | null, address: InlineSurroundings['address']): OpenMark {
  return href === null
    ? { open: '<span class="claim">', close: '</span>' }
    : { open: `<a class="claim" href="${escapeHtml(address(href))}">`, close: '</a>' }
}

function linkTags(href: string, address: InlineSurroundings['address']): OpenMark | null {
  const target = publicHref(href)
  return target === null ? null : { open: `<a ${linkAttributes(target, address)}>`, close: '</a>' }
}

/**
 * The attributes of a link to a checked target.
 *
 * Another site is not told which story its visitor was reading.
 */
export const linkAttributes = (target: string, address: InlineSurroundings['address']): SafeHtml =>
  builtHtml(`href="${escapeHtml(address(target))}"${isExternal(target) ? ' rel="external noreferrer"' : ''}`)

function languageTags(language: string): OpenMark | null {
  if (!isLanguageTag(language)) return null
  const direction = textDirection(language) === 'rtl' ? ' dir="rtl"' : ''
  return { open: `<span lang="${escapeHtml(language)}"${direction}>`, close: '</span>' }
}
