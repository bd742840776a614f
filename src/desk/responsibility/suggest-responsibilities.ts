import { keyOf } from '../key-of.ts'
import { entryCalled } from '../names/known-names.ts'
import type { ReadSentence } from '../read-sentence.ts'
import type { NamedInText, SuggestedResponsibility } from '../reading.ts'
import { attributionFor } from '../claims/attribution-for.ts'
import type { ResponsibilityMention } from './read-responsibility.ts'

/**
 * Which organisations are said to have done it, by themselves, by others or as a fact: once for each way in which a sentence
 * says it. "Gunmen" and "the rebels" are nobody whom an editor could enter.
 */
export function suggestResponsibilities(sentences: readonly ReadSentence[]): SuggestedResponsibility[] {
  const found = sentences.flatMap((read) =>
    read.responsibilities.flatMap((told): SuggestedResponsibility[] => {
      const said = attributionFor(read.attributions, { ...told, trigger: told.first })
      const actor = told.isNamed ? namedIn(read, told.actor, 'actor') : meantActor(read, told)
      if (!actor) return []
      return [
        {
          start: read.sentence.start + read.offset,
          end: read.sentence.end + read.offset,
          key: keyOf('responsibility', told.kind, actor.text, read.sentence.text),
          actor,
          kind: told.kind,
          claimant: said?.speaker ?? (told.by && namedIn(read, told.by, 'source', 'actor')),
          via: said?.via ?? ownWords(read, actor)?.via ?? null,
          confidence: told.confidence,
          rule: told.rule,
        },
      ]
    }),
  )
  return [...new Map(found.map((one) => [one.key, one])).values()]
}

function namedIn(
  read: ReadSentence,
  { words, start, end }: ResponsibilityMention['actor'],
  ...kinds: Parameters<typeof entryCalled>[1][]
): NamedInText {
  const name = read.names.find((one) => one.start < end && start < one.end)
  return {
    text: words,
    span: { start: start + read.offset, end: end + read.offset },
    carried: null,
    entryId: (name && entryCalled(name, ...kinds)?.entryId) ?? null,
  }
}

/** "The group claimed the attack": the organisation that these words of the sentence stand for, where they speak. */
function meantActor(read: ReadSentence, { actor, kind }: ResponsibilityMention): NamedInText | undefined {
  if (kind !== 'claimed') return undefined
  return read.attributions.find(({ speaker }) => speaker?.carried?.as === actor.words)?.speaker ?? undefined
}

/** "SITE quoted a statement from JNIM claiming the attack": the words of the actor itself, with who passed them on. */
const ownWords = (
  { attributions }: ReadSentence,
  { text }: NamedInText,
): ReadSentence['attributions'][number] | undefined =>
  attributions.find(({ speaker, via }) => via !== null && speaker?.text === text)
