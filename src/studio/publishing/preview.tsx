import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { parseId, type StoryId } from '../../ids.ts'
import { asking } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Loading, NothingHere } from '../shell/notices.tsx'
import { Notice } from '../ui/notice.tsx'
import { Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import { useProblemWords } from './use-publishing.ts'
import './publishing.css'

const VIEWS = ['phone', 'desktop', 'dark', 'print', 'elsewhere'] as const
type View = (typeof VIEWS)[number]

/** A story as readers would get it: on a phone, on a desk, in the dark, on paper, and where others show it. */
export function Preview() {
  const { storyId } = useParams({ from: '/signed-in/stories/$storyId/preview' })
  const id = parseId('story', storyId)
  return id ? <PreviewOf storyId={id} /> : <NothingHere />
}

function PreviewOf({ storyId }: { readonly storyId: StoryId }) {
  const { publishing: m } = useMessages()
  const [view, setView] = useState<View>('phone')
  const shown = useQuery({ ...asking('GET /stories/{storyId}/preview', { params: { storyId } }), staleTime: 0 })
  const problemWords = useProblemWords()
  const back = (
    <Link to="/stories/$storyId" params={{ storyId }}>
      {m.backToText}
    </Link>
  )
  return (
    <Screen title={m.previewTitle} about={m.previewAbout} actions={back}>
      {shown.error && (
        <Notice kind="problem">
          <p>{problemWords(shown.error)}</p>
        </Notice>
      )}
      {shown.isPending && <Loading />}
      {shown.data && (
        <>
          <RadioGroup className="views" orientation="horizontal" value={view} onChange={(to) => setView(to as View)}>
            <Label className="visually-hidden">{m.viewsLabel}</Label>
            {VIEWS.map((one) => (
              <Radio key={one} className="choice" value={one}>
                {m.views[one]}
              </Radio>
            ))}
          </RadioGroup>
          {view === 'elsewhere' ? (
            <Elsewhere storyId={storyId} />
          ) : (
            <iframe
              key={view}
              className={`preview-frame ${view}`}
              title={`${m.previewFrame}: ${m.views[view]}`}
              // Nothing in it runs, and nothing in it leads out of the frame.
              sandbox=""
              src={`/studio/api/stories/${storyId}/preview/page?as=${view === 'dark' || view === 'print' ? view : 'screen'}`}
            />
          )}
        </>
      )}
    </Screen>
  )
}

/** How others would show it: as a card where it is shared, as an item of a feed, as what a search found. */
function Elsewhere({ storyId }: { readonly storyId: StoryId }) {
  const { publishing: m } = useMessages()
  const { data } = useQuery(asking('GET /stories/{storyId}/preview', { params: { storyId } }))
  if (!data) return <Loading />
  const { headline, standfirst, paper, url, firstPublished, language } = data
  return (
    <div className="elsewhere">
      <section>
        <h2>{m.asCard}</h2>
        <img src={`/studio/api/stories/${storyId}/preview/card`} alt={m.cardAlt(headline)} width={1200} height={630} />
      </section>
      <section>
        <h2>{m.asFeed}</h2>
        <div className="elsewhere-box" lang={language}>
          <p className="where">
            {paper} · <When at={firstPublished} />
          </p>
          <p className="title">{headline}</p>
          <p>{standfirst}</p>
        </div>
      </section>
      <section>
        <h2>{m.asFound}</h2>
        <div className="elsewhere-box" lang={language}>
          <p className="where">{url}</p>
          <p className="title">
            {headline} · {paper}
          </p>
          <p>{standfirst}</p>
        </div>
      </section>
    </div>
  )
}
