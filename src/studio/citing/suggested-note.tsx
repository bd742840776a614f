import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { dayWords } from './day-words.ts'
import type { SuggestedCitation } from './suggested-fields.ts'

/** Above a form that the desk has filled in: from which words, and when and where they say that it happened. */
export function SuggestedNote({ claim, sentence }: SuggestedCitation) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  const happened = [claim.date && dayWords(claim.date.edtf, language), claim.place?.text].filter(Boolean).join(', ')
  return (
    <div className="claim-note">
      <p>{citing.filledIn}</p>
      {happened !== '' && <p>{citing.happened(happened)}</p>}
      <blockquote className="suggested-words">{sentence}</blockquote>
    </div>
  )
}
