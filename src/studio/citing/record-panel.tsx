import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { ClaimId, EventId } from '../../ids.ts'
import { eventsIn } from '../../story/figures.ts'
import { asking } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { whenIdle } from '../ui/when-idle.ts'
import { useDesk } from '../writing/desk-context.ts'
import type { Settling } from './asked.tsx'
import { CanAdd } from './can-add.tsx'
import './citing.css'
import { settleCiteRequest, useCiteRequest } from './cite-request.ts'
import { askAbout, askedRange, withAsked } from './citing-plugin.ts'
import { cite, citedWords, uncite } from './claim-marks.ts'
import { EventLedgers } from './event-ledgers.tsx'
import { FigureList } from './figure-list.tsx'
import { untilThere } from '../ui/until-there.ts'

const loadAsked = () => untilThere(() => import('./asked.tsx'))
const Asked = lazy(async () => ({ default: (await loadAsked()).Asked }))

/** The record beside the text: who says so, which figures nobody stands behind, and who says what of the story's events. */
export function RecordPanel() {
  const { citing } = useMessages()
  const { view, content, mayWrite, story } = useDesk()
  const request = useCiteRequest()
  const { done, ...settle } = useSettling()
  const claims = useClaimsInText(story.language)
  const named = [...new Set([...eventsIn(content.body), ...(claims ?? []).map(({ eventId }) => eventId)])].join(' ')
  useAskedAtHand(content.body.content.some((block) => block.type !== 'paragraph' || block.content.length > 0))
  // The same list as long as it names the same events: what shows them is not drawn anew while the text is written.
  const events = useMemo(() => named.split(' ').filter(Boolean) as EventId[], [named])
  return (
    <CanAdd>
      <div className="record-panel">
        <h2 className="visually-hidden">{citing.back}</h2>
        {done && <Notice kind="done" title={done} />}
        {request && (
          <Suspense fallback={<Loading />}>
            <Asked key={request.number} request={request} {...settle} />
          </Suspense>
        )}
        {!request && mayWrite && view && (
          <p>
            <Button onPress={() => askAbout(view)}>
              {citing.sayWho} <kbd>{citing.shortcut}</kbd>
            </Button>
          </p>
        )}
        <FigureList claims={claims} />
        <EventLedgers events={events} />
      </div>
    </CanAdd>
  )
}

/** The forms are fetched when there is something to ask about and nothing else to do: an empty desk opens without them. */
function useAskedAtHand(hasText: boolean): void {
  useEffect(() => (hasText ? whenIdle(() => void loadAsked()) : undefined), [hasText])
}

/** What becomes of the words that were asked about: each way ends in the text again. */
function useSettling(): Settling & { readonly done: string | null } {
  const { citing } = useMessages()
  const { view } = useDesk()
  const request = useCiteRequest()
  const [done, setDone] = useState<string | null>(null)
  useEffect(() => {
    if (request) setDone(null)
  }, [request])
  const leave = () => {
    settleCiteRequest()
    if (!view) return
    view.dispatch(withAsked(view.state.tr, null))
    view.focus()
  }
  return {
    done,
    onLeave: leave,
    onCite: (claimId: ClaimId) => {
      const range = view && askedRange(view.state)
      if (view && range) {
        setDone(citing.saved(view.state.doc.textBetween(range.from, range.to, ' ', ' ')))
        view.dispatch(cite(view.state, range, claimId))
      }
      leave()
    },
    onUncite: () => {
      const range = view && askedRange(view.state)
      if (view && range) view.dispatch(uncite(view.state, range))
      leave()
    },
  }
}

/** The claims behind the words of the text; undefined while they are asked for. */
function useClaimsInText(language: string) {
  const { view, content } = useDesk()
  // The body in `content` moves with every transaction, and with it what the view holds.
  const cited = view && content.body ? citedWords(view.state.doc) : []
  const ids = [...new Set(cited.map(({ claimId }) => claimId))].toSorted().join(',')
  const { data } = useQuery({
    ...asking('GET /record/claims', { query: { ids, language } }),
    enabled: ids !== '',
    placeholderData: (before) => before,
  })
  return ids === '' ? [] : data?.claims
}
