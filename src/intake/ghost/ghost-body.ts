import { type ReadHtml, readHtmlTree } from '../html/html-document.ts'
import { parseHtml } from '../html/html-tree.ts'
import type { StoryProblem } from '../incoming.ts'
import { type JsonRow, textIn } from '../json-value.ts'
import { markdownHtml } from '../markdown.ts'
import { ProblemList } from '../problem-list.ts'
import { withPlainCards } from './ghost-html.ts'
import { lexicalHtml } from './lexical.ts'
import { mobiledocHtml } from './mobiledoc.ts'

/** The forms in which a post may hold its text, the one that its author wrote in before those made from it. */
const FORMS = ['lexical', 'mobiledoc', 'html', 'markdown'] as const

type Form = (typeof FORMS)[number]

/**
 * The text of a post: as its author wrote it where that can be read, else as Ghost made HTML of it, else from the
 * Markdown of old versions. That another form had to be taken is said.
 *
 * @param site the site's address; null when nobody knows it
 */
export function ghostBody(post: JsonRow, site: string | null): ReadHtml {
  const passed: StoryProblem[] = []
  const base = site === null ? null : `${site}/`
  let empty: ReadHtml | undefined
  for (const form of FORMS.filter((name) => textIn(post, name) !== '')) {
    const problems = new ProblemList()
    const html = formHtml(form, textIn(post, form).replaceAll('__GHOST_URL__', site ?? ''), problems)
    if (html === undefined) {
      passed.push({ what: `Its text as ${NAMES[form]} could not be read.`, where: null })
      continue
    }
    const tree = withPlainCards(parseHtml(html), site, problems)
    const read = readHtmlTree(tree, { base })
    const told = { ...read, problems: [...passed, ...problems.all(), ...read.problems] }
    if (read.document.content.length > 0) return told
    empty ??= told
  }
  return empty ?? { ...readHtmlTree(parseHtml('')), problems: passed }
}

const NAMES: Readonly<Record<Form, string>> = {
  lexical: 'Lexical',
  mobiledoc: 'Mobiledoc',
  html: 'HTML',
  markdown: 'Markdown',
}

/** Undefined when the field does not hold what its name says. */
function formHtml(form: Form, written: string, problems: ProblemList): string | undefined {
  if (form === 'html') return written
  if (form === 'markdown') return markdownHtml(written)
  try {
    const value: unknown = JSON.parse(written)
    return form === 'lexical' ? lexicalHtml(value, problems) : mobiledocHtml(value, problems)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
