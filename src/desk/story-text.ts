import type { Block, Inline, ListItem, StoryDocument } from '../story/document.ts'
import type { StoryContent } from '../story/story.ts'
import type { DeskParagraph, DeskPicture, DeskText, ParagraphKind } from './desk-text.ts'
import type { Span } from './text/token.ts'

/** What of a story the desk reads. */
export type ReadStory = Pick<StoryContent, 'headline' | 'standfirst' | 'body'>

/**
 * Where a paragraph stands in its story: in a field beside the body, or in the body, at the block to which these numbers
 * lead, each the place among the blocks of the one before.
 */
export type StoryPlace = 'headline' | 'standfirst' | readonly number[]

interface PlacedParagraph {
  readonly paragraph: DeskParagraph
  readonly place: StoryPlace
  /** Of a picture's caption; null elsewhere. */
  readonly hasCredit: boolean | null
}

/**
 * A story as the desk reads it: headline and standfirst, then the body in reading order, footnotes last.
 *
 * A paragraph's text is as long as its content is in the editor: a forced line break and the reference of a footnote are
 * one sign each, so that a place in it is the same number of signs from the block's beginning there. Tables, embeds and
 * boxes drawn from the record are no sentences, and are left out.
 */
export const deskTextOf = (content: ReadStory): DeskText => deskStoryOf(content).text

/** The same with the place of each paragraph, in the same order. */
export function deskStoryOf({ headline, standfirst, body }: ReadStory): {
  readonly text: DeskText
  readonly places: readonly StoryPlace[]
} {
  const placed = [...plain(headline, 'headline'), ...plain(standfirst, 'standfirst'), ...bodyOf(body)]
  return {
    text: {
      paragraphs: placed.map(({ paragraph }) => paragraph),
      pictures: placed.flatMap(({ hasCredit }, paragraph): DeskPicture[] =>
        hasCredit === null ? [] : [{ paragraph, hasCredit }],
      ),
    },
    places: placed.map(({ place }) => place),
  }
}

const plain = (text: string, where: 'headline' | 'standfirst'): PlacedParagraph[] =>
  text.trim() === ''
    ? []
    : [{ paragraph: { text, kind: where, speaker: null, cited: [] }, place: where, hasCredit: null }]

function bodyOf({ content }: StoryDocument): PlacedParagraph[] {
  const all = content.map((block, index) => ({ isNote: block.type === 'footnote', placed: blockOf(block, [index]) }))
  return [...all.filter(({ isNote }) => !isNote), ...all.filter(({ isNote }) => isNote)].flatMap(({ placed }) => placed)
}

/** What the blocks inside a block are, where they are not simply text. */
interface Inside {
  readonly kind: ParagraphKind
  readonly speaker: string | null
}

const RUNNING: Inside = { kind: 'text', speaker: null }

function blockOf(block: Block, place: readonly number[], inside = RUNNING): PlacedParagraph[] {
  switch (block.type) {
    case 'paragraph':
      return written(block.content, place, inside)
    case 'heading':
      return written(block.content, place, { kind: 'heading', speaker: null })
    case 'list':
      return block.content.flatMap((item, index) => partsOf(item.content, [...place, index], inside))
    case 'blockquote':
      return partsOf(block.content, place, { kind: 'quote', speaker: named(block.attrs.attribution) })
    case 'pullQuote':
      return written(block.content, place, pulled(named(block.attrs.attribution)))
    case 'figure':
      return pictureOf(block, place)
    case 'footnote':
      return written(block.content, place, { kind: 'note', speaker: null })
    case 'aside':
      return partsOf(block.content, place, RUNNING)
    case 'eventMap':
      return written(block.content, place, { kind: 'caption', speaker: null })
    case 'table':
    case 'embed':
    case 'ledger':
    case 'timeline':
    case 'rule':
      return []
  }
}

const partsOf = (blocks: readonly (Block | ListItem['content'][number])[], place: readonly number[], inside: Inside) =>
  blocks.flatMap((block, index) => blockOf(block, [...place, index], inside))

/** Enlarged words of the story itself stand in it a second time, as a heading does. */
const pulled = (speaker: string | null): Inside =>
  speaker === null ? { kind: 'heading', speaker } : { kind: 'quote', speaker }

const named = (attribution: string | null): string | null => attribution?.trim() || null

/** A picture that has not been brought over is seen by nobody; maps and charts are drawn here and need no credit. */
function pictureOf(figure: Extract<Block, { type: 'figure' }>, place: readonly number[]): PlacedParagraph[] {
  const { picture, credit } = figure.attrs
  if (picture.kind === 'missing') return []
  if (picture.kind !== 'photo') return written(figure.content, place, { kind: 'caption', speaker: null })
  const paragraph = { ...read(figure.content), kind: 'caption', speaker: null } as const
  return [{ paragraph, place, hasCredit: named(credit) !== null }]
}

function written(content: readonly Inline[], place: readonly number[], inside: Inside): PlacedParagraph[] {
  const { text, cited } = read(content)
  return text.trim() === '' ? [] : [{ paragraph: { text, cited, ...inside }, place, hasCredit: null }]
}

/** A run of words, and where in it claims of the record stand behind them. */
function read(content: readonly Inline[]): { text: string; cited: readonly Span[] } {
  const cited: Span[] = []
  let text = ''
  for (const inline of content) {
    const start = text.length
    text += inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : ' '
    if (inline.type !== 'text' || !inline.marks?.some(({ type }) => type === 'claim')) continue
    const before = cited.at(-1)
    // Words of which a part is set in bold are one citation in two runs.
    if (before?.end === start) cited[cited.length - 1] = { start: before.start, end: text.length }
    else cited.push({ start, end: text.length })
  }
  return { text, cited }
}
