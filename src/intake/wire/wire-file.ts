import { decodeText } from '../encoding.ts'
import { type HtmlElement, parseXml } from '../html/html-tree.ts'
import type { Incoming, IncomingProblem } from '../incoming.ts'
import { type Reader, type ReadingOptions, tooLarge, wholeBytes } from '../intake-file.ts'
import { resolveEntities } from '../xml-entities.ts'
import { messageParts } from './g2-message.ts'
import { newestVersions } from './newest-versions.ts'
import { isNewsml1, newsml1Part } from './newsml-1.ts'
import { nitfItem } from './nitf.ts'
import { wireStory } from './wire-story.ts'
import { localName, outermost } from './wire-xml.ts'

/** Items of a news agency in a file: NewsML-G2, NewsML 1 or NITF. */
export const readWireFile: Reader = async function* (file, options) {
  const bytes = await wholeBytes(file)
  if (!bytes) return yield tooLarge(file)
  yield* readWireItems(bytes, options)
}

const NO_OPTIONS: ReadingOptions = { readOn: null, zone: null }

/**
 * Reads what a news agency sends as XML, NewsML-G2 (2.0 to 2.35), NewsML 1 (1.0 to 1.2) and NITF (3.0 to 3.6), and
 * gives its texts as stories in the file's order. Pictures belong to the texts they were sent with; alone, they, films,
 * packages, concepts and plans are no stories and each is told in a line.
 */
export function* readWireItems(bytes: Uint8Array, options: ReadingOptions = NO_OPTIONS): Generator<Incoming> {
  if (bytes.length === 0) return yield problem('The file is empty.', null, true)
  const decoded = decodeText(bytes)
  if (decoded.kind === 'unreadable') return yield problem(decoded.what, null, true)
  const { text, problem: names } = resolveEntities(decoded.text)
  const { root: top, unclosed } = parseXml(text)
  const root = (top.children as (HtmlElement | string)[]).find(isElement)
  if (!root) return yield problem('The file holds no XML.', null, true)
  if (decoded.problem !== null) yield problem(decoded.problem, null, decoded.isGuess)
  if (names !== null) yield problem(names)
  yield* newestVersions(itemsIn(root, options))
  if (unclosed.length > 0) {
    const line = text.trimEnd().split('\n').length
    yield problem(
      `The file ends before its closing tag, at line ${line}: text may be missing. Fetch it again.`,
      null,
      true,
      `line ${line}`,
    )
  }
}

const isElement = (node: HtmlElement | string): node is HtmlElement =>
  typeof node !== 'string' && !/^[?!]/.test(node.name)

const problem = (
  what: string,
  foreignId: string | null = null,
  fatal = false,
  where: string | null = null,
): IncomingProblem => ({
  kind: 'problem',
  foreignId,
  where,
  what,
  ...(fatal ? { fatal } : {}),
})

function itemsIn(root: HtmlElement, options: ReadingOptions): Incoming[] {
  if (isNewsml1(root)) return newsml1Items(root, options)
  const parts = G2_ITEMS.includes(localName(root)) ? [root] : outermost(root, ...G2_ITEMS)
  if (parts.length > 0)
    return messageParts(parts, (index) => placeOf(index, parts.length)).map((part) =>
      part.kind === 'text'
        ? wireStory(part.item, options)
        : problem(part.what, `newsml:${part.guid}`, false, part.where),
    )
  const texts = localName(root) === 'nitf' ? [root] : outermost(root, 'nitf')
  if (texts.length > 0)
    return texts.map((text, index) => wireStory(nitfItem(text, placeOf(index, texts.length)), options))
  return [problem(`No news item was found: the file begins with <${root.name.slice(0, 40)}>.`, null, true)]
}

const G2_ITEMS = ['newsitem', 'packageitem', 'conceptitem', 'knowledgeitem', 'planningitem', 'catalogitem']

const placeOf = (index: number, count: number): string | null => (count > 1 ? `item ${index + 1}` : null)

function newsml1Items(root: HtmlElement, options: ReadingOptions): Incoming[] {
  const items = outermost(root, 'newsitem')
  if (items.length === 0) return [problem('The file holds no news items.')]
  return items.map((found, index) => {
    const where = placeOf(index, items.length)
    const part = newsml1Part(found, where)
    return part.kind === 'text' ? wireStory(part.item, options) : problem(part.what, `newsml:${part.id}`, false, where)
  })
}
