import { type CsvRow, readCsv } from '../csv.ts'
import { type ReadHtml, readHtmlTree } from '../html/html-document.ts'
import type { Incoming, IncomingStatus } from '../incoming.ts'
import type { Reader, ReadingOptions } from '../intake-file.ts'
import { oldPath, webLink } from '../link-address.ts'
import { ProblemList } from '../problem-list.ts'
import { toldDate } from '../told-date.ts'
import { type LeadPicture, storyFrom } from '../told-story.ts'
import { withoutMail } from './beehiiv-html.ts'

/**
 * Reads an export of Beehiiv: one CSV with a row for each post and its mail as HTML.
 *
 * Only what free readers could read comes as published. Tags: the first is the section, the others are keywords. The
 * export names authors only in some versions.
 */
export const readBeehiivFile: Reader = async function* (file, options) {
  let count = 0
  for await (const row of readCsv(file)) {
    yield 'fields' in row ? beehiivStory(row, options) : row
    count += 1
  }
  if (count === 0) yield { kind: 'problem', foreignId: null, where: file.name, what: 'The list of posts is empty.' }
}

function beehiivStory({ line, fields }: CsvRow, options: ReadingOptions): Incoming {
  const field = (...names: readonly string[]): string =>
    names.map((name) => fields.get(name)?.trim() ?? '').find(Boolean) ?? ''
  const where = `line ${line}`
  const problems: string[] = []
  const address = webLink(field('url', 'web_url'))
  const title = field('web_title', 'title', 'email_subject_line')
  const status = statusOf(field('status'), field('audience', 'web_audiences', 'web_audience'), (what) =>
    problems.push(what),
  )
  const [section = '', ...keywords] = field('content_tags', 'tags').split(';')
  return storyFrom({
    foreignId: `beehiiv:${field('id') || address || where}`,
    where,
    title,
    body: bodyOf(field('content_html', 'content', 'html'), title, address),
    status,
    address,
    slug: field('slug') || (/\/p\/([^/?#]+)/.exec(address ?? '')?.[1] ?? ''),
    published: toldDate(
      field('published_at', 'publish_date', 'displayed_date', 'scheduled_at', 'created_at'),
      options,
      'strict',
    ),
    updated: toldDate(field('updated_at'), options),
    standfirst: field('web_subtitle', 'subtitle'),
    sections: [section],
    keywords,
    bylines: field('authors', 'author').split(/\s*[;,]\s*/),
    lead: leadOf(field('thumbnail_url')),
    redirectsFrom: [address === null || status === 'draft' ? null : oldPath(address)],
    problems: problems.map((what) => ({ what, where })),
  })
}

function bodyOf(html: string, title: string, base: string | null): ReadHtml {
  const problems = new ProblemList()
  const read = readHtmlTree(withoutMail(html, title, problems), { base })
  return { ...read, problems: [...problems.all(), ...read.problems] }
}

/** Pictures are named by their place at Beehiiv. */
const leadOf = (written: string): LeadPicture | undefined =>
  written === ''
    ? undefined
    : { url: written.replace(/^\/?(?=uploads\/)/, 'https://media.beehiiv.com/cdn-cgi/image/quality=100/') }

function statusOf(written: string, audience: string, report: (what: string) => void): IncomingStatus {
  if (written === 'scheduled') return 'scheduled'
  if (!/^(?:confirmed|published|live)$/i.test(written)) {
    if (written !== 'draft') report(`The status “${written}” is not public here; it comes as a draft.`)
    return 'draft'
  }
  if (audience === '' || /^(?:free|all|everyone|all free subscribers)$/i.test(audience)) return 'published'
  report(`It was meant for some readers (${audience}); it comes as private.`)
  return 'private'
}
