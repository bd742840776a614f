import type { ClaimId, EventId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { Inline, StoryDocument } from './document.ts'
import { runsIn } from './runs.ts'

/** Words of a story that state what a claim of the record says. */
export interface FigureInText {
  readonly claimId: ClaimId
  readonly words: string
}

/**
 * A figure in a published story remembers what it said, and as of when: the claim's own figure in words, and the number
 * that the record had reached when the revision went live. What comes after that number is news to the story.
 */
export interface FigureUse extends FigureInText {
  readonly asOf: Instant
  readonly sequence: number
}

/** The figures of a story in reading order. Neighbouring runs of one claim are one figure, whatever else marks them. */
export function figuresIn(document: StoryDocument): FigureInText[] {
  return document.content.flatMap(runsIn).flatMap(figuresAmong)
}

/** The events whose boxes, timelines and maps stand in a story, each once, in reading order. */
export function eventsIn(document: StoryDocument): EventId[] {
  const ids = document.content.flatMap((block): readonly EventId[] => {
    if (block.type === 'ledger' || block.type === 'timeline') return [block.attrs.eventId]
    return block.type === 'eventMap' ? block.attrs.eventIds : []
  })
  return [...new Set(ids)]
}

function figuresAmong(content: readonly Inline[]): FigureInText[] {
  const figures: FigureInText[] = []
  let before: ClaimId | null = null
  for (const inline of content) {
    const claimId: ClaimId | null = inline.type === 'text' ? claimOf(inline) : null
    const last = figures.at(-1)
    if (inline.type === 'text' && claimId !== null) {
      if (last && claimId === before) figures[figures.length - 1] = { claimId, words: last.words + inline.text }
      else figures.push({ claimId, words: inline.text })
    }
    before = claimId
  }
  return figures
}

const claimOf = ({ marks = [] }: Extract<Inline, { type: 'text' }>): ClaimId | null =>
  marks.find((mark) => mark.type === 'claim')?.attrs.claimId ?? null
