import type { Child, FC } from 'hono/jsx'
import type { Counting } from '../../record/claim.ts'
import { CODEBOOK } from '../../record/codebook.ts'
import { displayName, inLanguage } from '../../record/display-name.ts'
import { parseEdtf } from '../../record/edtf.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { EntryOf } from '../../record/entry.ts'
import { quantityWords } from '../../record/quantity-words.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { parseInstant } from '../../time.ts'
import { momentWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { Wording } from './claim-wording.tsx'
import { capitalised } from './fact-words.ts'
import { saidWords } from './ledger-row.tsx'
import { cellTitle } from './record-names.ts'
import { entryPath } from './record-paths.ts'
import { SourceName } from './source-name.tsx'
import { codebookMeaning } from './vocabulary.ts'

interface FactsProps {
  readonly context: PageContext
  readonly claim: EntryOf<'claim'>
  readonly set: RecordSet
}

/** Who said it, when, of what: the claim field by field, in plain words. */
export const ClaimFacts: FC<FactsProps> = (props) => {
  const { context, claim, set } = props
  const { language } = context
  const { about, figure, basis, hedge, namedDead } = claim.content
  const event = set.events.get(about.eventId)
  return (
    <section class="block" aria-labelledby="facts:">
      <h2 id="facts:">{message(language, 'claim.facts')}</h2>
      <dl class="facts">
        <Fact label={message(language, 'claim.saidBy')}>
          <Claimant {...props} />
        </Fact>
        <Fact label={message(language, 'claim.said')}>{saidWords(context, claim.content)}</Fact>
        {event && (
          <Fact label={message(language, 'claim.event')}>
            <a href={entryPath(context, 'event', event.content.slug)}>{inLanguage(event.content.titles, language)}</a>
          </Fact>
        )}
        {about.kind === 'measure' && (
          <Fact label={message(language, 'claim.counts')}>{cellTitle({ set, language }, about)}</Fact>
        )}
        {figure && <Fact label={message(language, 'claim.figure')}>{quantityWords(figure, language)}</Fact>}
        {figure && (
          <Fact label={message(language, 'claim.counting')}>{countingWords(claim.content.counting, context)}</Fact>
        )}
        <Fact label={message(language, 'claim.basis')}>
          {capitalised(codebookMeaning(CODEBOOK.basis[basis], language), language)}
        </Fact>
        {namedDead > 0 && (
          <Fact label={message(language, 'claim.named')}>
            {message(language, 'claim.namedDead', { count: namedDead })}
          </Fact>
        )}
        {hedge && (
          <Fact label={message(language, 'claim.hedge')}>
            <Wording wording={{ text: hedge, lang: claim.content.wording.lang }} />
          </Fact>
        )}
      </dl>
    </section>
  )
}

const Fact: FC<{ label: string; children?: Child }> = ({ label, children }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const Claimant: FC<FactsProps> = ({ context, claim, set }) => {
  const { language } = context
  const source = set.sources.get(claim.content.claimantId)
  if (!source) return <>{message(language, 'source.unnamed')}</>
  const { actorId, sympathy, slug } = source.content
  const actor = actorId === null ? undefined : set.actors.get(actorId)
  const leaning = inLanguage(sympathy, language)
  return (
    <>
      <a href={entryPath(context, 'source', slug)}>
        <SourceName source={source} language={language} />
      </a>
      {actor && (
        <small>
          {message(language, 'claim.speaksFor')}{' '}
          <a href={entryPath(context, 'actor', actor.content.slug)}>{displayName(actor.content.names, language)}</a>
        </small>
      )}
      {leaning && <small>{leaning}</small>}
    </>
  )
}

function countingWords(counting: Counting, context: PageContext): string {
  const { language } = context
  switch (counting.kind) {
    case 'incident':
      return message(language, 'claim.counting.incident')
    case 'running':
      return counting.asOf
        ? message(language, 'claim.counting.runningAsOf', { asOf: timeWords(counting.asOf, context) })
        : message(language, 'claim.counting.running')
    case 'cumulative':
      return counting.since
        ? message(language, 'claim.counting.since', { since: timeWords(counting.since, context) })
        : message(language, 'claim.counting.cumulative')
    case 'period':
      return message(language, 'claim.counting.period', {
        from: timeWords(counting.from, context),
        to: timeWords(counting.to, context),
      })
  }
}

/** An hour or a day, as it was stated. */
function timeWords(text: string, { language, newspaper }: PageContext): string {
  const instant = parseInstant(text)
  if (instant) return momentWords(instant, { language, zone: newspaper.zone })
  const edtf = parseEdtf(text)
  return edtf ? edtfWords(edtf, language) : text
}
