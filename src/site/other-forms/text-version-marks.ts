import { elementsIn, type PageElement, wordsOf } from './text-version-tree.ts'

/** What a drawn mark before a line means, in the words of the page's own legend; empty where it means nothing. */
export type MarkWords = (mark: PageElement) => string

/**
 * Reads the legends of a page. A mark's shape is said by its path; "mk part", whatever its shape, says besides that the
 * line speaks of a part.
 */
export function marksIn(root: PageElement): MarkWords {
  const shapes = new Map<string, string>()
  let part = ''
  for (const legend of elementsIn(root)) {
    if (!isLegend(legend)) continue
    for (const item of legend.children) {
      if (typeof item === 'string') continue
      const mark = item.children.find((child) => typeof child !== 'string' && isMark(child))
      if (mark === undefined || typeof mark === 'string') continue
      if (isOfPart(mark)) part = wordsOf(item).trim()
      else shapes.set(shapeOf(mark), wordsOf(item).trim())
    }
  }
  return (mark) => {
    if (!isMark(mark)) return ''
    const words = [shapes.get(shapeOf(mark)) ?? '', isOfPart(mark) ? part : '']
    return words.filter((word) => word !== '').join(', ')
  }
}

export const isLegend = ({ attributes }: PageElement): boolean => attributes['class'] === 'legend'

const isMark = ({ name, attributes }: PageElement): boolean =>
  name === 'svg' && (attributes['class'] ?? '').split(' ').includes('mk')

const isOfPart = ({ attributes }: PageElement): boolean => (attributes['class'] ?? '').split(' ').includes('part')

const shapeOf = (mark: PageElement): string =>
  [...elementsIn(mark)].map(({ attributes }) => attributes['d'] ?? '').join(' ')
