import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { IncomingCopyId } from '../../ids.ts'
import { linesOf } from '../../story/word-diff-lines.ts'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Changes } from '../revisions/changes.tsx'
import '../revisions/history.css'
import { Failed, Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { type Doing, useDoing } from '../ui/doing.tsx'
import { Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import { useKeys } from '../ui/keys.ts'
import { SharedWords } from './shared-words.tsx'
import './incoming.css'

export type WholeItem = AnswerTo<'GET /incoming/{incomingId}'>

/** One item of incoming copy: what it says, what changed in it, whose words it carries, and what to do with it. */
export function IncomingItem() {
  const { incomingId } = useParams({ from: '/signed-in/incoming/$incomingId' })
  return <ItemOf key={incomingId} incomingId={incomingId as IncomingCopyId} />
}

function ItemOf({ incomingId }: { readonly incomingId: IncomingCopyId }) {
  const { data, error } = useQuery(asking('GET /incoming/{incomingId}', { params: { incomingId } }))
  const isNew = data?.isOpened === false
  // Whoever opens it has it read for the desk.
  useEffect(() => {
    if (!isNew) return
    const note = async () => {
      await api('POST /incoming/{incomingId}/opened', { params: { incomingId }, body: {} })
      await refresh('GET /incoming')
    }
    // A mark that could not be set is set the next time.
    note().catch(() => undefined)
  }, [isNew, incomingId])
  if (error) return <Failed error={error} />
  if (!data) return <Loading />
  return <Known item={data} />
}

function Known({ item }: { readonly item: WholeItem }) {
  const { incoming } = useMessages()
  const lang = item.language ?? undefined
  return (
    <Screen title={item.headline} about={<About item={item} />}>
      <ItemActions item={item} />
      {item.before && (
        <section className="incoming-part">
          <h2>{incoming.changes}</h2>
          <Changes before={item.before} after={item.content} language={item.language ?? ''} />
        </section>
      )}
      <div className="incoming-item">
        <section className="incoming-text" aria-labelledby="incoming-text">
          <h2 id="incoming-text">{incoming.text}</h2>
          <div lang={lang}>
            {item.kicker !== null && <p className="incoming-kicker">{item.kicker}</p>}
            {item.standfirst !== '' && <p className="incoming-lead">{item.standfirst}</p>}
            {linesOf(item.content.body).map(({ role, text }, index) => (
              <p key={index} className={`incoming-line ${role}`}>
                {text}
              </p>
            ))}
          </div>
          <Pictures item={item} />
          <Problems item={item} />
        </section>
        <SharedWords item={item} />
      </div>
      <p className="incoming-keys">
        <small>{incoming.itemKeys}</small>
      </p>
    </Screen>
  )
}

/** Who sent it, who wrote it, when it was said and when it came. */
function About({ item }: { readonly item: WholeItem }) {
  const { incoming } = useMessages()
  const { published, receivedAt, changedAt, address } = item
  return (
    <>
      <Link to="/incoming">{incoming.back}</Link> · {item.source.name}
      {item.bylines.length > 0 && <> · {incoming.by(item.bylines.join(', '))}</>}
      <br />
      {published !== null && (
        <>
          {incoming.published} {published.includes('T') ? <When at={published} /> : published} ·{' '}
        </>
      )}
      {incoming.received} <When at={receivedAt} />
      {changedAt !== null && (
        <>
          {' '}
          · {incoming.changed} <When at={changedAt} />
        </>
      )}
      {address !== null && /^https?:/.test(address) && (
        <>
          {' '}
          ·{' '}
          <a href={address} target="_blank" rel="noreferrer noopener">
            {incoming.atSource}
          </a>
        </>
      )}
      {item.isWithdrawn && <strong className="grave"> {incoming.marks.withdrawn}</strong>}
    </>
  )
}

function ItemActions({ item }: { readonly item: WholeItem }) {
  const { incoming } = useMessages()
  const may = useMay()
  const navigate = useNavigate()
  const doing = useDoing()
  const acts = useItemActs(item, doing)
  const mayTake = item.state === 'waiting' && may('take-incoming') && may('create-story')
  const mayDismiss = item.state !== 'taken' && may('dismiss-incoming')
  const settle = item.state === 'dismissed' ? acts.restore : acts.dismiss
  useKeys((key) => {
    if (key === 't' && mayTake) return acts.take
    if (key === 'd' && mayDismiss) return settle
    return key === 'u' ? () => void navigate({ to: '/incoming' }) : null
  })
  return (
    <div className="incoming-actions">
      {doing.notice}
      <Settled item={item} />
      <div className="actions">
        {mayTake && (
          <Button kind="main" isDisabled={doing.isBusy} onPress={acts.take}>
            {incoming.begin}
          </Button>
        )}
        {mayDismiss && (
          <Button isDisabled={doing.isBusy} onPress={settle}>
            {item.state === 'dismissed' ? incoming.restore : incoming.dismiss}
          </Button>
        )}
        {item.documentId === null && may('add-document') && (
          <Button isDisabled={doing.isBusy} onPress={acts.keep}>
            {incoming.document}
          </Button>
        )}
      </div>
      {item.documentId === null && may('add-document') && <p className="incoming-help">{incoming.documentHelp}</p>}
    </div>
  )
}

const again = () => refresh('GET /incoming', 'GET /incoming/{incomingId}')

function useItemActs({ id }: WholeItem, { run }: Doing) {
  const navigate = useNavigate()
  const asked = { params: { incomingId: id }, body: {} }
  const doing = (work: () => Promise<unknown>) => () =>
    void run(async () => {
      await work()
      await again()
    })
  return {
    take: () =>
      void run(async () => {
        const { storyId } = await api('POST /incoming/{incomingId}/take', asked)
        await refresh('GET /incoming', 'GET /incoming/{incomingId}', 'GET /stories', 'GET /work')
        await navigate({ to: '/stories/$storyId', params: { storyId } })
      }),
    dismiss: doing(() => api('POST /incoming/{incomingId}/dismiss', asked)),
    restore: doing(() => api('POST /incoming/{incomingId}/restore', asked)),
    keep: doing(() => api('POST /incoming/{incomingId}/document', asked)),
  }
}

/** What became of it, and where that is. */
function Settled({ item }: { readonly item: WholeItem }) {
  const { incoming } = useMessages()
  const { state, settledBy, settledAt, storyId, documentId } = item
  if (state === 'waiting' && documentId === null) return null
  return (
    <p className="incoming-settled">
      {state !== 'waiting' && settledBy !== null && settledAt !== null && (
        <span>
          {state === 'taken' ? incoming.takenBy(settledBy) : incoming.dismissedBy(settledBy)}, <When at={settledAt} />
        </span>
      )}
      {storyId !== null && (
        <Link to="/stories/$storyId" params={{ storyId }}>
          {incoming.toStory}
        </Link>
      )}
      {documentId !== null && (
        <Link to="/record/$entryId" params={{ entryId: documentId }}>
          {incoming.toDocument}
        </Link>
      )}
    </p>
  )
}

/** Pictures as links: a browser that showed them would tell their server who reads here. */
function Pictures({ item }: { readonly item: WholeItem }) {
  const { incoming } = useMessages()
  if (item.pictures.length === 0) return null
  return (
    <>
      <h3>{incoming.pictures}</h3>
      <p className="incoming-help">{incoming.picturesHelp}</p>
      <ul className="incoming-list">
        {item.pictures.map(({ url, name, caption }, index) => {
          const words = caption ?? name ?? url ?? incoming.picture
          return (
            <li key={index}>
              {url !== null && /^https?:/.test(url) ? (
                <a href={url} target="_blank" rel="noreferrer noopener">
                  {words}
                </a>
              ) : (
                words
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Problems({ item }: { readonly item: WholeItem }) {
  const { incoming } = useMessages()
  if (item.problems.length === 0) return null
  return (
    <details>
      <summary>{incoming.problems}</summary>
      <ul className="incoming-list" lang="en">
        {item.problems.map((what, index) => (
          <li key={index}>{what}</li>
        ))}
      </ul>
    </details>
  )
}
