import { CODEBOOK, definitionsOf, type Vocabulary } from '../../record/codebook.ts'
import { ABOUT_TABLES } from './about-tables.ts'
import { TABLE_NAMES, TABLES } from './tables.ts'

const TITLES: Readonly<Record<Vocabulary, string>> = {
  'event-type': 'Event types',
  'participation-role': 'Roles in an event',
  'actor-kind': 'Kinds of actors',
  standing: 'Standing of those hurt',
  measure: 'Measures',
  act: 'Acts: what a claimant does by saying something',
  stance: 'Stance: where a claimant stands towards those hurt',
  'stance-word': 'Words for act and stance',
  'figure-kind': 'Kinds of figures',
  'vague-term': 'Vague words',
  counting: 'What a figure counts',
  basis: 'Basis: how a claimant knows',
  verdict: 'Verdicts: our own assessments',
  'place-kind': 'Kinds of places',
  'where-precision': 'How exact a place is (`where_precision` of events)',
}

const INTRODUCTION = `# Codebook

What the words and columns of the record's open data mean. It is made from the definitions that the program itself
uses, and is part of every release.

Figures stand as they were stated. They are never added up, averaged or estimated: \`low\` and \`high\` are the lowest
and the highest number that anybody states, one voice for each independent origin; \`best\` is empty unless the
newsroom has published an assessment of its own. Words without a number ("dozens", "heavy losses") stay words, in
\`unquantified\`, and have no part in \`low\` and \`high\`.`

/** The codebook as Markdown: every table and column, then every word of every vocabulary. */
export const codebookMarkdown = (): string =>
  [
    INTRODUCTION,
    '## Tables',
    'An empty cell means that nobody says, or that it does not apply. Yes and no are 1 and 0 in CSV.',
    ...TABLE_NAMES.map(
      (table) =>
        `### ${table}\n\n${ABOUT_TABLES[table]}\n\n${sheet(['column', 'type', 'holds', 'HXL'], rowsOf(table))}`,
    ),
    '## Words',
    ...vocabularies().map(
      (vocabulary) =>
        `### ${TITLES[vocabulary]}\n\n${sheet(
          ['word', 'meaning', 'in French'],
          definitionsOf(vocabulary).map(([word, { name, meaning }]) => [
            `\`${word}\``,
            `**${name.en}.** ${meaning.en}`,
            `**${name.fr}.** ${meaning.fr}`,
          ]),
        )}`,
    ),
  ].join('\n\n') + '\n'

const vocabularies = (): Vocabulary[] => Object.keys(CODEBOOK) as Vocabulary[]

const rowsOf = (table: keyof typeof TABLES): string[][] =>
  TABLES[table].map(({ name, type, about, hxl }) => [`\`${name}\``, type, about, hxl === null ? '' : `\`${hxl}\``])

const sheet = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inCell).join(' | ')} |`).join('\n')

const inCell = (text: string): string => text.replaceAll('|', '\\|')

/** The codebook for programs. */
export const codebookJson = (): object => ({
  tables: Object.fromEntries(
    TABLE_NAMES.map((table) => [table, { about: ABOUT_TABLES[table], columns: TABLES[table] }]),
  ),
  vocabularies: CODEBOOK,
})
