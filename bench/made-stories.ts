import type { IncomingStory } from '../src/intake/incoming.ts'
import { DOCUMENT_VERSION } from '../src/story/document.ts'
import type { Instant } from '../src/time.ts'

const PLACES = ['Mali', 'Niger', 'Sudan', 'Rwanda', 'DR Congo', 'Burkina Faso', 'Chad', 'Ethiopia']
const SUBJECTS = ['War & Conflicts', 'Analysis', 'Foreign Relations', 'Aid']

const SENTENCES = [
  'The ministry says that nine people died when shells fell on the market, and gives no list of names.',
  'A movement that fights the army says that it took two posts on the road and lost nobody.',
  'Two hospitals count the wounded who reached them, and nobody counts those who did not.',
  'The governor put the number higher on the same evening, without saying how it was reached.',
  'An aid organisation says that it has had no way into the town since the road was closed.',
  'The statement was carried by many outlets, and all of them go back to the same message.',
]

/** A date that moves back through ten years, so that no month grows with the archive faster than the archive does. */
const dateOf = (number: number, of: number): Instant =>
  new Date(
    Date.UTC(2024, 6, 1) - Math.floor(((of - number) / of) * 3_650) * 86_400_000 + (number % 1_440) * 60_000,
  ).toISOString() as Instant

const paragraph = (number: number, sentences: number): string =>
  Array.from({ length: sentences }, (_, index) => SENTENCES[(number + index) % SENTENCES.length]).join(' ')

/** The paragraphs of a made-up story, about so many words long. */
export const paragraphsOf = (number: number, words: number): string[] =>
  Array.from({ length: Math.max(1, Math.round(words / 51)) }, (_, index) => paragraph(number + index, 3))

/** One of many made-up stories, always the same for the same number. */
export function aMadeStory(number: number, of: number, words = 300): IncomingStory {
  return {
    kind: 'story',
    foreignId: `made:${number}`,
    address: null,
    slug: null,
    translationGroup: null,
    status: 'published',
    published: { precision: 'minute', at: dateOf(number, of) },
    updatedAt: null,
    kicker: null,
    headline: `Two accounts of shelling number ${number}`,
    standfirst: 'The ministry and the movement give different tolls. Nobody independent has counted.',
    sectionPath: [
      { label: 'Africa', kind: 'place' },
      { label: SUBJECTS[number % SUBJECTS.length] ?? '', kind: 'subject' },
      { label: PLACES[number % PLACES.length] ?? '', kind: 'place' },
    ],
    bylines: [`Desk ${number % 12}`],
    keywords: [],
    language: 'en',
    body: {
      type: 'doc',
      version: DOCUMENT_VERSION,
      content: paragraphsOf(number, words).map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
    pictures: [],
    redirectsFrom: [],
    problems: [],
  }
}

/** So many made-up stories, one after another. */
export function* madeStories(howMany: number): Generator<IncomingStory> {
  for (let number = 1; number <= howMany; number += 1) yield aMadeStory(number, howMany)
}

/** The same stories as a WordPress export, in pieces. */
export function* madeExport(howMany: number): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Made</title><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://made.example</wp:base_blog_url>\n`
  for (let number = 1; number <= howMany; number += 1) yield exportItem(aMadeStory(number, howMany), number)
  yield '</channel></rss>\n'
}

/** Most stories link to an earlier one, some to one that comes much later: their links wait until it is there. */
const linkedTo = (number: number): number => (number % 10 === 0 ? number + 500 : number - 3)

const linkParagraph = (number: number): string =>
  `<!-- wp:paragraph -->\n<p>See <a href="https://made.example/old/${linkedTo(number)}/">what was said before</a>.</p>\n<!-- /wp:paragraph -->`

function exportItem(story: IncomingStory, number: number): string {
  const at = story.published?.precision === 'minute' ? story.published.at.slice(0, 19).replace('T', ' ') : ''
  const body = paragraphsOf(number, 300).map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`)
  body.push(linkParagraph(number))
  const categories = story.sectionPath.map(({ label }) => `<category domain="category"><![CDATA[${label}]]></category>`)
  return `<item><title>${story.headline}</title><link>https://made.example/old/${number}/</link><dc:creator>desk${number % 12}</dc:creator><content:encoded><![CDATA[${body.join('\n')}]]></content:encoded><excerpt:encoded><![CDATA[${story.standfirst}]]></excerpt:encoded><wp:post_id>${number}</wp:post_id><wp:post_date_gmt>${at}</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${categories.join('')}</item>\n`
}
