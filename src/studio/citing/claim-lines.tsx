import type { AnswerTo } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { ClaimShape } from './claim-shape.tsx'

export type ClaimSeen = AnswerTo<'GET /record/claims'>['claims'][number]

/** One claim in full: who says what of whom, since when, through whom, and in which words. */
export function ClaimLines({ claim }: { readonly claim: ClaimSeen }) {
  const { citing } = useMessages()
  return (
    <div className="claim-lines">
      <p className="claim-say">
        <ClaimShape shape={claim.shape} /> <b>{claim.claimant}</b> {claim.verb} <b>{claim.object}</b>
      </p>
      <p className="claim-about">
        {claim.about} · {claim.eventTitle}
      </p>
      <blockquote lang={claim.wording.lang}>{claim.wording.text}</blockquote>
      <dl className="facts">
        <dt>{citing.since}</dt>
        <dd>{claim.saidWords}</dd>
        <dt>{citing.throughWhom}</dt>
        <dd>{claim.ways.length > 0 ? claim.ways.map((way) => <span key={way}>{way}</span>) : citing.direct}</dd>
      </dl>
      {claim.status === 'draft' && <p className="claim-note">{citing.notLive}</p>}
      {claim.undone && <p className="claim-note">{citing.undone[claim.undone]}</p>}
    </div>
  )
}
