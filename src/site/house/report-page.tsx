import type { Child, FC } from 'hono/jsx'
import {
  lengthOf,
  MOST_CONTACT,
  problemsOf,
  REPORT_KINDS,
  REPORT_TEXT,
  type ReportFields,
  type ReportProblem,
} from '../../story/reader-report.ts'
import { pageDocument } from '../document.tsx'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { reportAboutPath, reportPath } from './report-link.tsx'
import { LIST_STYLE } from '../styles/list.ts'
import { REPORT_STYLE } from '../styles/report.ts'

/** The page that a report is about. */
export interface ReportSubject {
  readonly path: string
  readonly title: string
}

/** The field in which only machines write. */
export const TRAP_FIELD = 'website'

export interface ReportPageProps {
  readonly context: PageContext
  /** Null where no page is named, or none of ours. */
  readonly about: ReportSubject | null
  /** Where sources learn how to write safely; null while the paper has no such page. */
  readonly safelyPath: string | null
  /** What was sent, when it could not be taken; null on a fresh form. */
  readonly sent: ReportFields | null
  /** Why it could not be kept although nothing is wrong with it. */
  readonly refusal: 'busy' | 'full' | null
}

const frame = (context: PageContext, main: Child): RenderedPage =>
  pageDocument({
    context: { ...context, alternates: [] },
    title: message(context.language, 'report.title'),
    description: '',
    styles: [LIST_STYLE, REPORT_STYLE],
    skip: 'skip.content',
    feeds: [],
    main,
    isIndexed: false,
  })

/** The form in which a reader tells the corrections desk what is wrong; what happens with it, and what is not kept. */
export const reportPage = (props: ReportPageProps): RenderedPage =>
  frame(
    props.context,
    <>
      <h1>{message(props.context.language, 'report.title')}</h1>
      <Safely {...props} />
      {props.about === null ? <NothingNamed {...props} /> : <ReportForm {...props} about={props.about} />}
      <Terms context={props.context} />
    </>,
  )

/** What a reader is told once the report is kept. The same for everybody: it holds nothing of what was sent. */
export const reportSentPage = (context: PageContext, about: ReportSubject | null): RenderedPage =>
  frame(
    context,
    <>
      <h1>{message(context.language, 'report.sent.title')}</h1>
      <p class="plain">{message(context.language, 'report.sent.text')}</p>
      <p class="plain">{message(context.language, 'report.sent.contact')}</p>
      {about && (
        <p class="ways">
          <a href={about.path}>{message(context.language, 'report.back')}</a>
        </p>
      )}
    </>,
  )

/** Why what was sent could not be read at all. */
export type UnreadReport = 'elsewhere' | 'type' | 'large' | 'slow' | 'form'

export const reportUnreadPage = (context: PageContext, why: UnreadReport): RenderedPage =>
  frame(
    context,
    <>
      <h1>{message(context.language, 'report.refused.title')}</h1>
      <p class="plain">{message(context.language, `report.refused.${why}`)}</p>
      <p class="ways">
        <a href={reportPath(context)}>{message(context.language, 'report.again')}</a>
      </p>
    </>,
  )

/** First of all: who must not write here. */
const Safely: FC<Pick<ReportPageProps, 'context' | 'safelyPath'>> = ({ context, safelyPath }) => (
  <div class="notice">
    <p>
      {message(context.language, 'report.safely')}{' '}
      {safelyPath && <a href={safelyPath}>{message(context.language, 'report.safelyLink')}</a>}
    </p>
  </div>
)

/** No page of ours is named: what was written is given back, so that it is not lost. */
const NothingNamed: FC<Pick<ReportPageProps, 'context' | 'sent'>> = ({ context: { language }, sent }) => (
  <>
    <p class="plain">{message(language, 'report.aboutNothing')}</p>
    {sent && sent.text !== '' && (
      <div class="report">
        <textarea readonly rows={9} dir="auto" aria-label={message(language, 'report.text')}>
          {keepFirstBreak(sent.text)}
        </textarea>
      </div>
    )}
  </>
)

const ReportForm: FC<ReportPageProps & { about: ReportSubject }> = ({ context, about, sent, refusal }) => {
  const { language } = context
  const problems = sent === null ? [] : problemsOf(sent)
  return (
    <>
      <div class="subject">
        {message(language, 'report.about')} <a href={about.path}>{about.title}</a>
      </div>
      {refusal && (
        <p class="notice" role="alert">
          {message(language, `report.refused.${refusal}`)}
        </p>
      )}
      {sent && <Problems language={language} sent={sent} problems={problems} />}
      <form class="report" method="post" action={reportPath(context)}>
        <input type="hidden" name="about" value={about.path} />
        <Kinds language={language} sent={sent} isWrong={problems.includes('kind')} />
        <div class="field">
          <label for="text:">{message(language, 'report.text')}</label>
          <small id="text:hint">{message(language, 'report.textHint')}</small>
          <textarea
            id="text:"
            name="text"
            rows={9}
            required
            dir="auto"
            aria-describedby="text:hint"
            {...wrongIf(problems.includes('too-short') || problems.includes('too-long'))}
          >
            {sent ? keepFirstBreak(sent.text) : ''}
          </textarea>
        </div>
        <div class="field">
          <label for="contact:">{message(language, 'report.contact')}</label>
          <small id="contact:hint">{message(language, 'report.contactHint')}</small>
          <input
            class="line"
            type="text"
            id="contact:"
            name="contact"
            value={sent?.contact ?? ''}
            autocomplete="off"
            dir="auto"
            aria-describedby="contact:hint"
            {...wrongIf(problems.includes('contact'))}
          />
        </div>
        <p class="trap">
          <label for="trap:">{message(language, 'report.honeypot')}</label>
          <input type="text" id="trap:" name={TRAP_FIELD} value="" tabindex={-1} autocomplete="off" />
        </p>
        <button type="submit">{message(language, 'report.send')}</button>
      </form>
    </>
  )
}

/** A browser takes the first line break of a field for its own. */
const keepFirstBreak = (text: string): string => (text.startsWith('\n') ? `\n${text}` : text)

const wrongIf = (isWrong: boolean) => (isWrong ? { 'aria-invalid': 'true' as const } : {})

const Kinds: FC<{ language: string; sent: ReportFields | null; isWrong: boolean }> = ({ language, sent, isWrong }) => (
  <fieldset {...(isWrong ? { 'aria-describedby': 'kind:why' } : {})}>
    <legend>{message(language, 'report.kind')}</legend>
    {isWrong && (
      <small class="why" id="kind:why">
        {message(language, 'report.problem.kind')}
      </small>
    )}
    {REPORT_KINDS.map((kind) => (
      <label>
        <input type="radio" name="kind" value={kind} checked={sent?.kind === kind} required />
        {message(language, `report.kind.${kind}`)}
      </label>
    ))}
  </fieldset>
)

interface ProblemsProps {
  readonly language: string
  readonly sent: ReportFields
  readonly problems: readonly ReportProblem[]
}

/** What is missing, before the form, where a reader who sees nothing hears it first. */
const Problems: FC<ProblemsProps> = ({ language, sent, problems }) =>
  problems.length === 0 ? (
    <></>
  ) : (
    <div class="notice" role="alert">
      <b>{message(language, 'report.problems')}</b>
      <ul>
        {problems.map((problem) => (
          <li>{problemWords(language, problem, sent)}</li>
        ))}
      </ul>
    </div>
  )

function problemWords(language: string, problem: ReportProblem, { text }: ReportFields): string {
  if (problem === 'too-long') {
    return message(language, 'report.problem.too-long', { count: lengthOf(text.trim()), most: REPORT_TEXT.most })
  }
  if (problem === 'contact') return message(language, 'report.problem.contact', { most: MOST_CONTACT })
  return message(language, `report.problem.${problem}`)
}

/** What happens with a report, and what is kept of it. */
const Terms: FC<{ context: PageContext }> = ({ context: { language } }) => (
  <div class="terms">
    <h2>{message(language, 'report.what')}</h2>
    <p>{message(language, 'report.what.read')}</p>
    <p>{message(language, 'report.what.corrected')}</p>
    <h2>{message(language, 'report.kept')}</h2>
    <p>{message(language, 'report.kept.kept')}</p>
    <p>{message(language, 'report.kept.not')}</p>
    <p>{message(language, 'report.kept.line')}</p>
  </div>
)

/** Where a browser is sent after a report was kept. */
export const reportSentPath = (context: PageContext, about: ReportSubject): string =>
  reportAboutPath(context, about.path).replace('?about=', '?sent=')
