import type { Inline, Mark, Text } from './document.ts'
import { inlineText } from './plain-text.ts'
import { commonPairs } from './word-diff-common.ts'
import { type Conflicts, each, isSame, sideOf, type Three } from './merge-three.ts'

type Path = readonly (string | number)[]

/** A word with the white space before it, or what stands among words. */
interface Token {
  readonly node: Inline
  /** What it is known by: the word without its space and its marks. */
  readonly key: string
  /** Does it begin its text? Then it has no space before it, though it may come to stand after other words. */
  readonly isFirst: boolean
}

/** Words as `word-diff.ts` cuts them; in scripts without spaces each letter is one. White space at an end stands alone. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const WORD = new RegExp(`\\s*(?:[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])\\S)+)|\\s+$`, 'gu')
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, 'u')

/**
 * Merges a stretch of text word by word, marks included. Changes that touch one another are one conflict: of "at least 20
 * people", changed by one to "25 people" and by the other to "20 civilians", no machine may make "25 civilians".
 */
export function mergeInlines(three: Three<readonly Inline[]>, path: Path, conflicts: Conflicts): readonly Inline[] {
  const side = sideOf(three)
  if (side) return three[side]
  const tokens = each(three, tokensOf)
  const merged: Token[] = []
  let from = { base: 0, mine: 0, theirs: 0 }
  const upTo = (to: Three<number>) => {
    const region = {
      base: tokens.base.slice(from.base, to.base),
      mine: tokens.mine.slice(from.mine, to.mine),
      theirs: tokens.theirs.slice(from.theirs, to.theirs),
    }
    merged.push(...mergeRegion(region, path, conflicts))
    from = { base: to.base + 1, mine: to.mine + 1, theirs: to.theirs + 1 }
  }
  for (const at of stableTokens(tokens)) {
    upTo(at)
    const found = { base: tokens.base[at.base], mine: tokens.mine[at.mine], theirs: tokens.theirs[at.theirs] }
    const { base, mine, theirs } = found
    if (base && mine && theirs) merged.push(mergeToken({ base, mine, theirs }, path, conflicts))
  }
  upTo({ base: tokens.base.length, mine: tokens.mine.length, theirs: tokens.theirs.length })
  return joined(merged)
}

/** Merges a line of plain text. */
export const mergeText = (three: Three<string>, path: Path, conflicts: Conflicts): string =>
  inlineText(
    mergeInlines(
      each(three, (text): Inline[] => (text === '' ? [] : [{ type: 'text', text }])),
      path,
      conflicts,
    ),
  )

function tokensOf(content: readonly Inline[]): Token[] {
  const tokens: Token[] = []
  for (const node of content) {
    if (node.type !== 'text') {
      tokens.push({ node, key: JSON.stringify(node), isFirst: false })
      continue
    }
    for (const text of node.text.match(WORD) ?? []) {
      tokens.push({ node: { ...node, text }, key: text.trimStart() || ' ', isFirst: tokens.length === 0 })
    }
  }
  return tokens
}

/** Words that both left where they were. */
function stableTokens(tokens: Three<readonly Token[]>): Three<number>[] {
  const keys = each(tokens, (list) => list.map(({ key }) => key))
  const inTheirs = new Map(commonPairs(keys.base, keys.theirs))
  return commonPairs(keys.base, keys.mine).flatMap(([base, mine]) => {
    const theirs = inTheirs.get(base)
    return theirs === undefined ? [] : [{ base, mine, theirs }]
  })
}

function mergeRegion(region: Three<readonly Token[]>, path: Path, conflicts: Conflicts): readonly Token[] {
  if (region.base.length + region.mine.length + region.theirs.length === 0) return []
  const side = sideOf(each(region, (tokens) => tokens.map(({ node }) => node)))
  if (side) return region[side]
  if (isSame(keysIn(region.mine), keysIn(region.theirs))) return region.theirs
  const words = each(region, (tokens) => wordsIn(tokens))
  const stands = conflicts.settleWords({ path, ...words })
  return stands === 'both' ? bothOf(region) : region[stands]
}

/** My words and then theirs; a footnote or a figure that stands in both stands once. */
function bothOf({ mine, theirs }: Three<readonly Token[]>): readonly Token[] {
  const known = new Set(keysIn(mine.filter(({ node }) => node.type !== 'text')))
  return [...mine, ...theirs.filter(({ key }) => !known.has(key))]
}

const keysIn = (tokens: readonly Token[]): string[] => tokens.map(({ key }) => key)
const wordsIn = (tokens: readonly Token[]): string => inlineText(tokens.map(({ node }) => node)).trim()

function mergeToken(three: Three<Token>, path: Path, conflicts: Conflicts): Token {
  const { base, mine, theirs } = three
  if (base.node.type !== 'text' || mine.node.type !== 'text' || theirs.node.type !== 'text') return theirs
  const nodes = { base: base.node, mine: mine.node, theirs: theirs.node }
  const side = sideOf(each(nodes, ({ text }) => text)) ?? 'theirs'
  const marks = mergeMarks(each(nodes, marksOf), { path, text: nodes.base.text.trim(), conflicts })
  return { ...three[side], node: withMarks(nodes[side].text, marks) }
}

const marksOf = ({ marks }: Text): readonly Mark[] => marks ?? []

const withMarks = (text: string, marks: readonly Mark[]): Text =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }

/** Each kind of mark by itself: what one made strong and the other linked is strong and a link. */
function mergeMarks(
  three: Three<readonly Mark[]>,
  { path, text, conflicts }: { path: Path; text: string; conflicts: Conflicts },
): readonly Mark[] {
  const whole = sideOf(three)
  if (whole) return three[whole]
  const kinds = new Set([...three.theirs, ...three.mine].map(({ type }) => type))
  return [...kinds].flatMap((kind) => {
    const marks = each(three, (list) => list.filter(({ type }) => type === kind))
    const words = each(marks, (list) => `${text} ${list.map(leadsTo).join(' ')}`.trim())
    return marks[sideOf(marks) ?? conflicts.settle({ path, ...words })]
  })
}

/** Where a mark leads: two marks of one kind differ in nothing else. */
const leadsTo = (mark: Mark): string => ('attrs' in mark ? Object.values(mark.attrs).join(' ') : '')

/** Tokens as text again: words that stand beside each other with the same marks are one piece. */
function joined(tokens: readonly Token[]): Inline[] {
  const nodes: Inline[] = []
  for (const token of tokens) {
    const last = nodes.at(-1)
    const node = spaced(token, last)
    if (!node) continue
    if (node.type === 'text' && last?.type === 'text' && isSame(marksOf(node), marksOf(last))) {
      nodes[nodes.length - 1] = { ...last, text: last.text + node.text }
    } else nodes.push(node)
  }
  return nodes
}

/** A word that began its text and stands after others now needs a space; one that begins now needs none. */
function spaced({ node, isFirst }: Token, last: Inline | undefined): Inline | undefined {
  if (node.type !== 'text') return node
  if (!last && !isFirst) {
    const text = node.text.trimStart()
    return text === '' ? undefined : { ...node, text }
  }
  const touches = isFirst && last?.type === 'text' && /\S$/.test(last.text) && /^\S/.test(node.text)
  return touches && !UNSPACED_START.test(node.text) ? { ...node, text: ` ${node.text}` } : node
}
