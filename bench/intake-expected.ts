import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { IncomingStory } from '../src/intake/incoming.ts'
import { plainText } from '../src/story/plain-text.ts'
import { overlapOf, wordsIn } from '../test/intake/word-overlap.ts'

/** One thing that is known of a sample, and whether we agree. */
export interface Check {
  readonly what: string
  readonly isRight: boolean
}

type Fields = Readonly<Record<string, unknown>>

export const isPlainObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fields = (value: unknown): Fields => (isPlainObject(value) ? value : {})
const words = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '')

const same = (what: string, wanted: unknown, got: unknown): Check => ({
  what: `${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`,
  isRight: JSON.stringify(wanted) === JSON.stringify(got),
})

const HIDDEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const folded = (text: string): string => text.replace(HIDDEN, '').replace(/\s+/g, ' ').trim()

/** What is known of a sample, compared with what was read. */
export function expectedFor(
  folder: string,
  name: string,
  expected: Fields,
  stories: readonly IncomingStory[],
): Check[] {
  const known = fields(fields(expected['files'])[name] ?? expected[dirname(name)])
  if (/wxr\/?$/.test(folder)) return wxrChecks(known, stories)
  if (/ghost\/?$/.test(folder)) return ghostChecks(known, stories)
  if (/feeds\/?$/.test(folder)) return feedChecks(known, stories)
  if (/ninjs\/?$/.test(folder)) return wireChecks(known, stories)
  if (/page-text\/?$/.test(folder)) return pageTextChecks(known, stories)
  if (/readability\/?$/.test(folder)) return savedPageChecks(join(folder, dirname(name)), known, stories)
  return []
}

function wxrChecks(known: Fields, stories: readonly IncomingStory[]): Check[] {
  if (known['well_formed'] !== true) return []
  const types = fields(known['by_type'])
  const count = Number(types['post'] ?? 0) + Number(types['page'] ?? 0)
  const titles = (Array.isArray(known['titles']) ? known['titles'] : []).map((title) => folded(words(title)))
  const headlines = new Set(stories.map(({ headline }) => folded(headline)))
  return [
    same('posts and pages', count, stories.length),
    same(
      'missing titles',
      [],
      titles.filter((title) => title !== '' && !title.startsWith('... ') && !headlines.has(title)),
    ),
  ]
}

function ghostChecks(known: Fields, stories: readonly IncomingStory[]): Check[] {
  if (typeof known['posts'] !== 'number') return []
  const titles = (Array.isArray(known['titles']) ? known['titles'] : []).filter((title) => typeof title === 'string')
  const headlines = new Set(stories.map(({ headline }) => folded(headline)))
  return [
    same('posts', known['posts'], stories.length),
    same(
      'missing titles',
      [],
      titles.filter((title) => !headlines.has(folded(title))),
    ),
  ]
}

function feedChecks(known: Fields, stories: readonly IncomingStory[]): Check[] {
  if (typeof known['entries'] !== 'number' && typeof known['raw_items'] !== 'number') return []
  return [same('entries', known['entries'] ?? known['raw_items'], stories.length)]
}

function wireChecks(known: Fields, stories: readonly IncomingStory[]): Check[] {
  const given = Array.isArray(known['headlines']) ? known['headlines'] : []
  const headline = folded(words(known['headline'] ?? fields(given[0])['value']))
  if (headline === '' || /picture|event|concept|composite/.test(words(known['type']) + words(known['itemClass'])))
    return []
  return [same('headline', headline, folded(stories[0]?.headline ?? ''))]
}

function pageTextChecks(known: Fields, stories: readonly IncomingStory[]): Check[] {
  const [story] = stories
  return [
    same('title', folded(words(known['title'])), folded(story?.headline ?? '')),
    same('author', words(known['author']), story?.bylines.join(', ') ?? null),
  ]
}

function savedPageChecks(folder: string, known: Fields, stories: readonly IncomingStory[]): Check[] {
  const [story] = stories
  const wanted = fields(known['readability'])
  if (Object.keys(wanted).length === 0) return []
  const html = readFileSync(join(folder, 'expected.html'), 'utf8').replace(/<[^>]*>/g, ' ')
  const score = story ? overlapOf(wordsIn(html.replace(/&\w+;|&#\d+;/g, ' ')), wordsIn(plainText(story.body))).f1 : 0
  return [
    same('title', folded(words(wanted['title'])), folded(story?.headline ?? '')),
    same('byline', words(wanted['byline']), story?.bylines.join(', ') ?? ''),
    { what: `words shared: ${score.toFixed(3)}`, isRight: score >= 0.95 },
  ]
}
