import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { CODEBOOK } from '../../record/codebook.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import { ledgerOf } from '../../record/make-ledger.ts'
import type { Quantity } from '../../record/quantity.ts'
import { statedOf } from '../../record/quantity-bounds.ts'
import { statedRange } from '../../record/stated-range.ts'
import type { Edtf } from '../../record/when.ts'
import type { Language } from '../../story/story.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { markup } from '../markup.ts'
import { capitalised } from './fact-words.ts'
import { figureWords, numberWords, originsWords } from './figure-range.ts'
import { LedgerBox } from './ledger.tsx'
import { StanceMark } from './stance-mark.tsx'
import { codebookMeaning, codebookName } from './vocabulary.ts'
import { atLeast, dozens, EXAMPLE_DAY, EXAMPLE_EVENT, exactly, kindsOfFigure, workedExample } from './worked-example.ts'

/** A real box about an invented clash. It leads nowhere, because nothing of it is on record. */
export const ExampleBox: FC<{ context: PageContext }> = ({ context }) => {
  const set = workedExample(context.language)
  const box = markup(
    <LedgerBox context={context} set={set} ledger={ledgerOf(set, EXAMPLE_EVENT)} headingLevel={3} asOf={EXAMPLE_DAY} />,
  )
  return <div class="example">{raw(box.replaceAll(/<\/?a\b[^>]*>/g, ''))}</div>
}

const MARKS = ['enemy', 'own', 'other', 'unknown', 'denies'] as const

/** The five shapes, each with what it says. */
export const MarkKey: FC<{ language: Language }> = ({ language }) => (
  <ul class="key">
    {MARKS.map((shape) => (
      <li>
        <StanceMark shape={shape} />
        <span>{message(language, `count.mark.${shape}`)}</span>
      </li>
    ))}
    <li>
      <StanceMark shape="enemy" isPart />
      <span>{message(language, 'count.mark.part')}</span>
    </li>
  </ul>
)

/** What was said, which numbers we take from it, and what that means. */
export const FigureTable: FC<{ language: Language }> = ({ language }) => (
  <div class="scroll" tabindex={0} role="region" aria-labelledby="kinds:">
    <table class="sheet">
      <caption id="kinds:">{message(language, 'count.kinds')}</caption>
      <thead>
        <tr>
          <th scope="col">{message(language, 'count.said')}</th>
          <th scope="col">{message(language, 'count.lowest')}</th>
          <th scope="col">{message(language, 'count.highest')}</th>
          <th scope="col">{message(language, 'count.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {kindsOfFigure(language).map((figure) => (
          <FigureRow figure={figure} language={language} />
        ))}
      </tbody>
    </table>
  </div>
)

const FigureRow: FC<{ figure: Quantity; language: Language }> = ({ figure, language }) => {
  const { lower, upper, open } = statedOf(figure)
  const number = (value: number | null) =>
    value === null ? message(language, 'ledger.noNumber') : numberWords(value, language)
  return (
    <tr>
      <th scope="row">
        <q>{figure.verbatim}</q>
      </th>
      <td class="few" data-label={message(language, 'count.lowest')}>
        {number(lower)}
      </td>
      <td class="few" data-label={message(language, 'count.highest')}>
        {open && upper !== null
          ? message(language, 'count.orMore', { number: numberWords(upper, language) })
          : number(upper)}
      </td>
      <td data-label={message(language, 'count.meaning')}>
        {codebookMeaning(CODEBOOK['figure-kind'][figure.kind], language)}
      </td>
    </tr>
  )
}

/** Several people's figures for the same thing, and what stands over them. */
export const RangeTable: FC<{ language: Language }> = ({ language }) => {
  const upTo: Quantity = {
    kind: 'atMost',
    n: 30,
    verbatim: message(language, 'ledger.upTo', { number: 30 }),
    lang: language,
  }
  const cases: readonly (readonly Quantity[])[] = [
    [exactly(50, language), atLeast(20, language)],
    [exactly(10, language), atLeast(20, language)],
    [atLeast(20, language), dozens(language)],
    [upTo],
    [upTo, atLeast(12, language)],
    [dozens(language)],
  ]
  return (
    <div class="scroll" tabindex={0} role="region" aria-labelledby="ranges:">
      <table class="sheet">
        <caption id="ranges:">{message(language, 'count.ranges')}</caption>
        <thead>
          <tr>
            <th scope="col">{message(language, 'count.saidByOthers')}</th>
            <th scope="col">{message(language, 'count.youRead')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((figures) => (
            <tr>
              <th scope="row">
                {figures.map((figure, index) => (
                  <>
                    {index > 0 && ' · '}
                    <q>{figure.verbatim}</q>
                  </>
                ))}
              </th>
              <td class="big" data-label={message(language, 'count.youRead')}>
                {figureWords(statedRange(figures.map(statedOf)), language) ?? message(language, 'ledger.noNumber')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Three ways for a figure to reach us, and how many origins each has. */
const ORIGINS = [
  ['one', 1, 1],
  ['two', 2, 3],
  ['circle', 0, 1],
] as const

export const OriginCases: FC<{ language: Language }> = ({ language }) => (
  <dl class="facts wide">
    {ORIGINS.map(([name, originsMin, originsMax]) => (
      <div>
        <dt>{capitalised(originsWords({ originsMin, originsMax }, language), language)}</dt>
        <dd>{message(language, `count.origins.${name}`)}</dd>
      </div>
    ))}
  </dl>
)

/** From a day to hardly a month: each date in the standard's letters and in the words that readers get. */
const DATES = [
  '2024-07-27',
  '2024-07-25/2024-07-27',
  '[2024-07-25,2024-07-26]',
  '2024-07-27~',
  '2024-07-27?',
  '2024-07-XX',
  '/2024-07-27',
  '2024-07-22/..',
] as Edtf[]

export const DateList: FC<{ language: Language }> = ({ language }) => (
  <ul class="samples">
    {DATES.map((edtf) => (
      <li>{edtfWords(edtf, language)}</li>
    ))}
  </ul>
)

export const PrecisionList: FC<{ language: Language }> = ({ language }) => (
  <dl class="facts wide">
    {Object.values(CODEBOOK['where-precision']).map((entry) => (
      <div>
        <dt>{capitalised(codebookName(entry, language), language)}</dt>
        <dd>{codebookMeaning(entry, language)}</dd>
      </div>
    ))}
  </dl>
)

export const VerdictList: FC<{ language: Language }> = ({ language }) => (
  <dl class="facts wide">
    {Object.values(CODEBOOK.verdict).map((entry) => (
      <div>
        <dt>{capitalised(codebookName(entry, language), language)}</dt>
        <dd>{codebookMeaning(entry, language)}</dd>
      </div>
    ))}
  </dl>
)
