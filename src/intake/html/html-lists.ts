import type { Block, List, ListItem } from '../../story/document.ts'
import { withinQuote } from './block-writer.ts'
import type { HtmlReading } from './html-reading.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'

/** A list with the lists inside it; pictures and tables in it follow it. */
export function listFrom(source: HtmlElement, reading: HtmlReading): Block[] {
  const after: Block[] = []
  const content: ListItem[] = []
  for (const part of itemsIn(source)) {
    if (reading.footnotes.isSetApart(part)) continue
    const { inside, after: outside } = withinQuote(reading.blocksOf(part))
    after.push(...outside)
    const previous = content.at(-1)
    const isLooseList = part.name !== 'li' && inside.every(({ type }) => type === 'list')
    if (isLooseList && previous)
      content[content.length - 1] = { ...previous, content: [...previous.content, ...inside] }
    else if (inside.length > 0) content.push({ type: 'listItem', content: inside })
  }
  if (content.length === 0) return after
  const ordered = source.name === 'ol'
  const list: List = { type: 'list', attrs: { ordered, start: ordered ? firstNumber(source) : 1 }, content }
  return [list, ...after]
}

/** The items, and whatever stands between them as if it were one: lists are often nested wrongly. */
function itemsIn(source: HtmlElement): HtmlElement[] {
  return source.children.flatMap((child: HtmlNode) => {
    if (typeof child !== 'string') return [child.name === 'li' ? child : asItem(child)]
    return child.trim() === '' ? [] : [asItem(child)]
  })
}

const asItem = (child: HtmlNode): HtmlElement => ({ name: '#loose', attributes: {}, children: [child] })

const firstNumber = (source: HtmlElement): number => {
  const start = Number.parseInt(source.attributes['start'] ?? '1', 10)
  return Number.isSafeInteger(start) && Math.abs(start) < 1_000_000 ? start : 1
}
