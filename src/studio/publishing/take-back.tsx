import { useState } from 'react'
import { refusalToAmend, refusalToUndo } from '../../story/publishing.ts'
import type { Story } from '../../story/story.ts'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { TextField } from '../ui/field.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { type Publishing, useReasonAgainst } from './use-publishing.ts'

/** What takes something from readers: a publication made by mistake, earlier texts, the whole story. */
export function TakeBack({ standing, story }: { readonly standing: Publishing; readonly story: Story }) {
  const { publishing: m } = useMessages()
  const reason = useReasonAgainst(standing)
  const [notice, setNotice] = useState('')
  const [why, setWhy] = useState('')
  const params = { storyId: standing.id }
  const notLive = refusalToAmend(story)
  const last = standing.publications.at(-1)
  const newestNote = standing.notes.at(-1)?.at ?? null
  const tooLate = notLive ?? refusalToUndo({ publishedAt: last?.at ?? null, newestNote }, standing.now)
  const isFirst = standing.publications.length < 2
  return (
    <div className="publish-moves">
      <AskDialog
        label={m.undo}
        title={m.undo}
        confirm={m.undo}
        whyNot={reason('undo-publication', tooLate)}
        onConfirm={() => api('POST /stories/{storyId}/undo', { params, body: {} })}
      >
        <p>{isFirst ? m.undoHelpFirst : m.undoHelp}</p>
      </AskDialog>
      {!isFirst && (
        <AskDialog
          label={m.withhold}
          title={m.withholdTitle}
          confirm={m.withhold}
          kind="grave"
          whyNot={reason('withhold-versions', notLive)}
          isReady={why.trim() !== ''}
          onConfirm={() => api('POST /stories/{storyId}/withhold', { params, body: { before: null, reason: why } })}
        >
          <TextField label={m.withholdReason} help={m.withholdHelp} value={why} onChange={setWhy} rows={2} autoFocus />
        </AskDialog>
      )}
      <AskDialog
        label={m.kill}
        title={m.killTitle}
        confirm={m.kill}
        kind="grave"
        whyNot={reason('kill-story', notLive)}
        isReady={notice.trim() !== ''}
        onConfirm={() => api('POST /stories/{storyId}/kill', { params, body: { notice } })}
      >
        <TextField label={m.killNotice} help={m.killHelp} value={notice} onChange={setNotice} rows={3} autoFocus />
      </AskDialog>
    </div>
  )
}
