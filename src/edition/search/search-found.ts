import { inLanguage } from '../../record/display-name.ts'
import type { RecordEvent } from '../../record/event.ts'
import type { EventId } from '../../ids.ts'
import type { StoryDocument } from '../../story/document.ts'
import { plainText } from '../../story/plain-text.ts'
import type { EditionDb } from '../edition-db.ts'
import { COLUMNS_LISTED, type ListedStory, toListed } from '../listed-stories.ts'
import { standing } from './search-entries.ts'
import type { FoundDocument } from './search-matches.ts'
import type { Position } from './search-position.ts'

/** A story that fits, with its words for whoever shows where. */
export interface FoundStory {
  readonly kind: 'story'
  readonly story: ListedStory
  /** Its body as plain text. */
  readonly body: string
  /** All that a phrase may stand in. */
  readonly text: string
}

/** An event that fits. */
export interface FoundEvent {
  readonly kind: 'event'
  readonly id: EventId
  readonly event: RecordEvent
  readonly text: string
}

/** The stories and events that stand at these places. */
export async function loadFound(
  db: EditionDb,
  documents: readonly FoundDocument[],
): Promise<Map<Position, FoundStory | FoundEvent>> {
  const idsOf = (wanted: FoundDocument['kind']) => documents.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))
  const byId = new Map<string, FoundStory | FoundEvent>([
    ...(await foundStories(db, idsOf('story'))),
    ...(await foundEvents(db, idsOf('event'))),
  ])
  return new Map(
    documents.flatMap(({ position, id }) => {
      const found = byId.get(id)
      return found ? [[position, found] as const] : []
    }),
  )
}

async function foundStories(db: EditionDb, ids: readonly string[]): Promise<Map<string, FoundStory>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('stories')
    .select([...COLUMNS_LISTED, 'stories.body'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ body, ...row }) => {
      const story = toListed(row)
      const plain = plainText(JSON.parse(body) as StoryDocument)
      const text = [story.kicker ?? '', story.headline, story.standfirst, plain].join('\n')
      return [row.id, { kind: 'story', story, body: plain, text }]
    }),
  )
}

async function foundEvents(db: EditionDb, ids: readonly string[]): Promise<Map<string, FoundEvent>> {
  const events = await standing<RecordEvent>(db, 'events', ids)
  return new Map(
    [...events].map(([id, event]) => {
      const titles = [...Object.values(event.titles), inLanguage(event.titles, 'en')]
      return [id, { kind: 'event', id: id as EventId, event, text: titles.join('\n') }]
    }),
  )
}
