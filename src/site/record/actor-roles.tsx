import type { FC } from 'hono/jsx'
import type { ActorId, ClaimId, EventId } from '../../ids.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { message } from '../messages/message.ts'
import { comma } from '../messages/punctuation.ts'
import type { PageContext } from '../props.ts'
import { claimPath } from './record-paths.ts'
import { claimantOf } from './record-names.ts'
import { SourceName } from './source-name.tsx'

interface RolesProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly actorId: ActorId
  readonly eventId: EventId
}

/** As what an actor is said to have taken part in an event, and by whom. */
export const ActorRoles: FC<RolesProps> = ({ context, set, actorId, eventId }) => {
  const roles = (set.events.get(eventId)?.content.participation ?? []).filter((one) => one.actorId === actorId)
  if (roles.length === 0) return <></>
  return (
    <ul class="roles">
      {roles.map(({ role, basis }) => (
        <li>
          <b>{message(context.language, `actor.role.${role}`)}</b>
          {comma(context.language)}
          <Basis context={context} set={set} basis={basis} />
        </li>
      ))}
    </ul>
  )
}

const Basis: FC<{ context: PageContext; set: RecordSet; basis: ClaimId | null }> = ({ context, set, basis }) => {
  const claim = basis === null ? undefined : set.claims.get(basis)
  const source = claim && set.sources.get(claim.content.claimantId)
  if (!claim || !source) return <span>{message(context.language, 'actor.noBasis')}</span>
  return (
    <span>
      {message(context.language, 'actor.says.so')}{' '}
      <a href={claimPath(context, claim.id)}>
        {source.content.anonymity === 'described' ? (
          <SourceName source={source} language={context.language} />
        ) : (
          claimantOf({ set, language: context.language }, claim.id)
        )}
      </a>
    </span>
  )
}
