import { useMemo } from 'react'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { claimWords, responsibilityWords } from './claim-words.ts'
import type { ItemTitles } from './desk-items.ts'
import { findingText } from './finding-text.ts'

/** What stands where the mouse rests on underlined words. */
export function useItemTitles(): ItemTitles {
  const messages = useMessages()
  const { language } = useStudioLanguage()
  return useMemo(
    () => ({
      claim: (claim) => `${messages.attribution.suggestedClaim}: ${claimWords(claim, messages, language)}`,
      finding: (finding) => `${findingText(finding, language).title}: “${finding.words}”`,
      responsibility: (responsibility) =>
        `${messages.attribution.responsibility}: ${responsibilityWords(responsibility, messages)}`,
    }),
    [messages, language],
  )
}
