import { type CsvRow, readCsv } from '../csv.ts'
import { decodeText } from '../encoding.ts'
import { type ReadHtml, readHtmlTree } from '../html/html-document.ts'
import { element, linkedFrame } from '../html/html-rewriting.ts'
import type { Incoming, IncomingStatus } from '../incoming.ts'
import { type IntakeFile, type Reader, type ReadingOptions, wholeBytes } from '../intake-file.ts'
import { webLink } from '../link-address.ts'
import { ProblemList } from '../problem-list.ts'
import { toldDate } from '../told-date.ts'
import { storyFrom } from '../told-story.ts'
import { withoutWidgets } from './substack-html.ts'

/**
 * Reads an export of Substack: `posts.csv`, and beside it the text of each post as `posts/ID.html`.
 *
 * What only paying or founding readers could read comes as private, what was sent as a mail and never stood on the site
 * as a draft. The export names no authors, and no subscribers are read.
 */
export const readSubstackFile: Reader = async function* (file, options) {
  let count = 0
  for await (const row of readCsv(file)) {
    if (!('fields' in row)) yield row
    else if (!row.fields.has('title')) return yield problem(file, 'This is a list of readers. It was not read.')
    else {
      yield await substackStory(row, file, options)
      count += 1
    }
  }
  const what =
    count === 0 ? 'The list of posts is empty.' : 'Substack’s export names no authors: the stories have no bylines.'
  yield problem(file, what)
}

const problem = ({ name }: IntakeFile, what: string): Incoming => ({
  kind: 'problem',
  foreignId: null,
  where: name,
  what,
})

async function substackStory({ line, fields }: CsvRow, file: IntakeFile, options: ReadingOptions): Promise<Incoming> {
  const field = (name: string): string => fields.get(name)?.trim() ?? ''
  const id = field('post_id')
  const slug = /^\d+\.(.+)$/.exec(id)?.[1] ?? ''
  const problems: string[] = []
  const where = `line ${line}`
  const html = id === '' ? undefined : await textBeside(file, id)
  const status = statusOf(fields, html !== undefined, (what) => problems.push(what))
  if (html === undefined)
    problems.push(`Its text (posts/${id}.html) is not beside the list: it comes as a draft without it.`)
  return storyFrom({
    foreignId: `substack:${/^\d+/.exec(id)?.[0] ?? (id || where)}`,
    where,
    title: field('title'),
    body: bodyOf(html ?? '', field('podcast_url')),
    status,
    slug,
    published: toldDate(field('post_date'), options, 'strict'),
    standfirst: field('subtitle'),
    redirectsFrom: slug === '' || status === 'draft' ? [] : [`/p/${slug}`],
    problems: problems.map((what) => ({ what, where })),
  })
}

async function textBeside(file: IntakeFile, id: string): Promise<string | undefined> {
  const found = file.beside(`posts/${id}.html`)
  const bytes = found && (await wholeBytes(found))
  const decoded = bytes && decodeText(bytes)
  return decoded?.kind === 'text' ? decoded.text : undefined
}

/** A podcast's recording stands above its words, as on its page. */
function bodyOf(html: string, recording: string): ReadHtml {
  const problems = new ProblemList()
  const tree = withoutWidgets(html, problems)
  problems.where = null
  const url = webLink(recording)
  const children = url === null ? tree.children : [linkedFrame(url, ''), ...tree.children]
  const read = readHtmlTree(element('#root', {}, ...children))
  return { ...read, problems: [...problems.all(), ...read.problems] }
}

const PUBLIC = new Set(['', 'everyone'])

const AUDIENCES: Readonly<Record<string, string>> = {
  only_paid: 'paying subscribers',
  only_free: 'free subscribers',
  founding: 'founding members',
}

function statusOf(fields: CsvRow['fields'], hasText: boolean, report: (what: string) => void): IncomingStatus {
  const audience = fields.get('audience')?.trim() ?? ''
  const type = fields.get('type')?.trim() ?? ''
  if (type === 'adhoc_email') report('It was sent as a mail and never stood on the site; it comes as a draft.')
  if (!/^(?:true|1)$/i.test(fields.get('is_published')?.trim() ?? '') || type === 'adhoc_email') return 'draft'
  if (!PUBLIC.has(audience)) {
    report(`Only ${AUDIENCES[audience] ?? `some readers (${audience})`} could read it; it comes as private.`)
    return 'private'
  }
  return hasText ? 'published' : 'draft'
}
