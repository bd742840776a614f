import { table } from '../measures.ts'
import { type Field, FIELDS } from './claim-agreement.ts'
import type { Micro, MucScore } from './score-muc.ts'
import type { Fault, StoriesScore } from './score-stories.ts'
import { inWords } from './share.ts'

/** All stories together, and those of each language. */
export type ScoresByLanguage = Readonly<Record<'all' | 'en' | 'fr', StoriesScore>>

const field =
  (name: Field, strictness: 'strict' | 'lenient') =>
  ({ fields }: StoriesScore): string =>
    inWords(fields[strictness][name])

const faults =
  (kind: Fault['kind']) =>
  (score: StoriesScore): string =>
    String(score.faults.filter((fault) => fault.kind === kind).length)

/** What of stories was found and right, by language. */
export function storiesTable(scores: ScoresByLanguage): string {
  const rows: readonly (readonly [string, (score: StoriesScore) => string])[] = [
    ['recall', ({ recall }) => inWords(recall)],
    ['precision', ({ precision }) => inWords(precision)],
    ...FIELDS.map((name) => [name, field(name, 'lenient')] as const),
    ['stance, mean of classes', ({ stanceMacro }) => stanceMacro.toFixed(2)],
    ...(['claimant', 'via', 'place', 'who'] as const).map(
      (name) => [`${name}, same words`, field(name, 'strict')] as const,
    ),
    ['given to the wrong side', faults('wrong-side')],
    ['figures not in the text', faults('figure-not-in-text')],
  ]
  return table(
    ['', 'all', 'en', 'fr'],
    rows.map(([name, of]) => [name, of(scores.all), of(scores.en), of(scores.fr)]),
  )
}

/** One fault, with its sentence. */
export const faultLine = ({ story, kind, found, wanted, sentence }: Fault): string =>
  `${story}  ${kind}: ${found ?? '–'}${wanted === null ? '' : `, wanted ${wanted}`}\n    ${sentence.replace(/\s+/g, ' ')}`

/** Credit over all messages, beside what a plain pattern gets. */
export function mucTable({ victims, asTaskDefines, plainPattern, blame }: MucScore): string {
  return table(
    ['', 'precision', 'recall', 'F1', 'credit', 'in the key', 'found'],
    [
      microRow('victims', victims),
      microRow('victims, as MUC-4 defines its task', asTaskDefines),
      microRow('victims, by a plain pattern', plainPattern),
      microRow('who is said to have done it', blame),
    ],
  )
}

const microRow = (name: string, { precision, recall, f1, credit, wanted, found }: Micro): string[] => [
  name,
  ...[precision, recall, f1].map((one) => (100 * one).toFixed(1)),
  credit.toFixed(1),
  String(wanted),
  String(found),
]

/** What each rule's suggestions are worth: where precision is lost stands first. */
export const rulesTable = ({ rules }: MucScore): string =>
  table(
    ['rule', 'found', 'credit', 'precision'],
    rules.map(({ rule, found, credit }) => [rule, String(found), credit.toFixed(1), (credit / found).toFixed(2)]),
  )
