import { expect, it } from 'vitest'
import type { EventId, PictureId } from '../../src/ids.ts'
import { ENTRY_TYPES } from '../../src/record/entry.ts'
import type { Block, Figure } from '../../src/story/document.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { aStoryOfWords } from './every-field.ts'
import { drafts } from './record-canaries.ts'

/** Every kind of block there is; a new one does not compile until it stands here, and fails until it is filled with words. */
const BLOCKS = {
  paragraph: 'words',
  heading: 'words',
  list: 'words',
  blockquote: 'words',
  pullQuote: 'words',
  figure: 'words',
  table: 'words',
  embed: 'words',
  footnote: 'words',
  aside: 'words',
  ledger: 'none',
  timeline: 'none',
  eventMap: 'words',
  rule: 'none',
} as const satisfies Record<Block['type'], 'words' | 'none'>

const PICTURES = { photo: true, map: true, chart: true, missing: true } as const satisfies Record<
  Figure['attrs']['picture']['kind'],
  true
>

/** What of a story is words; the rest names other things. */
const FIELDS = {
  kicker: 'words',
  headline: 'words',
  standfirst: 'words',
  dateline: 'words',
  sectionIds: 'names',
  bylines: 'names',
  keywords: 'words',
  body: 'words',
} as const satisfies Record<keyof StoryContent, 'words' | 'names'>

const WORD = 'wordqqxz'
const named = { eventId: 'evt_a' as EventId, pictureId: 'pic_a' as PictureId, plain: 'plain' }
const story = aStoryOfWords((field) => `${WORD} ${field}`, named)
const holdsWords = (value: unknown) => JSON.stringify(value).includes(WORD)

it('every field of a story that is words is filled with them, wherever hostile and secret words are tried', () => {
  const fields = Object.keys(FIELDS) as (keyof StoryContent)[]
  expect(fields.filter((field) => holdsWords(story[field]) !== (FIELDS[field] === 'words'))).toEqual([])
})

it('every kind of block and of picture is there, with words where it can have any', () => {
  const blocks = story.body.content
  const filled = (type: string) => blocks.some((block) => block.type === type && holdsWords(block))
  expect(Object.entries(BLOCKS).filter(([type, holds]) => (holds === 'words') !== filled(type))).toEqual([])
  const kinds = new Set(blocks.flatMap((block) => (block.type === 'figure' ? [block.attrs.picture.kind] : [])))
  expect(Object.keys(PICTURES).filter((kind) => !kinds.has(kind as Figure['attrs']['picture']['kind']))).toEqual([])
})

it('every type of entry of the record is there, with words in it', () => {
  const written = drafts((field) => `${WORD} ${field}`)
  expect(new Set(written.filter(holdsWords).map(({ type }) => type))).toEqual(new Set(ENTRY_TYPES))
})
