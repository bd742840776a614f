/** One thing that a page describes in JSON-LD: an article, a person, a picture. */
export type LinkedNode = Readonly<Record<string, unknown>>

/** What a page says of itself in JSON-LD. */
export interface LinkedData {
  /** The things that stand at the top, in a list or in a `@graph`, in the page's order. */
  readonly nodes: readonly LinkedNode[]
  /** The thing meant by a reference such as `{"@id": "#author"}`; the given one where it is no reference. */
  readonly resolve: (value: unknown) => unknown
}

/** More than any page needs, and no more than can be looked through at once. */
const MAX_SCRIPT = 4_000_000
const MAX_NODES = 20_000

/**
 * Reads the JSON-LD of a page from the texts of its scripts.
 *
 * Scripts are often not quite JSON: comments, CDATA frames, line breaks in strings and commas too many are mended.
 * What is no JSON even then is passed over: the page still has its other ways to tell.
 */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const values = scripts.flatMap((script) => (script.length > MAX_SCRIPT ? [] : (parsed(script) ?? [])))
  const nodes = values.flatMap(topNodes)
  const byId = nodesById(values)
  return {
    nodes,
    resolve: (value) => {
      const id = isNode(value) && Object.keys(value).length <= 2 ? value['@id'] : undefined
      return typeof id === 'string' ? (byId.get(id) ?? value) : value
    },
  }
}

export const isNode = (value: unknown): value is LinkedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One thing or a list of things, as a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (isNode(value) && Array.isArray(value['@list'])) return value['@list']
  return value === undefined || value === null ? [] : [value]
}

/** The types of a thing without the vocabulary before them: `NewsArticle`. */
export const typesOf = (node: LinkedNode): string[] =>
  listOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []))

function topNodes(value: unknown): LinkedNode[] {
  if (Array.isArray(value)) return value.flatMap(topNodes)
  if (!isNode(value)) return []
  const graph = value['@graph']
  return graph === undefined ? [value] : [...(value['@type'] === undefined ? [] : [value]), ...topNodes(graph)]
}

/** Everything with an `@id` and more to say than that, wherever it stands. */
function nodesById(values: readonly unknown[]): Map<string, LinkedNode> {
  const found = new Map<string, LinkedNode>()
  const waiting: unknown[] = [...values]
  for (let seen = 0; waiting.length > 0 && seen < MAX_NODES; seen += 1) {
    const value = waiting.pop()
    if (Array.isArray(value)) waiting.push(...value.slice(0, MAX_NODES))
    else if (isNode(value)) {
      const id = value['@id']
      if (typeof id === 'string' && Object.keys(value).length > 2) found.set(id, value)
      waiting.push(...Object.values(value).filter((part) => typeof part === 'object'))
    }
  }
  return found
}

function parsed(script: string): unknown[] | undefined {
  const bare = script
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/^\s*<!--|-->\s*$/g, '')
    .trim()
  const mended = mendedJson(bare)
  for (const text of [bare, mended, `[${mended.replace(/\}\s*(?=\{)/g, '},')}]`]) {
    try {
      return [JSON.parse(text) as unknown]
    } catch {
      // The next attempt mends more.
    }
  }
  return undefined
}

/** The text without comments and commas too many, and with line breaks and tabs in strings written as JSON wants them. */
function mendedJson(text: string): string {
  const kept: string[] = []
  for (let at = 0; at < text.length; ) {
    if (text[at] === '"') {
      const end = endOfString(text, at)
      kept.push(mendedString(text.slice(at, end)))
      at = end
    } else if (text.startsWith('/*', at)) at = endAt(text.indexOf('*/', at), 2, text)
    else if (text.startsWith('//', at)) at = endAt(text.indexOf('\n', at), 0, text)
    else {
      const end = endOfPlain(text, at)
      kept.push(text.slice(at, end))
      at = end
    }
  }
  return withoutEnd(kept.join('').replace(/,(\s*[}\]])/g, '$1'))
}

function endOfPlain(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"' && text[at] !== '/') at += 1
  return at
}

const endAt = (found: number, length: number, text: string): number => (found === -1 ? text.length : found + length)

/** Where the string ends that begins here: behind its closing mark, or at the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return text.length
}

/** Scripts may end like a program's line. */
function withoutEnd(text: string): string {
  const bare = text.trimEnd()
  return /[;,]$/.test(bare) ? withoutEnd(bare.slice(0, -1)) : bare
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': '', '\t': String.raw`\t` }

const mendedString = (piece: string): string =>
  // oxlint-disable-next-line no-control-regex
  piece.replace(/\\(?!["\\/bfnrtu])|[\u0000-\u001F]/g, (sign) => ESCAPES[sign] ?? '')
