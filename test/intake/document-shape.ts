import type { Block, Inline, Mark, StoryDocument } from '../../src/story/document.ts'
import { runsIn as runsOfBlock } from '../../src/story/runs.ts'

/** Every run of text in a document, wherever it stands. */
export function runsIn(document: StoryDocument): (readonly Inline[])[] {
  return document.content.flatMap(runsOfBlock)
}

/** Every address in a document that a reader's browser could be led to. */
export function addressesIn(document: StoryDocument): string[] {
  const links = runsIn(document).flatMap((run) =>
    run.flatMap((inline) => (inline.type === 'text' ? (inline.marks ?? []).flatMap(hrefOf) : [])),
  )
  return [...links, ...document.content.flatMap(blockAddress)]
}

const hrefOf = (mark: Mark): string[] => (mark.type === 'link' ? [mark.attrs.href] : [])

function blockAddress(block: Block): string[] {
  if (block.type === 'embed') return [block.attrs.url]
  if (block.type === 'blockquote') return [block.attrs.source].filter((source) => source !== null)
  const picture = block.type === 'figure' ? block.attrs.picture : undefined
  return picture?.kind === 'missing' && picture.url !== null ? [picture.url] : []
}

/** A document in a few words, one line a block: for tests that read like a page. */
export const outline = (document: StoryDocument): string[] =>
  document.content.map((block) => `${block.type}: ${runsOfBlock(block).map(wordsOf).join(' / ')}`)

export const wordsOf = (run: readonly Inline[]): string =>
  run
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '⏎' : `[${inline.attrs.id}]`,
    )
    .join('')
