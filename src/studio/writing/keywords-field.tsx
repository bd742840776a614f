import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { TextField } from '../ui/field.tsx'
import { useDesk } from './desk-context.ts'

const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]

/** Keywords, as somebody types them: the commas stay where they are until the list is elsewhere again. */
export function KeywordsField({ isDisabled }: { readonly isDisabled: boolean }) {
  const { details } = useMessages().writing
  const { content, change } = useDesk()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={details.keywords}
      help={details.keywordsHelp}
      value={typed ?? content.keywords.join(', ')}
      isReadOnly={isDisabled}
      onBlur={() => setTyped(null)}
      onChange={(text) => {
        setTyped(text)
        change({ keywords: wordsIn(text) })
      }}
    />
  )
}
