import type { StoryContent } from '../../story/story.ts'
import { diffStory } from '../../story/word-diff-story.ts'
import type { DiffPart } from '../../story/word-diff.ts'

/** What stood there and what stands there now, for a note to readers. */
export interface WasAndNow {
  readonly was: string
  readonly now: string
}

/** How many words are quoted on either side of what changed, so that readers know where they are. */
const WORDS_AROUND = 6

/** The first words that differ between what readers have and what stands on the desk; null where none does. */
export function changedWords(live: StoryContent, content: StoryContent): WasAndNow | null {
  const { headline, standfirst, body } = diffStory(live, content)
  const changed = [headline, standfirst, ...body.map(({ parts }) => parts)].find(
    (parts) => parts?.some(({ kind }) => kind !== 'same') ?? false,
  )
  return changed ? { was: quoted(changed, 'added'), now: quoted(changed, 'removed') } : null
}

/** One side of a line: shortened before the first and behind the last word that changed. */
function quoted(parts: readonly DiffPart[], without: DiffPart['kind']): string {
  const first = parts.findIndex(({ kind }) => kind !== 'same')
  const last = parts.findLastIndex(({ kind }) => kind !== 'same')
  return parts
    .map(({ kind, text }, index) => {
      if (kind === without) return ''
      if (index < first) return lastWords(text)
      return index > last ? firstWords(text) : text
    })
    .join('')
    .trim()
}

const lastWords = (text: string): string => {
  const words = text.split(/(?<=\s)/u)
  return words.length > WORDS_AROUND ? `… ${words.slice(-WORDS_AROUND).join('')}` : text
}

const firstWords = (text: string): string => {
  const words = text.split(/(?<=\s)/u)
  return words.length > WORDS_AROUND ? `${words.slice(0, WORDS_AROUND).join('').trimEnd()} …` : text
}
