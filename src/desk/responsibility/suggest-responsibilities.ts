import { keyOf } from '../key-of.ts'
import { entryCalled } from '../names/known-names.ts'
import type { ReadSentence } from '../read-sentence.ts'
import type { SuggestedResponsibility } from '../reading.ts'
import { attributionFor } from '../claims/attribution-for.ts'

/**
 * Which organisations are said to have done it, by themselves, by others or as a fact: once for each way in which a sentence
 * says it. "Gunmen" and "the rebels" are nobody whom an editor could enter.
 */
export function suggestResponsibilities(sentences: readonly ReadSentence[]): SuggestedResponsibility[] {
  const found = sentences.flatMap((read) =>
    read.responsibilities
      .filter(({ isNamed }) => isNamed)
      .map((told): SuggestedResponsibility => {
        const said = attributionFor(read.attributions, { ...told, trigger: told.first })
        const { words, start, end } = told.actor
        const name = read.names.find((one) => one.start < end && start < one.end)
        return {
          start: read.sentence.start + read.offset,
          end: read.sentence.end + read.offset,
          key: keyOf('responsibility', told.kind, words, read.sentence.text),
          actor: {
            text: words,
            span: { start: start + read.offset, end: end + read.offset },
            carried: null,
            entryId: (name && entryCalled(name, 'actor')?.entryId) ?? null,
          },
          kind: told.kind,
          claimant: said?.speaker ?? null,
          via: said?.via ?? null,
          confidence: told.confidence,
          rule: told.rule,
        }
      }),
  )
  return [...new Map(found.map((one) => [one.key, one])).values()]
}
