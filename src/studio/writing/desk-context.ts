import type { EditorView } from 'prosemirror-view'
import { createContext, use } from 'react'
import type { StoryId } from '../../ids.ts'
import type { Margin } from '../../story/margin.ts'
import type { StoryContent } from '../../story/story.ts'
import type { AnswerTo } from '../api/api.ts'
import type { PanelName } from './side-panel.tsx'

/** A story as the server last had it. */
export type StoryAtWork = AnswerTo<'GET /stories/{storyId}'>

/** The story on the desk: what every panel beside the text works on. */
export interface StoryDesk {
  readonly storyId: StoryId
  readonly story: StoryAtWork
  /** The text as it stands on this device, to the last keystroke. */
  readonly content: StoryContent
  /** Changes what stands around the body: headline, standfirst, sections … */
  readonly change: (fields: Partial<Omit<StoryContent, 'body'>>) => void
  /** The body's editor, while it is on the screen. The body is changed by its transactions alone. */
  readonly view: EditorView | null
  readonly margin: Margin
  /** May I write here now: my roles allow it, and nobody else has the pen. */
  readonly mayWrite: boolean
  /** Opens a panel beside the text. */
  readonly showPanel: (panel: PanelName) => void
  /** Brings everything to the server now. @returns the version it has there @throws what `api` throws */
  readonly saveNow: () => Promise<number>
}

export const DeskContext = createContext<StoryDesk | null>(null)

/** The story on the desk. */
export function useDesk(): StoryDesk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('There is no story on the desk.')
  return desk
}
