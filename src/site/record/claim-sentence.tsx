import type { FC } from 'hono/jsx'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { Language } from '../../story/story.ts'
import { claimWords } from './claim-words.ts'
import { cellTitle, type Told } from './record-names.ts'
import { SourceName } from './source-name.tsx'

/** A claim in one line, for titles and links: "JNIM claims 50 (Wagner fighters killed)". */
export function claimSentence(told: Told, claim: EntryOf<'claim'>): string {
  const { claimant, verb, object } = claimWords(told, claim)
  const { about } = claim.content
  const line = [claimant, verb, object].filter((part) => part !== '').join(' ')
  return about.kind === 'measure' ? `${line} (${cellTitle(told, about)})` : line
}

interface SentenceProps {
  readonly set: RecordSet
  readonly claim: EntryOf<'claim'>
  readonly language: Language
  /** True where the claimant's name stands over the list. */
  readonly isOneClaimant: boolean
}

/** A claim as a sentence: "JNIM claims 50, Wagner fighters killed". */
export const ClaimSentence: FC<SentenceProps> = ({ set, claim, language, isOneClaimant }) => {
  const told = { set, language }
  const { claimant, verb, object } = claimWords(told, claim)
  const { about, claimantId } = claim.content
  const source = set.sources.get(claimantId)
  return (
    <>
      {!isOneClaimant && <b>{source ? <SourceName source={source} language={language} /> : claimant}</b>} <i>{verb}</i>
      {object && (
        <>
          {' '}
          <strong>{object}</strong>
        </>
      )}
      {about.kind === 'measure' && (
        <>
          {' '}
          <span class="of">{cellTitle(told, about)}</span>
        </>
      )}
    </>
  )
}
