import { readGhostFile } from '../../src/intake/ghost/ghost.ts'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { aFile, readAll } from './given-file.ts'

export const ID = '5f0000000000000000000001'

export type Row = Record<string, unknown>

export const aPost = (more: Row = {}): Row => ({
  id: ID,
  title: 'Two tolls',
  slug: 'two-tolls',
  status: 'published',
  visibility: 'public',
  type: 'post',
  html: '<p>The town counts its dead.</p>',
  published_at: '2024-07-29T15:10:00.000Z',
  ...more,
})

export const anExport = (posts: readonly Row[], data: Row = {}, version = '6.0.0'): string =>
  JSON.stringify({ db: [{ meta: { exported_on: 1_720_000_000_000, version }, data: { posts, ...data } }] })

export const readGhost = (content: string | Uint8Array): Promise<Incoming[]> => readAll(readGhostFile, aFile(content))

export const storiesOf = (found: readonly Incoming[]): IncomingStory[] =>
  found.filter((item): item is IncomingStory => item.kind === 'story')

export async function readPost(more: Row, data: Row = {}): Promise<IncomingStory> {
  const [story] = storiesOf(await readGhost(anExport([aPost(more)], data)))
  if (!story) throw new Error('No story came out.')
  return story
}

export const saidOf = (found: readonly Incoming[]): string[] =>
  found.flatMap((item) => (item.kind === 'problem' ? [item.what] : []))

export const text = (words: string, format = 0): Row => ({ type: 'extended-text', text: words, format, version: 1 })
export const paragraph = (...children: Row[]): Row => ({ type: 'paragraph', children })
export const lexical = (...children: Row[]): Row => ({
  html: null,
  lexical: JSON.stringify({ root: { type: 'root', children } }),
})

export const mobiledoc = (more: Row): Row => ({
  html: null,
  mobiledoc: JSON.stringify({ version: '0.3.2', atoms: [], cards: [], markups: [], sections: [], ...more }),
})

export const withCard = (name: string, payload: Row): Row =>
  mobiledoc({ cards: [[name, payload]], sections: [[10, 0]] })
