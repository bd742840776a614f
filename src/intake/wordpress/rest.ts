import type { Incoming, IncomingSite } from '../incoming.ts'
import type { IntakeFile, Reader } from '../intake-file.ts'
import { readJsonFile } from '../json-text.ts'
import { isRow, type JsonRow, rowIn, textIn } from '../json-value.ts'
import { plainText } from '../plain-text.ts'
import { counted } from '../problem-list.ts'
import { rendered, restData, type RestData } from './rest-data.ts'
import { restStory } from './rest-story.ts'
import { siteAddress } from './wxr-names.ts'

/** Dumps are often kept in a file for each kind of object. */
const BESIDE = ['media.json', 'users.json', 'categories.json', 'tags.json', 'comments.json']

/**
 * Reads posts and pages as a WordPress site's REST API answers them (`/wp-json/wp/v2/posts?_embed`), saved as JSON: a
 * list, one object alone, or several lists under names. Users, terms and media that lie in the same file or beside it
 * are used for what the posts only number.
 */
export const readRestFile: Reader = async function* (file, options) {
  const { value, problems } = await readJsonFile(file)
  if (value !== undefined) {
    const data = restData([value, ...(await valuesBeside(file))])
    const own = restData(value)
    const site = siteOf(own)
    if (site) yield site
    for (const post of own.posts) yield restStory(post, data, options)
    yield* remains(own)
  }
  yield* problems
}

async function valuesBeside(file: IntakeFile): Promise<unknown[]> {
  const values: unknown[] = []
  for (const name of BESIDE) {
    const other = file.name.endsWith(name) ? undefined : file.beside(name)
    if (other) values.push((await readJsonFile(other)).value)
  }
  return values
}

function siteOf({ posts }: RestData): IncomingSite | undefined {
  const addresses = posts.flatMap(({ row }) => [textIn(row, 'link', 'URL'), rendered(row, 'guid')])
  const hosts = [...new Set(addresses.flatMap((address) => siteAddress(plainText(address))?.host ?? []))]
  const title = textIn(rowIn(posts[0]?.row, 'yoast_head_json'), 'og_site_name')
  return hosts.length === 0 ? undefined : { kind: 'site', hosts, title: title || null, language: null, zone: null }
}

/** What is in the file and no story. */
function* remains(data: RestData): Generator<Incoming> {
  const { posts, media, users, terms, others, comments } = data
  if (posts.length === 0 && media.size + users.size + terms.size + comments.size === 0)
    yield told('The file holds no posts and no pages.')
  if (media.size > 0) {
    const are = media.size === 1 ? 'is' : 'are'
    yield told(
      `${counted(media.size, 'file')} of the media library ${are} no stories: pictures come with the stories that show them.`,
    )
  }
  for (const [type, count] of others) {
    const are = count === 1 ? 'is no story and was' : 'are no stories and were'
    yield told(`${counted(count, 'item')} of the kind “${type}” ${are} not brought over.`)
  }
  const fields = customFields(posts.map(({ row }) => row))
  if (fields !== '') yield told(`Fields that were added to posts were not brought over: ${fields}.`)
}

const told = (what: string): Incoming => ({ kind: 'problem', foreignId: null, where: null, what })

/** How many names of fields are told. */
const MAX_NAMES = 20

/** Fields of Advanced Custom Fields that have a value, with how often. */
function customFields(rows: readonly JsonRow[]): string {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const [name, value] of Object.entries(rowIn(row, 'acf') ?? {})) {
      const isEmpty = value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0)
      if (!isEmpty && !(isRow(value) && Object.keys(value).length === 0)) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const named = [...counts].sort(([, a], [, b]) => b - a).slice(0, MAX_NAMES)
  return named.map(([name, count]) => `${name} (${count})`).join(', ')
}
