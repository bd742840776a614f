import type { Block, StoryDocument } from './document.ts'
import { DOCUMENT_VERSION } from './document.ts'
import { mergeBlocks } from './merge-blocks.ts'
import { partFootnotes } from './merge-footnotes.ts'
import type { Node } from './merge-nodes.ts'
import { Conflicts, each, type Choice, type MergeConflict, sideOf, type Three } from './merge-three.ts'
import { mergeText } from './merge-words.ts'
import type { StoryContent } from './story.ts'

export type Merged =
  | { readonly kind: 'merged'; readonly content: StoryContent }
  | { readonly kind: 'conflict'; readonly content: StoryContent; readonly conflicts: readonly MergeConflict[] }

/**
 * Merges what two people, or one on two devices, made of the same text, word by word.
 *
 * What only one of them changed is as that one has it. Where both changed the same words, theirs stand, and the conflict
 * keeps all three; where one took out what the other went on writing, it stands. Nothing is decided in silence.
 *
 * @param choices whose words are to stand, or both, conflict by conflict in their order: merge again to have them so
 */
export function mergeStory(three: Three<StoryContent>, choices: readonly Choice[] = []): Merged {
  const conflicts = new Conflicts(choices)
  const whole = sideOf(three)
  const content = whole ? three[whole] : mergeFields(three, conflicts)
  return conflicts.found.length === 0
    ? { kind: 'merged', content }
    : { kind: 'conflict', content, conflicts: conflicts.found }
}

const mergeFields = (three: Three<StoryContent>, conflicts: Conflicts): StoryContent => ({
  kicker: mergeKicker(three, conflicts),
  headline: mergeText(
    each(three, ({ headline }) => headline),
    ['headline'],
    conflicts,
  ),
  standfirst: mergeText(
    each(three, ({ standfirst }) => standfirst),
    ['standfirst'],
    conflicts,
  ),
  dateline: mergeDateline(three, conflicts),
  sectionIds: mergeList(each(three, ({ sectionIds }) => sectionIds)),
  bylines: mergeList(each(three, ({ bylines }) => bylines)),
  keywords: mergeList(each(three, ({ keywords }) => keywords)),
  body: mergeBody(
    each(three, ({ body }) => body),
    conflicts,
  ),
})

const mergeKicker = (three: Three<StoryContent>, conflicts: Conflicts): string | null => {
  const kickers = each(three, ({ kicker }) => kicker)
  const side = sideOf(kickers)
  if (side) return kickers[side]
  return (
    mergeText(
      each(kickers, (kicker) => kicker ?? ''),
      ['kicker'],
      conflicts,
    ) || null
  )
}

function mergeDateline(three: Three<StoryContent>, conflicts: Conflicts): StoryContent['dateline'] {
  const datelines = each(three, ({ dateline }) => dateline)
  const words = each(datelines, (dateline) => [dateline?.place, dateline?.on].filter(Boolean).join(', '))
  return datelines[sideOf(datelines) ?? conflicts.settle({ path: ['dateline'], ...words })]
}

/** Names in order: what either added is added, what either took away is away, the order is theirs. */
function mergeList<Id extends string>(three: Three<readonly Id[]>): readonly Id[] {
  const side = sideOf(three)
  if (side) return three[side]
  const { base, mine, theirs } = three
  const left = theirs.filter((id) => mine.includes(id) || !base.includes(id))
  return [...left, ...mine.filter((id) => !base.includes(id) && !left.includes(id))]
}

function mergeBody(three: Three<StoryDocument>, conflicts: Conflicts): StoryDocument {
  const side = sideOf(three)
  if (side) return three[side]
  const parted = { ...three, mine: partFootnotes(three) }
  const blocks = each(parted, ({ content }) => content as readonly Node[])
  const content = mergeBlocks(blocks, ['body'], conflicts)
  // A law that is tested, not looked at again here: a merge of story documents is one.
  return { type: 'doc', version: DOCUMENT_VERSION, content: content as readonly Block[] }
}
