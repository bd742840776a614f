import type { FC } from 'hono/jsx'
import { pathOf } from '../../record/claim-path.ts'
import type { DocumentId, SourceId } from '../../ids.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { PathStep } from '../../record/ledger.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { textDirection } from '../../story/text-direction.ts'
import { message } from '../messages/message.ts'
import { comma } from '../messages/punctuation.ts'
import type { PageContext } from '../props.ts'
import { entryPath } from './record-paths.ts'
import { SourceName } from './source-name.tsx'

/** As many ways as a reader can compare; the table of appearances has every one. */
const MOST_WAYS = 4

interface StepsProps {
  readonly context: PageContext
  readonly claim: EntryOf<'claim'>
  readonly set: RecordSet
}

/** How a claim came to us, step by step: "JNIM → SITE Intelligence Group → AFP". */
export const ClaimSteps: FC<StepsProps> = ({ context, claim, set }) => {
  const { language } = context
  const { ways } = pathOf(set, claim.id)
  if (ways.length === 0) return <></>
  const hidden = ways.length - MOST_WAYS
  return (
    <section aria-labelledby="path:">
      <h2 class="rule" id="path:">
        {message(language, 'claim.path')}
      </h2>
      {ways.slice(0, MOST_WAYS).map((way) => (
        <ol class="path">
          {way.map((step) => (
            <li>
              <Step context={context} set={set} step={step} claimantId={claim.content.claimantId} />
            </li>
          ))}
        </ol>
      ))}
      {hidden > 0 && <p class="aside">{message(language, 'claim.moreWays', { count: hidden })}</p>}
    </section>
  )
}

interface StepProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly claimantId: SourceId
}

const Step: FC<StepProps & { step: PathStep }> = ({ context, set, claimantId, step }) => {
  const { language } = context
  if (step.kind === 'unknown') return <i>{message(language, 'claim.step.unknown')}</i>
  if (step.kind === 'document')
    return <DocumentStep context={context} set={set} id={step.documentId} claimantId={claimantId} />
  const source = set.sources.get(step.sourceId)
  if (!source) return <i>{message(language, 'claim.step.unknown')}</i>
  return (
    <>
      <small>{message(language, step.kind === 'claimant' ? 'claim.step.claimant' : 'claim.step.relay')}</small>
      <a href={entryPath(context, 'source', source.content.slug)}>
        <SourceName source={source} language={language} />
      </a>
    </>
  )
}

const DocumentStep: FC<StepProps & { id: DocumentId }> = ({ context, set, claimantId, id }) => {
  const { language } = context
  const document = set.documents.get(id)
  if (!document) return <i>{message(language, 'claim.step.unknown')}</i>
  const { title, url, language: lang, publisherId } = document.content
  // A claimant that publishes its own statement stands before the arrow already.
  const publisher = publisherId === claimantId ? undefined : set.sources.get(publisherId)
  const isForeign = lang !== language
  return (
    <>
      <small>{message(language, 'claim.step.document')}</small>
      <span>
        {publisher && (
          <>
            <a href={entryPath(context, 'source', publisher.content.slug)}>
              <SourceName source={publisher} language={language} />
            </a>
            {comma(language)}
          </>
        )}
        <cite lang={isForeign ? lang : undefined} dir={isForeign ? textDirection(lang) : undefined}>
          {url ? (
            <a href={url} rel="nofollow external">
              {title}
            </a>
          ) : (
            title
          )}
        </cite>
      </span>
    </>
  )
}
