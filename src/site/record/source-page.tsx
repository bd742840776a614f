import type { FC } from 'hono/jsx'
import type { ClaimId } from '../../ids.ts'
import { displayName, inLanguage } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { pageDocument } from '../document.tsx'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { RECORD_STYLE } from '../styles/record.ts'
import { ClaimList } from './claim-list.tsx'
import { EntryHeading } from './entry-heading.tsx'
import { entryPath, recordPath } from './record-paths.ts'
import { SourceName, sourceName } from './source-name.tsx'

export interface SourcePageProps {
  readonly context: PageContext
  readonly source: EntryOf<'source'>
  /** Holds its claims with their events, groups and relays, the actor it speaks for and the office it belongs to. */
  readonly set: RecordSet
  /** This page of its claims, newest first. */
  readonly claimIds: readonly ClaimId[]
  /** The cursor of the claims after these. */
  readonly next: string | null
  readonly counts: { readonly claims: number; readonly events: number }
}

/** Everything a spokesman, an agency or an account said here, newest first. */
export function sourcePage(props: SourcePageProps): RenderedPage {
  const { context, source } = props
  const name = sourceName(source, context.language)
  return pageDocument({
    context,
    title: message(context.language, 'source.title', { name }),
    description: message(context.language, 'source.description', { name }),
    styles: [LIST_STYLE, RECORD_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Source {...props} />,
    currentPath: recordPath(context),
  })
}

const Source: FC<SourcePageProps> = ({ context, source, set, claimIds, next, counts }) => {
  const { language } = context
  return (
    <>
      <EntryHeading
        context={context}
        kind={message(language, `source.kind.${source.content.kind}`)}
        names={source.content.names}
      >
        <SourceName source={source} language={language} />
      </EntryHeading>
      {counts.claims > 0 && (
        <p class="stand">{message(language, 'source.counts', { claims: counts.claims, events: counts.events })}</p>
      )}
      <div class="two">
        <section aria-labelledby="said:">
          <h2 class="rule" id="said:">
            {message(language, 'source.everything')}
          </h2>
          {claimIds.length === 0 && <p class="plain">{message(language, 'source.nothing')}</p>}
          <ClaimList context={context} set={set} claimIds={claimIds} level={3} isOneClaimant />
          {next !== null && (
            <p class="onward">
              <a
                href={`${entryPath(context, 'source', source.content.slug)}?after=${encodeURIComponent(next)}`}
                rel="next"
              >
                {message(language, 'source.earlier')}
              </a>
            </p>
          )}
        </section>
        <div class="beside">
          <About context={context} source={source} set={set} />
        </div>
      </div>
    </>
  )
}

/** Who it is, for whom it speaks, with whom it sympathises: what a reader weighs its words by. */
const About: FC<Pick<SourcePageProps, 'context' | 'source' | 'set'>> = ({ context, source, set }) => {
  const { language } = context
  const { actorId, ownerId, anonymity, category, sympathy } = source.content
  const actor = actorId === null ? undefined : set.actors.get(actorId)
  const owner = ownerId === null ? undefined : set.sources.get(ownerId)
  const leaning = inLanguage(sympathy, language)
  return (
    <section class="block" aria-labelledby="who:">
      <h2 id="who:">{message(language, 'source.who')}</h2>
      <dl class="facts">
        <div>
          <dt>{message(language, 'source.speaksFor')}</dt>
          <dd>
            {actor ? (
              <a href={entryPath(context, 'actor', actor.content.slug)}>{displayName(actor.content.names, language)}</a>
            ) : (
              message(language, 'source.speaksForItself')
            )}
          </dd>
        </div>
        {owner && (
          <div>
            <dt>{message(language, 'source.belongsTo')}</dt>
            <dd>
              <a href={entryPath(context, 'source', owner.content.slug)}>
                <SourceName source={owner} language={language} />
              </a>
            </dd>
          </div>
        )}
        {leaning && (
          <div>
            <dt>{message(language, 'source.sympathy')}</dt>
            <dd>{leaning}</dd>
          </div>
        )}
        <div>
          <dt>{message(language, 'source.naming')}</dt>
          <dd>
            {message(language, `source.anonymity.${anonymity}`)}
            {category && <small>{message(language, `source.category.${category}`)}</small>}
          </dd>
        </div>
      </dl>
    </section>
  )
}
