import type { FC } from 'hono/jsx'
import type { ClaimId } from '../../ids.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { message, type MessageKey } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { claimSentence } from './claim-sentence.tsx'
import { claimPath } from './record-paths.ts'
import { repliesTo } from './undone.ts'

type Relation = Extract<MessageKey, `claim.relation.${string}`>

interface Related {
  readonly relation: Relation
  readonly claim: EntryOf<'claim'>
}

interface RepliesProps {
  readonly context: PageContext
  readonly claim: EntryOf<'claim'>
  readonly set: RecordSet
}

/** What the claim replaces, takes back, denies or repeats, and what was said of it later. */
export const ClaimReplies: FC<RepliesProps> = ({ context, claim, set }) => {
  const { language } = context
  const related = relatedTo(claim, set)
  if (related.length === 0) return <></>
  return (
    <section aria-labelledby="replies:">
      <h2 class="rule" id="replies:">
        {message(language, 'claim.relations')}
      </h2>
      <ul class="rows">
        {related.map(({ relation, claim: other }) => (
          <li>
            <p>
              {message(language, relation)}{' '}
              <a href={claimPath(context, other.id)}>{claimSentence({ set, language }, other)}</a>
            </p>
            <p class="way">{edtfWords(other.content.saidAt.edtf, language)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function relatedTo(claim: EntryOf<'claim'>, set: RecordSet): Related[] {
  const { revises, retracts, denies, derivedFrom, includes, sameStatementAs } = claim.content
  const named = (relation: Relation, ids: readonly (ClaimId | null)[]): Related[] =>
    ids.flatMap((id) => {
      const other = id === null ? undefined : set.claims.get(id)
      return other ? [{ relation, claim: other }] : []
    })
  return [
    ...named('claim.relation.revises', [revises]),
    ...named('claim.relation.retracts', [retracts]),
    ...named('claim.relation.denies', [denies]),
    ...named(
      'claim.relation.repeats',
      derivedFrom.map(({ claimId }) => claimId),
    ),
    ...named('claim.relation.includes', includes),
    ...named('claim.relation.sameStatement', [sameStatementAs]),
    ...repliesTo(set, claim.id).map((reply) => ({ relation: replyWord(reply, claim.id), claim: reply })),
  ]
}

function replyWord({ content }: EntryOf<'claim'>, id: ClaimId): Relation {
  if (content.retracts === id) return 'claim.relation.retractedBy'
  return content.revises === id ? 'claim.relation.revisedBy' : 'claim.relation.deniedBy'
}
