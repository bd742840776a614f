import type { FC } from 'hono/jsx'
import type { StoryNote } from '../../story/story.ts'
import { type DateStyle, dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'

/** Corrections and updates, newest first, above the body: a reader sees what changed before what was changed. */
export const StoryNotes: FC<{ notes: readonly StoryNote[]; style: DateStyle }> = ({ notes, style }) => (
  <>
    {notes
      .toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
      .map((note) => (
        <aside class={note.kind === 'correction' ? 'fix' : 'fix update'}>
          <NoteTitle note={note} style={style} />
          <p>{note.text}</p>
        </aside>
      ))}
  </>
)

const NoteTitle: FC<{ note: StoryNote; style: DateStyle }> = ({ note: { kind, at }, style }) => {
  const key = kind === 'correction' ? 'story.correction' : 'story.update'
  return (
    <b>
      <time datetime={at}>{message(style.language, key, { date: dayWords(at, style) })}</time>
    </b>
  )
}
