import type { NoteId } from '../../src/ids.ts'
import { type StoryPageProps, storyPage } from '../../src/site/story/story-page.tsx'
import { aCard, aContext, AFRICA, aStory, AYIZE, DESK, instant, MALI, WAR } from './paper.ts'
import { byTag, parse } from './parse.ts'

/** A story's page as readers usually find it. */
export const props = (more: Partial<StoryPageProps> = {}): StoryPageProps => ({
  context: aContext(),
  story: aStory(),
  sections: [WAR, AFRICA, MALI],
  authors: [DESK, AYIZE],
  translations: [{ language: 'fr', path: '/fr/2024/07/29/tinzaouaten', headline: 'À Tinzaouaten, deux récits' }],
  related: [
    {
      card: aCard('goma', { headline: 'Two tolls for one shelling' }),
      because: { kind: 'series', name: 'War in DRC', path: '/war-in-drc' },
    },
  ],
  ...more,
})
export const page = (more: Partial<StoryPageProps> = {}) => parse(storyPage(props(more)).body)
export const structuredData = (more: Partial<StoryPageProps> = {}) => {
  const script = byTag(page(more), 'script')[0]
  return JSON.parse(script?.children.map((node) => ('data' in node ? node.data : '')).join('') ?? '') as Record<
    string,
    unknown
  >
}

export const note = (kind: 'correction' | 'update', day: string) =>
  ({ id: `not_${day}` as NoteId, kind, at: instant(`${day}T09:00:00.000Z`), text: `Note of ${day}.` }) as const
