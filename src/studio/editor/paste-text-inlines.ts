import type { Inline, Mark } from '../../story/document.ts'
import { pastedAddress } from './paste-links.ts'

const ADDRESS = /https?:\/\/[^\s<>"“”«»]+[^\s<>"“”«».,;:!?)\]'’]/gi

/** `*bold*`, `_italic_`, `~struck~` as chats write them: the sign stands at the edge of a word on both sides. */
const SIGNS: readonly { readonly pattern: RegExp; readonly mark: Mark | null }[] = [
  { pattern: /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?![\p{L}\p{N}*])/u, mark: { type: 'strong' } },
  { pattern: /(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*\S)_(?![\p{L}\p{N}_])/u, mark: { type: 'emphasis' } },
  { pattern: /(?<![\p{L}\p{N}~])~(?=\S)([^~\n]*\S)~(?![\p{L}\p{N}~])/u, mark: null },
]

/** A line of plain text: addresses become links, the signs of chats become what they mean. */
export function inlinesFromText(line: string, isChat: boolean): Inline[] {
  const out: Inline[] = []
  let at = 0
  for (const found of line.matchAll(ADDRESS)) {
    const href = pastedAddress(found[0])
    if (href === null) continue
    out.push(...signed(line.slice(at, found.index), [], isChat))
    out.push({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
    at = found.index + found[0].length
  }
  return [...out, ...signed(line.slice(at), [], isChat)]
}

/** Longer lines than this nobody has typed into a chat. */
const LONGEST = 20_000

function signed(text: string, marks: readonly Mark[], isChat: boolean): Inline[] {
  const out: Inline[] = []
  let rest = text
  for (let found = signIn(rest, isChat); found; found = signIn(rest, isChat)) {
    out.push(...plain(rest.slice(0, found.at), marks))
    out.push(...signed(found.inside, found.mark === null ? marks : [...marks, found.mark], isChat))
    rest = rest.slice(found.end)
  }
  return [...out, ...plain(rest, marks)]
}

const plain = (text: string, marks: readonly Mark[]): Inline[] => {
  if (text === '') return []
  return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]
}

interface FoundSign {
  readonly mark: Mark | null
  readonly at: number
  readonly end: number
  readonly inside: string
}

/** The first sign in a text, and what it stands around. */
function signIn(text: string, isChat: boolean): FoundSign | undefined {
  if (!isChat || text.length > LONGEST) return undefined
  const found = SIGNS.flatMap(({ pattern, mark }): FoundSign[] => {
    const match = pattern.exec(text)
    return match ? [{ mark, at: match.index, end: match.index + match[0].length, inside: match[1] ?? '' }] : []
  })
  return found.toSorted((left, right) => left.at - right.at)[0]
}
