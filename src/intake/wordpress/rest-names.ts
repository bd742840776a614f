import { isRow, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import { plainText } from '../plain-text.ts'
import { sectionKindOf } from '../section-kind.ts'
import { idOf, type RestData } from './rest-data.ts'
import { isNoCategory, isOwnTaxonomy } from './wxr-names.ts'

/** Who wrote it: co-authors where a plugin names them, else the author. */
export function bylinesOf(row: JsonRow, data: RestData, report: (what: string) => void): string[] {
  const several = [
    ...rowsIn(row, 'coauthors'),
    ...rowsIn(row, 'authors'),
    ...rowsIn(rowIn(row, '_embedded'), 'wp:coauthor'),
  ]
  const terms = embeddedTerms(row).filter((term) => /^(?:author|byline)$/.test(textIn(term, 'taxonomy')))
  const embedded = rowsIn(rowIn(row, '_embedded'), 'author')
  const known = data.users.get(textIn(row, 'author'))
  const own = rowIn(row, 'author')
  for (const people of [several, terms, embedded, [known, own].filter((one) => one !== undefined)]) {
    const names = people.map(nameOf).filter((name) => name !== '')
    if (names.length > 0) return names
  }
  const told = textIn(rowIn(row, 'yoast_head_json'), 'author') || textIn(row, 'author_name')
  if (told !== '') return [told]
  const number = textIn(row, 'author')
  if (number !== '' && number !== '0') report(`The author (user ${number}) is not named in the file.`)
  return []
}

/** An author whom the API may not show is an error in the place of a person. */
const nameOf = (person: JsonRow): string =>
  'code' in person ? '' : plainText(textIn(person, 'display_name', 'name', 'nice_name'))

const embeddedTerms = (row: JsonRow): JsonRow[] => {
  const lists = rowIn(row, '_embedded')?.['wp:term']
  return Array.isArray(lists) ? lists.flat().filter(isRow) : []
}

/** WordPress.com's own API lists terms by their names. */
const termsByName = (row: JsonRow, name: string, taxonomy: string): JsonRow[] =>
  Object.values(rowIn(row, name) ?? {})
    .filter(isRow)
    .map((term) => ({ ...term, taxonomy }))

/** Categories are sections; of the newsroom's own taxonomies places and series are, the other terms are keywords. */
export function termsOf(row: JsonRow, data: RestData): { sections: string[]; keywords: string[] } {
  const numbered = ['categories', 'tags'].flatMap((name): JsonRow[] => {
    const ids = row[name]
    if (!Array.isArray(ids)) return []
    return ids.map((id) => data.terms.get(String(id))).filter((term) => term !== undefined)
  })
  const named = [...termsByName(row, 'categories', 'category'), ...termsByName(row, 'tags', 'post_tag')]
  const embedded = embeddedTerms(row)
  const terms = [embedded, numbered, named].find((found) => found.length > 0) ?? []
  const sections: string[] = []
  const keywords: string[] = []
  for (const term of terms) {
    const taxonomy = textIn(term, 'taxonomy')
    const name = plainText(textIn(term, 'name'))
    if (taxonomy === 'category') sections.push(...(isNoCategory(name) ? [] : [...above(term, data), name]))
    else if (taxonomy === 'post_tag') keywords.push(name)
    else if (isOwnTaxonomy(taxonomy)) (isSection(taxonomy, name) ? sections : keywords).push(name)
  }
  return { sections, keywords }
}

const isSection = (taxonomy: string, name: string): boolean =>
  /series|dossier/i.test(taxonomy) || sectionKindOf(name) !== 'subject'

/** The names of the categories that a category lies under, where the file lists them. */
function above(term: JsonRow, data: RestData): string[] {
  const path: string[] = []
  const seen = new Set([idOf(term)])
  let next = parentOf(term, data)
  while (next && !seen.has(idOf(next))) {
    seen.add(idOf(next))
    path.unshift(plainText(textIn(next, 'name')))
    next = parentOf(next, data)
  }
  return path
}

/** What is embedded in a post leaves the parent out; the list of all terms has it. */
function parentOf(term: JsonRow, data: RestData): JsonRow | undefined {
  const parent = textIn(term, 'parent') || textIn(data.terms.get(idOf(term)), 'parent')
  return parent === '' || parent === '0' ? undefined : data.terms.get(parent)
}
