import type { NoteKind, StoryNote } from '../../story/story.ts'
import { type DateStyle, dayWords } from '../dates.ts'
import { message, type MessageKey } from '../messages/message.ts'
import type { Language } from '../../story/story.ts'

const TITLES = {
  correction: 'story.correction',
  clarification: 'story.clarification',
  update: 'story.update',
} as const satisfies Readonly<Record<NoteKind, MessageKey>>

/** What stands over a note: its kind and its day. */
export const noteTitle = ({ kind, at }: StoryNote, style: DateStyle): string =>
  message(style.language, TITLES[kind], { date: dayWords(at, style) })

/** A note in lines: what it says, then what stood there and what stands there now, where it quotes them. */
export const noteLines = ({ text, was, now }: StoryNote, language: Language): string[] => [
  text,
  ...(was === undefined ? [] : [message(language, 'note.was', { words: was })]),
  ...(now === undefined ? [] : [message(language, 'note.now', { words: now })]),
]
