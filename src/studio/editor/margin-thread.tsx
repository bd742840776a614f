import { type FormEvent, useState } from 'react'
import { makeId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import { useDesk } from '../writing/desk-context.ts'
import type { MarginItem, Thread } from './margin-items.ts'

interface Props {
  readonly item: Extract<MarginItem, { kind: 'thread' }>
  readonly nameOf: (by: string) => string
  readonly isActive: boolean
  readonly mayComment: boolean
  readonly onShow: () => void
}

/** A remark with its answers. */
export function MarginThread({ item, nameOf, isActive, mayComment, onShow }: Props) {
  const { panel } = useMessages().margin
  const { thread, words } = item
  return (
    <li className="margin-item" data-here={isActive || undefined}>
      <p className="margin-quote">
        {words === null ? (
          <span>
            {thread.quote !== '' && panel.on(thread.quote)} {panel.wordsGone}
          </span>
        ) : (
          <button type="button" onClick={onShow} title={panel.show}>
            {panel.on(words)}
          </button>
        )}
      </p>
      <Remark remark={thread} nameOf={nameOf} />
      {thread.replies.length > 0 && (
        <ul className="margin-replies">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <Remark remark={reply} nameOf={nameOf} />
            </li>
          ))}
        </ul>
      )}
      {thread.resolved && (
        <p className="margin-who">
          {panel.resolvedBy(nameOf(thread.resolved.by))} · <When at={thread.resolved.at} />
        </p>
      )}
      {mayComment && <Answers thread={thread} />}
    </li>
  )
}

interface RemarkProps {
  readonly remark: Pick<Thread, 'by' | 'at' | 'editedAt' | 'text' | 'isRemoved'>
  readonly nameOf: (by: string) => string
}

function Remark({ remark, nameOf }: RemarkProps) {
  const { panel } = useMessages().margin
  return (
    <>
      <p className="margin-who">
        {nameOf(remark.by)} · <When at={remark.at} />
        {remark.editedAt && ` (${panel.edited})`}
      </p>
      <p className="margin-words">{remark.isRemoved ? <em>{panel.removed}</em> : remark.text}</p>
    </>
  )
}

/** Answering a remark, closing it and opening it again. */
function Answers({ thread }: { readonly thread: Thread }) {
  const { panel } = useMessages().margin
  const { storyId } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [replyId, setReplyId] = useState(newCommentId)
  const { isSending, hasFailed, send } = useSending()
  const params = { storyId, commentId: thread.id }
  const reply = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => {
      await api('POST /stories/{storyId}/comments/{commentId}/replies', { params, body: { id: replyId, text } })
      setText('')
      setOpen(false)
      setReplyId(newCommentId())
    })
  }
  const settle = () =>
    send(() =>
      thread.resolved
        ? api('POST /stories/{storyId}/comments/{commentId}/reopen', { params })
        : api('POST /stories/{storyId}/comments/{commentId}/resolve', { params }),
    )
  return (
    <>
      {hasFailed && <Notice kind="problem">{panel.failed}</Notice>}
      {isOpen && (
        <form onSubmit={reply} onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}>
          <TextField autoFocus rows={2} label={panel.replyLabel} value={text} onChange={setText} />
          <div className="actions">
            <Button kind="main" type="submit" isDisabled={isSending || text.trim() === ''}>
              {panel.send}
            </Button>
            <Button kind="quiet" onPress={() => setOpen(false)}>
              {panel.cancel}
            </Button>
          </div>
        </form>
      )}
      {!isOpen && (
        <div className="actions">
          <Button onPress={() => setOpen(true)}>{panel.reply}</Button>
          <Button isDisabled={isSending} onPress={() => void settle()}>
            {thread.resolved ? panel.reopen : panel.resolve}
          </Button>
        </div>
      )}
    </>
  )
}

const newCommentId = () => makeId('comment', crypto.getRandomValues(new Uint8Array(16)))

/** Sends something, and says whether it arrived. */
function useSending() {
  const [isSending, setSending] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const send = async (what: () => Promise<unknown>) => {
    setSending(true)
    setFailed(false)
    try {
      await what()
      await refresh('GET /stories/{storyId}/comments')
    } catch {
      setFailed(true)
    } finally {
      setSending(false)
    }
  }
  return { isSending, hasFailed, send }
}
