import type { FC } from 'hono/jsx'
import { inLanguage } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { Participation } from '../../record/event.ts'
import { message } from '../messages/message.ts'
import { comma } from '../messages/punctuation.ts'
import type { PageContext } from '../props.ts'
import { actorNameOf, claimantOf, type Told } from './record-names.ts'
import { claimPath, entryPath } from './record-paths.ts'

interface WhoProps {
  readonly context: PageContext
  readonly told: Told
  readonly event: EntryOf<'event'>
}

/** Who took part and on whose word, side by side as they stood; nobody "took part" without somebody who says so. */
export const EventWho: FC<WhoProps> = ({ context, told, event }) => {
  const { sides, participation } = event.content
  const placed = new Set(sides.flatMap(({ actorIds }) => actorIds))
  const others = participation.filter(({ actorId }) => !placed.has(actorId))
  if (sides.length + others.length === 0) return <></>
  return (
    <section aria-labelledby="part:">
      <h2 id="part:">{message(context.language, 'event.who')}</h2>
      {sides.map((side) => (
        <div class="side-of">
          <h3>{inLanguage(side.label, context.language)}</h3>
          <ul>
            {side.actorIds.map((actorId) => (
              <Part
                context={context}
                told={told}
                actorId={actorId}
                roles={participation.filter((one) => one.actorId === actorId)}
              />
            ))}
          </ul>
        </div>
      ))}
      {others.length > 0 && (
        <ul class="side-of">
          {[...Map.groupBy(others, ({ actorId }) => actorId)].map(([actorId, roles]) => (
            <Part context={context} told={told} actorId={actorId} roles={roles} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface PartProps {
  readonly context: PageContext
  readonly told: Told
  readonly actorId: Participation['actorId']
  readonly roles: readonly Participation[]
}

const Part: FC<PartProps> = ({ context, told, actorId, roles }) => {
  const actor = told.set.actors.get(actorId)
  const name = actorNameOf(told, actorId)
  return (
    <li>
      {actor ? <a href={entryPath(context, 'actor', actor.content.slug)}>{name}</a> : name}
      {roles.map((role) => (
        <small>
          {message(context.language, `event.${role.role}`)}
          {comma(context.language)}
          <Basis context={context} told={told} basis={role.basis} />
        </small>
      ))}
    </li>
  )
}

const Basis: FC<{ context: PageContext; told: Told; basis: Participation['basis'] }> = ({ context, told, basis }) =>
  basis === null ? (
    <>{message(context.language, 'event.noBasis')}</>
  ) : (
    <a href={claimPath(context, basis)}>
      {message(context.language, 'event.accordingTo', { claimant: claimantOf(told, basis) })}
    </a>
  )
