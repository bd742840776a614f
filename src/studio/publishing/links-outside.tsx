import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox, Select, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { type Doing, type Publishing, useReasonAgainst } from './use-publishing.ts'

const HOURS = ['2', '24', '48', '168', '720'] as const
type Hours = (typeof HOURS)[number]

interface Props {
  readonly standing: Publishing
  readonly doing: Doing
}

/** Who outside may see the story before it is public: links that expire, are counted and can be closed. */
export function LinksOutside({ standing, doing }: Props) {
  const { publishing: m, ui } = useMessages()
  const reason = useReasonAgainst(standing)('share-preview')
  const [label, setLabel] = useState('')
  const [hours, setHours] = useState<Hours>('48')
  const [onlyThisRevision, setOnlyThis] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const [isCopied, setCopied] = useState(false)
  const params = { storyId: standing.id }
  const make = async () => {
    const body = { label, hours: Number(hours), onlyThisRevision }
    const answer = await api('POST /stories/{storyId}/preview-links', { params, body })
    setMade(answer.url)
    setCopied(false)
    await refresh('GET /stories/{storyId}/preview-links')
    return answer
  }
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url)
    setCopied(true)
  }
  return (
    <>
      {reason === null && <LinkList standing={standing} doing={doing} />}
      {made && (
        <Notice kind="done" title={m.linkMade}>
          <p className="publish-url">{made}</p>
          <Button onPress={() => void copy(made)}>{isCopied ? ui.copied : ui.copy}</Button>
        </Notice>
      )}
      <AskDialog
        label={m.linkNew}
        title={m.linkNew}
        confirm={m.linkNew}
        whyNot={reason}
        isReady={label.trim() !== ''}
        onOpen={() => setMade(null)}
        onConfirm={make}
      >
        <TextField label={m.linkFor} help={m.linkForHelp} value={label} onChange={setLabel} maxLength={120} autoFocus />
        <Select
          label={m.linkHours}
          value={hours}
          choices={HOURS.map((value) => ({ value, label: m.hours(Number(value)) }))}
          onChange={setHours}
        />
        <Checkbox isSelected={onlyThisRevision} onChange={setOnlyThis}>
          {m.linkOnlyThis}
        </Checkbox>
      </AskDialog>
    </>
  )
}

function LinkList({ standing, doing }: Props) {
  const { publishing: m } = useMessages()
  const { data } = useQuery(asking('GET /stories/{storyId}/preview-links', { params: { storyId: standing.id } }))
  if (!data) return null
  if (data.links.length === 0) return <p className="soft">{m.linkNone}</p>
  const close = (linkId: (typeof data.links)[number]['id']) =>
    doing.act(async () => {
      const params = { storyId: standing.id, linkId }
      await api('DELETE /stories/{storyId}/preview-links/{linkId}', { params })
      await refresh('GET /stories/{storyId}/preview-links')
      return {}
    })
  return (
    <ul className="publish-notes">
      {data.links.map(({ id, label, opened, expiresAt, revokedAt }) => (
        <li key={id}>
          <strong>{label}</strong> · {m.linkOpened(opened)} ·{' '}
          {revokedAt !== null || expiresAt <= standing.now ? (
            m.linkOver
          ) : (
            <>
              {m.linkUntil} <When at={expiresAt} />{' '}
              <Button kind="quiet" aria-label={`${m.linkRevoke}: ${label}`} onPress={() => void close(id)}>
                {m.linkRevoke}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
