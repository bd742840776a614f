import type { Incoming } from '../incoming.ts'
import type { Reader } from '../intake-file.ts'
import { isRow, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import { readJsonFile } from '../json-text.ts'
import { counted } from '../problem-list.ts'
import { tinyNewsStories } from './tiny-news-story.ts'

/**
 * Reads the JSON of a Tiny News site: articles and pages, one story for each language they are written in, and editions of
 * newsletters. A file of authors holds no stories, and this is said.
 */
export const readTinyNewsFile: Reader = async function* (file, options) {
  const { value, problems } = await readJsonFile(file)
  if (value !== undefined) {
    const rows = rowsOf(value)
    for (const [index, row] of rows.entries()) yield* tinyNewsStories(row, index + 1, options)
    if (rows.length === 0) yield noStories(value, file.name)
  }
  yield* problems
}

const LISTS = ['articles', 'pages', 'newsletter_editions', 'posts']

/** The articles of a file, whether they stand alone, under their name, or below `data` as the API gives them. */
function rowsOf(value: unknown, depth = 0): JsonRow[] {
  if (Array.isArray(value)) return value.filter(isRow).filter(isArticle)
  if (!isRow(value) || depth > 3) return []
  const own = LISTS.flatMap((name) => rowsIn(value, name))
  const below = rowIn(value, 'data')
  if (own.length > 0) return own
  if (Array.isArray(value['data'])) return rowsOf(value['data'], depth + 1)
  return below ? rowsOf(below, depth + 1) : isArticle(value) ? [value] : []
}

/** Authors have translations too, of their lives and titles. */
const isArticle = (row: JsonRow): boolean =>
  textIn(row, 'first_names', 'last_name') === '' &&
  (rowsIn(row, 'translations').length > 0 || textIn(row, 'headline') !== '' || textIn(row, 'slug') !== '')

function noStories(value: unknown, where: string): Incoming {
  const inner = isRow(value) ? (rowIn(value, 'data') ?? value) : undefined
  const authors = Array.isArray(value) ? value.filter(isRow) : rowsIn(inner, 'authors')
  const names = authors
    .map((author) => [textIn(author, 'first_names'), textIn(author, 'last_name')].join(' ').trim())
    .filter(Boolean)
  const what =
    names.length > 0
      ? `This is the list of ${counted(names.length, 'author')} of a Tiny News site (${names.slice(0, 5).join(', ')}), and holds no stories. Import the file of articles: it names the authors of each.`
      : 'The file holds no articles.'
  return { kind: 'problem', foreignId: null, where, what }
}
