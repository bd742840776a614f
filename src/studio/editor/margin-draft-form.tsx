import type { EditorView } from 'prosemirror-view'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { makeId } from '../../ids.ts'
import { parseInstant } from '../../time.ts'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMe } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { dropDraft, hangComment, suggest } from './margin-commands.ts'
import type { MarginDraft } from './margin-state.ts'

interface Props {
  readonly view: EditorView
  readonly draft: MarginDraft
}

/** More words than this are not quoted with a comment: the API takes 2,000 characters. */
const LONGEST_QUOTE = 1_900

const randomId = <Kind extends 'comment' | 'suggestion'>(kind: Kind) =>
  makeId(kind, crypto.getRandomValues(new Uint8Array(16)))

/** The form in which a comment, or other words, are written. It closes when they are safe, and not before. */
export function MarginDraftForm({ view, draft }: Props) {
  const { panel } = useMessages().margin
  const { text, setText, isSending, hasFailed, send, leave } = useDraft({ view, draft })
  const words = view.state.doc.textBetween(draft.from, draft.to, ' ')
  const isComment = draft.kind === 'comment'
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
  }
  return (
    <form className="margin-item" data-here onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <p className="margin-quote">{words === '' ? panel.atPlace : panel.on(words)}</p>
      <TextField
        autoFocus
        rows={isComment ? 3 : 2}
        label={isComment ? panel.commentLabel : panel.suggestionLabel}
        help={isComment ? undefined : panel.suggestionHelp}
        value={text}
        onChange={setText}
      />
      {hasFailed && <Notice kind="problem">{panel.failed}</Notice>}
      <div className="actions">
        <Button kind="main" type="submit" isDisabled={isSending || (isComment && text.trim() === '')}>
          {isComment ? panel.send : panel.suggest}
        </Button>
        <Button kind="quiet" onPress={leave}>
          {panel.cancel}
        </Button>
      </div>
    </form>
  )
}

/** What is written in the form, and its way out of it. */
function useDraft({ view, draft }: Props) {
  const { panel } = useMessages().margin
  const { storyId, mayWrite } = useDesk()
  const { accountId } = useMe()
  const words = view.state.doc.textBetween(draft.from, draft.to, ' ')
  const isComment = draft.kind === 'comment'
  const [text, setText] = useState(isComment ? '' : words)
  const [isSending, setSending] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  // One id for all attempts: what has arrived once does not arrive twice.
  const [commentId] = useState(() => randomId('comment'))
  const leave = () => {
    dropDraft(view.state, view.dispatch)
    view.focus()
  }
  const sendComment = async (remark: string) => {
    setSending(true)
    setFailed(false)
    try {
      const body = { id: commentId, text: remark, quote: words.slice(0, LONGEST_QUOTE) }
      await api('POST /stories/{storyId}/comments', { params: { storyId }, body })
      if (isComment) hangComment(commentId)(view.state, view.dispatch)
      else dropDraft(view.state, view.dispatch)
      await refresh('GET /stories/{storyId}/comments')
    } catch {
      setFailed(true)
    } finally {
      setSending(false)
    }
  }
  const send = async () => {
    if (isComment) return text.trim() === '' ? undefined : sendComment(text)
    // Who may not save the text can still say what they would write, as a comment.
    if (!mayWrite) return sendComment(panel.insteadOf(words, text))
    const at = parseInstant(new Date().toISOString())
    if (at) suggest({ id: randomId('suggestion'), text, by: accountId, at })(view.state, view.dispatch)
    view.focus()
  }
  return { text, setText, isSending, hasFailed, send, leave }
}
