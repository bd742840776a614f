import type { FC } from 'hono/jsx'
import { inLanguage } from '../../record/display-name.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordChange } from '../../record/record-change.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { pageDocument } from '../document.tsx'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { ReportLink } from '../house/report-link.tsx'
import { LIST_STYLE } from '../styles/list.ts'
import { RECORD_STYLE } from '../styles/record.ts'
import { ClaimAppearances } from './claim-appearances.tsx'
import { ClaimAssessment } from './claim-assessment.tsx'
import { ClaimFacts } from './claim-facts.tsx'
import { ClaimHistory } from './claim-history.tsx'
import { ClaimStance } from './claim-mark.tsx'
import { ClaimReplies } from './claim-replies.tsx'
import { ClaimSentence, claimSentence } from './claim-sentence.tsx'
import { ClaimSteps } from './claim-steps.tsx'
import { ClaimTranslations } from './claim-translations.tsx'
import { RecordTrail } from './entry-heading.tsx'
import { Wording } from './claim-wording.tsx'
import { saidWords } from './ledger-row.tsx'
import { claimPath, entryPath, recordPath } from './record-paths.ts'
import { repliesTo, undoneBy } from './undone.ts'

export interface ClaimPageProps {
  readonly context: PageContext
  readonly claim: EntryOf<'claim'>
  /** Holds its event's family: the claims it replies to and those that reply to it, documents, sources, assessments. */
  readonly set: RecordSet
  /** The public history of this claim, newest first. */
  readonly changes: readonly RecordChange[]
}

/** One claim for good: its wording, who said it and how it came to us, what became of it. */
export function claimPage(props: ClaimPageProps): RenderedPage {
  const { context, claim, set } = props
  const { language } = context
  const sentence = claimSentence({ set, language }, claim)
  return pageDocument({
    context,
    title: sentence,
    description: message(language, 'claim.description', {
      sentence,
      date: edtfWords(claim.content.saidAt.edtf, language),
    }),
    styles: [LIST_STYLE, RECORD_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Claim {...props} />,
    currentPath: recordPath(context),
  })
}

const Claim: FC<ClaimPageProps> = ({ context, claim, set, changes }) => {
  const { language } = context
  const event = set.events.get(claim.content.about.eventId)
  return (
    <>
      <RecordTrail context={context}>
        {event && (
          <a href={entryPath(context, 'event', event.content.slug)}>{inLanguage(event.content.titles, language)}</a>
        )}
      </RecordTrail>
      <Undone context={context} claim={claim} set={set} />
      <h1 class="sentence">
        <ClaimSentence set={set} claim={claim} language={language} isOneClaimant={false} />
      </h1>
      <p class="spot stance">
        <ClaimStance set={set} claim={claim} language={language} />
      </p>
      <figure class="wording">
        <blockquote>
          <p>
            <Wording wording={claim.content.wording} />
          </p>
        </blockquote>
        <figcaption>{message(language, 'claim.saidOn', { date: saidWords(context, claim.content) })}</figcaption>
      </figure>
      <div class="two">
        <div>
          <ClaimTranslations context={context} claim={claim} />
          <ClaimSteps context={context} claim={claim} set={set} />
          <ClaimAppearances context={context} claim={claim} set={set} />
          <ClaimReplies context={context} claim={claim} set={set} />
          <ClaimAssessment context={context} claim={claim} set={set} />
          <ClaimHistory context={context} changes={changes} />
        </div>
        <div class="beside">
          <ClaimFacts context={context} claim={claim} set={set} />
          <Citation context={context} claim={claim} set={set} />
          <p class="ways">
            <ReportLink context={context} about={claimPath(context, claim.id)} />
          </p>
        </div>
      </div>
    </>
  )
}

/** Above everything else: that the claim no longer stands, since when, and what stands instead. */
const Undone: FC<{ context: PageContext; claim: EntryOf<'claim'>; set: RecordSet }> = ({ context, claim, set }) => {
  const { language } = context
  const undone = undoneBy(set, claim.id)
  if (undone === null) return <></>
  const by = repliesTo(set, claim.id).find(({ content }) =>
    undone === 'retracted' ? content.retracts === claim.id : content.revises === claim.id,
  )
  return (
    <div class="notice">
      <b>{message(language, `claim.undone.${undone}`)}</b>
      <p>
        {by && undone !== 'withdrawn' && (
          <a href={claimPath(context, by.id)}>
            {claimSentence({ set, language }, by)}, {edtfWords(by.content.saidAt.edtf, language)}
          </a>
        )}{' '}
        {message(language, 'claim.stays')}
      </p>
    </div>
  )
}

/** How to cite it: what was said, and which version of our entry says so. */
const Citation: FC<{ context: PageContext; claim: EntryOf<'claim'>; set: RecordSet }> = ({ context, claim, set }) => {
  const { language, newspaper, siteUrl } = context
  return (
    <section class="block cite" aria-labelledby="cite:">
      <h2 id="cite:">{message(language, 'claim.cite')}</h2>
      <p>
        {message(language, 'claim.citation', {
          sentence: claimSentence({ set, language }, claim),
          date: edtfWords(claim.content.saidAt.edtf, language),
          paper: newspaper.name,
          id: claim.id,
          version: claim.rev,
        })}{' '}
        <bdi dir="ltr">{siteUrl + claimPath(context, claim.id)}</bdi>
      </p>
      <small>{message(language, 'claim.citeNote')}</small>
    </section>
  )
}
