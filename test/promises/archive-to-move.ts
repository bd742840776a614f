import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import type { Block } from '../../src/story/document.ts'
import { aBody, anIncoming, aParagraph, at } from '../builders.ts'

/** How many stories the old site has. */
const STORIES = 500

const WORDS = 'army border market minister convoy village river camp school hospital council patrol road harvest'.split(
  ' ',
)

const wordsOf = (number: number): string =>
  Array.from({ length: 40 }, (_, place) => WORDS[(number * 7 + place * (1 + (number % 5))) % WORDS.length]).join(' ')

const linkTo = (number: number): Block => ({
  type: 'paragraph',
  content: [
    {
      type: 'text',
      text: 'See also',
      marks: [{ type: 'link', attrs: { href: `https://old.example/2023/story-${number}/` } }],
    },
  ],
})

function storyAt(number: number): IncomingStory {
  const isCopy = number % 50 === 49
  const words = isCopy ? number - 30 : number
  return anIncoming({
    foreignId: `wp:${number}`,
    headline: isCopy ? `Story ${words}` : `Story ${number}`,
    address: `https://old.example/2023/story-${number}/`,
    redirectsFrom: [`/2023/story-${number}/`, `/?p=${number}`],
    status: number % 20 === 7 ? 'draft' : 'published',
    published: { precision: 'minute', at: at(`2023-0${1 + (number % 9)}-1${number % 10}T10:00:00Z`) },
    sectionPath: [{ label: `Section ${number % 6}`, kind: 'subject' }],
    bylines: [`Author ${number % 9}`],
    translationGroup: number % 10 < 2 && !isCopy ? `pair ${Math.floor(number / 10)}` : null,
    language: number % 10 === 1 ? 'fr' : 'en',
    // To an earlier story, to one that comes much later, and to one that never comes.
    body: aBody(
      aParagraph(`Story ${words}: ${wordsOf(words)}.`),
      linkTo((number * 13) % STORIES),
      linkTo(STORIES - 1 - number),
      linkTo(STORIES + number),
    ),
  })
}

/** An old site with drafts, copies, translations, and links in every direction: the same at every reading. */
export function* archiveToMove(): Generator<Incoming> {
  yield { kind: 'site', hosts: ['old.example'], title: 'Old', language: 'en', zone: null }
  for (let number = 0; number < STORIES; number += 1) yield storyAt(number)
}
