import { isRow, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'

/** Is this a text as Wix kept it before Ricos (the content state of Draft.js)? */
export const isDraftContent = (value: unknown): value is JsonRow => isRow(value) && Array.isArray(value['blocks'])

/** A text of Draft.js as the nodes of Ricos, so that one writer makes HTML of both. */
export function ricosFromDraft(content: JsonRow): JsonRow {
  const entities = content['entityMap']
  const nodes: JsonRow[] = []
  for (const block of rowsIn(content, 'blocks')) {
    const node = nodeOf(block, entities)
    const list = LISTS[textIn(block, 'type')]
    const last = nodes.at(-1)
    if (list === undefined) nodes.push(node)
    else if (last?.['type'] === list) (last['nodes'] as JsonRow[]).push(itemOf(node))
    else nodes.push({ type: list, nodes: [itemOf(node)] })
  }
  return { nodes }
}

const LISTS: Readonly<Record<string, string>> = {
  'unordered-list-item': 'BULLETED_LIST',
  'ordered-list-item': 'ORDERED_LIST',
}

const HEADINGS: Readonly<Record<string, number>> = {
  'header-one': 1,
  'header-two': 2,
  'header-three': 3,
  'header-four': 4,
  'header-five': 5,
  'header-six': 6,
}

const itemOf = (node: JsonRow): JsonRow => ({ type: 'LIST_ITEM', nodes: [node] })

function nodeOf(block: JsonRow, entities: unknown): JsonRow {
  const type = textIn(block, 'type')
  if (type === 'atomic') return atomicNode(block, entities)
  const nodes = textNodes(block, entities)
  const level = HEADINGS[type]
  if (level !== undefined) return { type: 'HEADING', headingData: { level }, nodes }
  if (type === 'blockquote') return { type: 'BLOCKQUOTE', nodes: [{ type: 'PARAGRAPH', nodes }] }
  return { type: type === 'code-block' ? 'CODE_BLOCK' : 'PARAGRAPH', nodes }
}

/** The thing that a range of a block stands for; maps are written as objects or as lists. */
function entityOf(range: JsonRow | undefined, entities: unknown): JsonRow | undefined {
  const found: unknown = (entities as Record<string, unknown> | undefined)?.[textIn(range, 'key')]
  return isRow(found) ? found : undefined
}

const STYLES: Readonly<Record<string, string>> = { BOLD: 'BOLD', ITALIC: 'ITALIC', STRIKETHROUGH: 'STRIKETHROUGH' }

interface Range {
  readonly from: number
  readonly to: number
  readonly decoration: JsonRow
}

const rangeOf = (row: JsonRow, decoration: JsonRow): Range => {
  const from = Number(row['offset'])
  return { from, to: from + Number(row['length']), decoration }
}

/** A block's text, cut where a style or a link begins or ends. */
function textNodes(block: JsonRow, entities: unknown): JsonRow[] {
  const text = typeof block['text'] === 'string' ? block['text'] : ''
  const styles = rowsIn(block, 'inlineStyleRanges').flatMap((row) => {
    const type = STYLES[textIn(row, 'style').toUpperCase()]
    return type === undefined ? [] : [rangeOf(row, { type })]
  })
  const links = rowsIn(block, 'entityRanges').flatMap((row) => {
    const data = rowIn(entityOf(row, entities), 'data')
    const url = textIn(data, 'url', 'href') || textIn(rowIn(data, 'linkData'), 'url')
    return url === '' ? [] : [rangeOf(row, { type: 'LINK', linkData: { link: { url } } })]
  })
  const ranges = [...styles, ...links].filter(({ from, to }) => Number.isInteger(from) && to > from)
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => {
    const over = ranges.filter((range) => range.from <= from && range.to > from)
    const part = text.slice(from, cuts[index + 1])
    return { type: 'TEXT', textData: { text: part, decorations: over.map(({ decoration }) => decoration) } }
  })
}

/** What stands in the text in place of words. */
function atomicNode(block: JsonRow, entities: unknown): JsonRow {
  const entity = entityOf(rowsIn(block, 'entityRanges')[0], entities)
  const data = rowIn(entity, 'data') ?? {}
  const type = textIn(entity, 'type').toLowerCase()
  return ATOMS.find(([name]) => name.test(type))?.[1](data) ?? { type: type || 'ATOMIC', nodes: [] }
}

const addressIn = (data: JsonRow, ...names: readonly string[]): string => {
  const src = rowIn(data, 'src')
  return textIn(data, ...names) || textIn(src, 'url', 'id', 'file_name', 'pathname')
}

const imageNode = (data: JsonRow): JsonRow => {
  const told = rowIn(data, 'metadata')
  const imageData = {
    image: { src: { url: addressIn(data, 'src', 'url') } },
    altText: textIn(told, 'alt'),
    caption: textIn(told, 'caption'),
  }
  return { type: 'IMAGE', imageData }
}

const galleryNode = (data: JsonRow): JsonRow => {
  const items = rowsIn(data, 'items').map((item) => {
    const told = rowIn(item, 'metadata') ?? rowIn(item, 'metaData')
    return {
      image: { media: { src: { url: textIn(item, 'url') } } },
      altText: textIn(told, 'alt', 'altText'),
      title: textIn(told, 'title'),
    }
  })
  return { type: 'GALLERY', galleryData: { items } }
}

const linkNode = (data: JsonRow): JsonRow => {
  const config = rowIn(data, 'config')
  const button = rowIn(rowIn(data, 'button'), 'settings')
  const url = textIn(rowIn(config, 'link'), 'url') || textIn(button, 'url') || textIn(data, 'url')
  return {
    type: 'LINK_PREVIEW',
    linkPreviewData: { link: { url }, title: textIn(data, 'title', 'name') || textIn(button, 'buttonText') },
  }
}

const pollNode = (data: JsonRow): JsonRow => ({ type: 'POLL', pollData: { poll: rowIn(data, 'poll') ?? {} } })

const ATOMS: readonly (readonly [RegExp, (data: JsonRow) => JsonRow])[] = [
  [/divider/, () => ({ type: 'DIVIDER' })],
  [
    /giphy|gif$/,
    (data) => ({ type: 'GIF', gifData: { original: { gif: textIn(rowIn(data, 'gif'), 'originalUrl', 'stillUrl') } } }),
  ],
  [/gallery/, galleryNode],
  [/image/, imageNode],
  [
    /video/,
    (data) => ({
      type: 'VIDEO',
      videoData: { video: { src: { url: addressIn(data, 'src') } }, title: textIn(data, 'title') },
    }),
  ],
  [
    /sound|audio/,
    (data) => ({
      type: 'AUDIO',
      audioData: { audio: { src: { url: addressIn(data, 'src') } }, name: textIn(data, 'name') },
    }),
  ],
  [
    /file/,
    (data) => ({ type: 'FILE', fileData: { src: { url: addressIn(data, 'url') }, name: textIn(data, 'name') } }),
  ],
  [/poll/, pollNode],
  [
    /html|embed/,
    (data) => ({
      type: 'HTML',
      htmlData: { [textIn(data, 'srcType') === 'html' ? 'html' : 'url']: textIn(data, 'src', 'url') },
    }),
  ],
  [/link|button/, linkNode],
]
