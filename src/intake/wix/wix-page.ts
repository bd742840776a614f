import { elementsIn, type HtmlElement } from '../html/html-tree.ts'
import type { PageLine } from '../page-text/page-lines.ts'
import { sectionsAbove } from '../page-text/page-sections.ts'
import { oneLine, wordsOf } from '../plain-text.ts'
import type { PageArticle } from '../saved-page/page-article.ts'
import type { PageFacts } from '../saved-page/page-facts.ts'

const hook = ({ attributes }: HtmlElement): string => attributes['data-hook'] ?? ''

/** Was the page made with Wix? */
export const isWixPage = (elements: readonly HtmlElement[]): boolean =>
  elements.some(({ name, attributes }) => name === 'meta' && /^wix\.com/i.test(attributes['content'] ?? ''))

/** The text of a post as Wix's blog shows it; undefined for every other page. */
export function wixPost(page: HtmlElement): PageArticle | undefined {
  const body = elementsIn(page).find((found) => hook(found) === 'post-description')
  return body ? { body, headline: null, byline: null } : undefined
}

/**
 * What a page made with Wix shows of its story and says nowhere in its data: sections, tags, the writer, the days.
 * Sections are the post's categories, else the path of short lines above the headline.
 */
export function wixFacts(page: HtmlElement, elements: readonly HtmlElement[]): PageFacts {
  const named = (name: string): string[] => elements.filter((found) => hook(found) === name).map(wordsOf)
  const categories = [
    ...labelsIn(elements, ({ attributes }) => /^(?:post categories|catégories)/i.test(attributes['aria-label'] ?? '')),
    ...labelsIn(elements, (found) => hook(found).startsWith('category-label')),
  ]
  return {
    headline: named('post-title')[0],
    authors: named('user-name').slice(0, 1),
    published: named('time-ago').slice(0, 1),
    sections: categories.length > 0 ? [...new Set(categories)] : pathAbove(page),
    keywords: [...new Set(labelsIn(elements, (found) => hook(found) === 'tag-cloud-root'))],
    isArticle: elements.some((found) => hook(found) === 'post-description'),
  }
}

function labelsIn(elements: readonly HtmlElement[], isList: (found: HtmlElement) => boolean): string[] {
  return elements
    .filter(isList)
    .flatMap((list) => (list.name === 'a' ? [list] : elementsIn(list).filter(({ name }) => name === 'a')))
    .map((link) => wordsOf(link).replace(/^#/, ''))
    .filter((label) => label !== '' && label.length <= 60)
}

/** The lines between menu and headline that name the story's sections. */
function pathAbove(page: HtmlElement): string[] {
  const lines = linesOf(page)
  const at = lines.findIndex(({ isHeadline }) => isHeadline)
  return at <= 0 ? [] : sectionsAbove(lines, at).map(({ label }) => label)
}

interface ShownLine extends PageLine {
  readonly isHeadline: boolean
}

const INLINE = /^(?:a|b|em|i|span|strong|u|font|small|sup|sub|wbr|mark)$/

/** The lines of a page as its readers see them, down to the first headline. */
function linesOf(page: HtmlElement): ShownLine[] {
  const lines: ShownLine[] = []
  const add = (written: string, isHeadline: boolean): void => {
    const text = oneLine(written)
    if (text !== '') lines.push({ text, written: text, number: lines.length + 1, isHeadline })
  }
  const walk = (parent: HtmlElement): boolean => {
    let run = ''
    for (const child of parent.children) {
      if (typeof child === 'string') run += child
      else if (INLINE.test(child.name)) run += wordsOf(child)
      else if (child.name !== 'script' && child.name !== 'head') {
        add(run, false)
        run = ''
        if (child.name === 'h1') {
          add(wordsOf(child), true)
          return true
        }
        if (walk(child)) return true
      }
    }
    add(run, false)
    return false
  }
  walk(page)
  return lines
}
