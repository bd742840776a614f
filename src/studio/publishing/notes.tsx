import { useState } from 'react'
import { refusalToAmend } from '../../story/publishing.ts'
import { NOTE_KINDS, type NoteKind, type Story } from '../../story/story.ts'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { When } from '../ui/when.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { AskDialog } from './ask-dialog.tsx'
import { changedWords } from './changed-words.ts'
import { type Publishing, useReasonAgainst } from './use-publishing.ts'

const EMPTY = { kind: 'correction' as NoteKind, text: '', was: '', now: '' }

/** What readers were told of this story, and the way to tell them more. */
export function Notes({ standing, story }: { readonly standing: Publishing; readonly story: Story }) {
  const { publishing: m } = useMessages()
  const { content } = useDesk()
  const [note, setNote] = useState(EMPTY)
  const whyNot = useReasonAgainst(standing)('issue-correction', refusalToAmend(story))
  const set = (fields: Partial<typeof EMPTY>) => setNote((before) => ({ ...before, ...fields }))
  const begin = () => {
    const changed = standing.live ? changedWords(standing.live, content) : null
    setNote({ ...EMPTY, was: changed?.was ?? '', now: changed?.now ?? '' })
  }
  const body = { ...note, was: note.was || null, now: note.now || null }
  return (
    <>
      {standing.notes.length === 0 && <p className="soft">{m.noteNone}</p>}
      <ul className="publish-notes">
        {standing.notes.map(({ id, kind, at, text }) => (
          <li key={id}>
            <strong>{m.notes[kind]}</strong> <When at={at} />
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <AskDialog
        label={m.noteNew}
        title={m.noteNew}
        confirm={m.noteIssue}
        whyNot={whyNot}
        isReady={note.text.trim() !== ''}
        onOpen={begin}
        onConfirm={() => api('POST /stories/{storyId}/notes', { params: { storyId: standing.id }, body })}
      >
        <Select
          label={m.noteKind}
          value={note.kind}
          choices={NOTE_KINDS.map((kind) => ({ value: kind, label: m.notes[kind], help: m.notesHelp[kind] }))}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={m.noteText}
          help={m.noteTextHelp}
          value={note.text}
          onChange={(text) => set({ text })}
          rows={3}
          maxLength={2000}
          autoFocus
        />
        <TextField label={m.noteWas} value={note.was} onChange={(was) => set({ was })} rows={2} maxLength={2000} />
        <TextField label={m.noteNow} value={note.now} onChange={(now) => set({ now })} rows={2} maxLength={2000} />
      </AskDialog>
    </>
  )
}
