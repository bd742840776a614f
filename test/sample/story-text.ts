import type { StoryDocument } from '../../src/story/document.ts'
import type { SampleStory } from './read-sample.ts'

interface Node {
  readonly type: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
  readonly content?: readonly Node[]
}

/** Every node of a document, from the top down. */
export const nodesOf = (body: StoryDocument): readonly Node[] => body.content.flatMap((block) => descend(block as Node))

const descend = (node: Node): Node[] => [node, ...(node.content ?? []).flatMap(descend)]

/** The words of one node, run together as a reader meets them. */
export const wordsIn = (node: Node): string =>
  node.text ?? (node.type === 'hardBreak' ? ' ' : (node.content ?? []).map(wordsIn).join(''))

const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'pullQuote', 'figure', 'tableCell', 'footnote'])

const bodyTexts = (body: StoryDocument): string[] =>
  nodesOf(body)
    .filter((node) => TEXT_BLOCKS.has(node.type))
    .map(wordsIn)

/** How many words the body has, tables, captions and footnotes included. */
export const wordCount = ({ body }: SampleStory): number =>
  bodyTexts(body)
    .join(' ')
    .match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** What a screen reader or a chart's label says beside the running text. */
function attributeTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(attributeTexts)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([name]) => !['url', 'source', 'id', 'kind', 'provider'].includes(name))
    .flatMap(([, inner]) => attributeTexts(inner))
}

/** Every piece of text that a reader may meet, notes and descriptions included; addresses excluded. */
export const readableTexts = (story: SampleStory): readonly string[] => [
  story.kicker ?? '',
  story.headline,
  story.standfirst,
  ...story.keywords,
  ...story.notes.map((note) => note.text),
  ...bodyTexts(story.body),
  ...nodesOf(story.body).flatMap((node) => attributeTexts(node.attrs)),
]
