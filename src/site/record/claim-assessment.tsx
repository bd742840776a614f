import type { FC } from 'hono/jsx'
import type { Assessment } from '../../record/assessment.ts'
import { inLanguage } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { numberWords } from './figure-range.ts'
import { assessmentOfCell, standingAssessments, verdictWords } from './verdict-words.ts'

interface AssessmentProps {
  readonly context: PageContext
  readonly claim: EntryOf<'claim'>
  readonly set: RecordSet
}

/** What the newsroom itself holds of the claim or of its figure; that it holds nothing is said too. */
export const ClaimAssessment: FC<AssessmentProps> = ({ context, claim, set }) => {
  const { language } = context
  const assessments = assessmentsOf(claim, set)
  return (
    <section aria-labelledby="ours:">
      <h2 class="rule" id="ours:">
        {message(language, 'claim.ours')}
      </h2>
      {assessments.length === 0 && <p class="plain">{message(language, 'claim.notAssessed')}</p>}
      {assessments.map(({ content }) => (
        <Verdicts context={context} assessment={content} />
      ))}
    </section>
  )
}

const Verdicts: FC<{ context: PageContext; assessment: Assessment }> = ({ context, assessment }) => {
  const { language, newspaper } = context
  const { verdict, best, standard, methods, signers, at, subject } = assessment
  const against = inLanguage(standard, language)
  return (
    <div class="verdict">
      <p>
        <b>{verdictWords({ language }, verdict)}</b>{' '}
        <span>
          {message(language, subject.kind === 'claim' ? 'claim.ofClaim' : 'claim.ofFigure')} ·{' '}
          {dayWords(at, { language, zone: newspaper.zone })} · {message(language, 'event.signers', { count: signers })}
        </span>
      </p>
      {best !== null && <p>{message(language, 'ledger.best', { number: numberWords(best, language) })}</p>}
      {against && <p>{message(language, 'event.standard', { standard: against })}</p>}
      {methods.length > 0 && <p>{message(language, 'claim.methods', { methods: methods.join(', ') })}</p>}
    </div>
  )
}

/** Assessments of the claim and of its figure that stand, the claim's own first. */
function assessmentsOf({ id, content: { about } }: EntryOf<'claim'>, set: RecordSet): EntryOf<'assessment'>[] {
  const own = standingAssessments(set).filter(
    ({ content: { subject } }) => subject.kind === 'claim' && subject.claimId === id,
  )
  const ofFigure = about.kind === 'measure' ? assessmentOfCell(set, about) : undefined
  return ofFigure ? [...own, ofFigure] : own
}
