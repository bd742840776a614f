import type { Incoming, IncomingProblem, IncomingStory } from '../../src/intake/incoming.ts'
import { type IntakeFile, type ReadingOptions, wholeBytes } from '../../src/intake/intake-file.ts'
import { readWxrFile } from '../../src/intake/wordpress/wxr.ts'
import { aFile, readAll } from './given-file.ts'

/** Everything that a reader finds, but for what the file says of the site. */
export async function read(
  file: string | Uint8Array,
  size = 700,
  options: Partial<ReadingOptions> = {},
): Promise<Incoming[]> {
  const found = await readAll(readWxrFile, inPieces(aFile(file), size), options)
  return found.filter(({ kind }) => kind !== 'site')
}

/** The same file, handed over in pieces of another size. */
const inPieces = (file: IntakeFile, size: number): IntakeFile => ({
  ...file,
  async *open() {
    const bytes = (await wholeBytes(file)) ?? new Uint8Array()
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  },
})

export const stories = (incoming: readonly Incoming[]): IncomingStory[] =>
  incoming.filter(({ kind }) => kind === 'story') as IncomingStory[]
export const problems = (incoming: readonly Incoming[]): IncomingProblem[] =>
  incoming.filter(({ kind }) => kind === 'problem') as IncomingProblem[]

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Paper</title><language>fr-FR</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>awa</wp:author_login><wp:author_display_name><![CDATA[Awa Diallo]]></wp:author_display_name></wp:author>
<wp:author><wp:author_login>jba</wp:author_login><wp:author_display_name><![CDATA[Jean Ba]]></wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>africa</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>Africa</wp:cat_name></wp:category>
<wp:category><wp:category_nicename>mali</wp:category_nicename><wp:category_parent>africa</wp:category_parent><wp:cat_name>Mali</wp:cat_name></wp:category>
`
export const FOOT = '</channel></rss>\n'

/** An item of an export; a field may be replaced or added. */
export const anItem = (fields: Readonly<Record<string, string>> = {}, more = ''): string => {
  const all = {
    title: 'The town fell',
    link: 'https://paper.example/2024/07/the-town-fell/',
    guid: 'https://paper.example/?p=7',
    'dc:creator': 'awa',
    'content:encoded': '<![CDATA[<!-- wp:paragraph --><p>The town fell on Friday.</p><!-- /wp:paragraph -->]]>',
    'wp:post_id': '7',
    'wp:post_date': '2024-07-29 17:10:00',
    'wp:post_date_gmt': '2024-07-29 15:10:00',
    'wp:status': 'publish',
    'wp:post_type': 'post',
    ...fields,
  }
  const inside = Object.entries(all).map(([name, value]) => `<${name}>${value}</${name}>`)
  return `<item>\n${inside.join('\n')}\n${more}</item>\n`
}

export const anExport = (...items: readonly string[]): string => HEAD + items.join('') + FOOT

export const aMeta = (name: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${name}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>\n`
export const aTerm = (domain: string, slug: string, label: string): string =>
  `<category domain="${domain}" nicename="${slug}"><![CDATA[${label}]]></category>\n`
export const anAttachment = (
  id: number,
  file: string,
  fields: Readonly<Record<string, string>> = {},
  more = '',
): string =>
  anItem(
    {
      'wp:post_id': String(id),
      'wp:post_type': 'attachment',
      'wp:attachment_url': `https://paper.example/u/${file}`,
      'content:encoded': '',
      ...fields,
    },
    more,
  )
