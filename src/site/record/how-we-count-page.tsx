import type { Child, FC } from 'hono/jsx'
import { definitionsOf, type Vocabulary } from '../../record/codebook.ts'
import type { Language } from '../../story/story.ts'
import { pageDocument } from '../document.tsx'
import { message, type MessageKey } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { FIGURE_STYLE } from '../styles/figures.ts'
import { LEDGER_STYLE } from '../styles/ledger.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { RECORD_STYLE } from '../styles/record.ts'
import {
  DateList,
  ExampleBox,
  FigureTable,
  MarkKey,
  OriginCases,
  PrecisionList,
  RangeTable,
  VerdictList,
} from './count-lessons.tsx'
import { RecordTrail } from './entry-heading.tsx'
import { capitalised } from './fact-words.ts'
import { dataPath, recordPath } from './record-paths.ts'
import { StanceMark } from './stance-mark.tsx'
import { codebookMeaning, codebookName } from './vocabulary.ts'

export interface HowWeCountProps {
  readonly context: PageContext
}

/** The codebook in plain words, its examples counted and drawn by the real rules. */
export function howWeCountPage({ context }: HowWeCountProps): RenderedPage {
  const { language } = context
  return pageDocument({
    context,
    title: message(language, 'count.title'),
    description: message(language, 'count.what'),
    styles: [LIST_STYLE, FIGURE_STYLE, LEDGER_STYLE, RECORD_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <HowWeCount context={context} />,
    currentPath: recordPath(context),
  })
}

const LESSONS = [
  'never',
  'box',
  'marks',
  'numbers',
  'many',
  'origins',
  'against',
  'parts',
  'when',
  'where',
  'ours',
  'words',
] as const
type LessonName = (typeof LESSONS)[number]

const HowWeCount: FC<HowWeCountProps> = ({ context }) => {
  const { language } = context
  return (
    <>
      <RecordTrail context={context} />
      <h1>{message(language, 'count.title')}</h1>
      <p class="stand">{message(language, 'count.what')}</p>
      <nav class="toc" aria-label={message(language, 'count.contents')}>
        <ul>
          {LESSONS.map((name) => (
            <li>
              <a href={`#${name}`}>{message(language, `count.${name}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Lesson name="never" language={language}>
        <Nevers language={language} />
      </Lesson>
      <Lesson name="box" language={language}>
        <ExampleBox context={context} />
        <p>{message(language, 'count.boxRead')}</p>
      </Lesson>
      <Lesson name="marks" language={language}>
        <MarkKey language={language} />
      </Lesson>
      <Lesson name="numbers" language={language}>
        <FigureTable language={language} />
      </Lesson>
      <Lesson name="many" language={language}>
        <RangeTable language={language} />
        <p>{message(language, 'count.conflict')}</p>
        <p>{message(language, 'count.tolls')}</p>
      </Lesson>
      <Lesson name="origins" language={language}>
        <OriginCases language={language} />
      </Lesson>
      <Lesson name="against" language={language}>
        <p>{message(language, 'count.takenBack')}</p>
      </Lesson>
      <Lesson name="parts" language={language} />
      <Lesson name="when" language={language}>
        <DateList language={language} />
      </Lesson>
      <Lesson name="where" language={language}>
        <PrecisionList language={language} />
      </Lesson>
      <Lesson name="ours" language={language}>
        <VerdictList language={language} />
      </Lesson>
      <Lesson name="words" language={language}>
        <Codebook language={language} />
        <p>
          {message(language, 'count.files')} <a href={dataPath(context)}>{message(language, 'data.title')}</a>
        </p>
      </Lesson>
    </>
  )
}

const Lesson: FC<{ name: LessonName; language: Language; children?: Child }> = ({ name, language, children }) => (
  <section class="lesson" aria-labelledby={name}>
    <h2 class="rule" id={name}>
      {message(language, `count.${name}`)}
    </h2>
    <p>{message(language, `count.${name}Explain`)}</p>
    {children}
  </section>
)

const NEVERS = ['add', 'best', 'vague', 'carry', 'admission', 'delete', 'point', 'change'] as const

const Nevers: FC<{ language: Language }> = ({ language }) => (
  <ul class="never">
    {NEVERS.map((name) => (
      <li>
        <StanceMark shape="denies" />
        <span>{message(language, `count.never.${name}`)}</span>
      </li>
    ))}
  </ul>
)

const VOCABULARIES = {
  'event-type': 'count.list.eventType',
  'participation-role': 'count.list.role',
  'actor-kind': 'count.list.actorKind',
  standing: 'count.list.standing',
  measure: 'count.list.measure',
  act: 'count.list.act',
  stance: 'count.list.stance',
  'stance-word': 'count.list.stanceWord',
  'figure-kind': 'count.list.figureKind',
  'vague-term': 'count.list.vagueTerm',
  counting: 'count.list.counting',
  basis: 'count.list.basis',
  verdict: 'count.list.verdict',
  'place-kind': 'count.list.placeKind',
  'where-precision': 'count.list.wherePrecision',
} as const satisfies Record<Vocabulary, MessageKey>

/** Every word of every list, with what it means. */
const Codebook: FC<{ language: Language }> = ({ language }) => (
  <>
    {(Object.keys(VOCABULARIES) as Vocabulary[]).map((vocabulary) => (
      <details class="words">
        <summary>{message(language, VOCABULARIES[vocabulary])}</summary>
        <dl>
          {definitionsOf(vocabulary).map(([word, entry]) => (
            <div>
              <dt id={`${vocabulary}:${word}`}>{capitalised(codebookName(entry, language), language)}</dt>
              <dd>{codebookMeaning(entry, language)}</dd>
            </div>
          ))}
        </dl>
      </details>
    ))}
  </>
)
