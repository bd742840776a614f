import type { Block, Inline, Mark } from '../../story/document.ts'

/** Written from right to left, or in letters of its own: nobody sets that by mistake. */
const OTHER_LETTERS = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u

interface Tally {
  letters: number
  readonly byLanguage: Map<string, number>
}

/**
 * Keeps which words are in another language, and drops what word processors say of every word.
 *
 * The story's own language needs no mark; one that covers more than half of what was pasted is the program's habit,
 * unless its words are in other letters.
 */
export function withMeantLanguages(blocks: readonly Block[], storyLanguage: string): Block[] {
  const tally: Tally = { letters: 0, byLanguage: new Map() }
  forEachText(blocks, (text, language) => {
    tally.letters += text.length
    if (language !== null) tally.byLanguage.set(language, (tally.byLanguage.get(language) ?? 0) + text.length)
  })
  const isMeant = (language: string, text: string): boolean => {
    if (language === mainPart(storyLanguage) || /^(?:x|zxx|und|none)$/.test(language)) return false
    return (tally.byLanguage.get(language) ?? 0) * 2 <= tally.letters || OTHER_LETTERS.test(text)
  }
  if (tally.byLanguage.size === 0) return [...blocks]
  return mapInlines(blocks, (inline) => withLanguage(inline, isMeant))
}

/** "en-GB" is "en": who set a program to which country says nothing of the words. */
const mainPart = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag

const languageIn = (marks: readonly Mark[] | undefined): string | null => {
  const mark = marks?.find((one) => one.type === 'language')
  return mark?.type === 'language' ? mainPart(mark.attrs.language) : null
}

interface Tree {
  readonly type: string
  readonly text?: string
  readonly marks?: readonly Mark[]
  readonly content?: readonly Tree[]
}

function forEachText(nodes: readonly Tree[], visit: (text: string, language: string | null) => void): void {
  for (const node of nodes) {
    if (node.text !== undefined) visit(node.text, languageIn(node.marks))
    else if (node.content) forEachText(node.content, visit)
  }
}

const isInline = ({ type }: Tree): boolean => type === 'text' || type === 'hardBreak' || type === 'footnoteReference'

/** The same blocks with other words in them; words that have become alike are joined. */
function mapInlines<Kind extends Tree>(nodes: readonly Kind[], change: (inline: Inline) => Inline): Kind[] {
  return nodes.map((node) => {
    const content = node.content
    if (!content) return node
    const isRun = content.length > 0 && content.every(isInline)
    const changed: readonly Tree[] = isRun ? joined((content as Inline[]).map(change)) : mapInlines(content, change)
    return { ...node, content: changed }
  })
}

function joined(content: readonly Inline[]): Inline[] {
  const out: Inline[] = []
  for (const inline of content) {
    const last = out.at(-1)
    const isAlike =
      last?.type === 'text' && inline.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(inline.marks)
    if (isAlike) out[out.length - 1] = { ...last, text: last.text + inline.text }
    else out.push(inline)
  }
  return out
}

function withLanguage(inline: Inline, isMeant: (language: string, text: string) => boolean): Inline {
  const language = inline.type === 'text' ? languageIn(inline.marks) : null
  if (inline.type !== 'text' || language === null) return inline
  const others = (inline.marks ?? []).filter(({ type }) => type !== 'language')
  const marks: Mark[] = isMeant(language, inline.text) ? [...others, { type: 'language', attrs: { language } }] : others
  return marks.length > 0 ? { ...inline, marks } : { type: 'text', text: inline.text }
}
