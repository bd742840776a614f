import type { FC } from 'hono/jsx'
import type { StoryNote } from '../../story/story.ts'
import type { DateStyle } from '../dates.ts'
import { noteLines, noteTitle } from './note-words.ts'

/** Corrections, clarifications and updates, newest first, above the body: a reader sees what changed before what was changed. */
export const StoryNotes: FC<{ notes: readonly StoryNote[]; style: DateStyle }> = ({ notes, style }) => (
  <>
    {notes
      .toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
      .map((note) => (
        <aside class={note.kind === 'correction' ? 'fix' : 'fix update'}>
          <b>
            <time datetime={note.at}>{noteTitle(note, style)}</time>
          </b>
          {noteLines(note, style.language).map((line) => (
            <p>{line}</p>
          ))}
        </aside>
      ))}
  </>
)
