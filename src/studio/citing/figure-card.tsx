import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ClaimId } from '../../ids.ts'
import { asking } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { AnswerForm, type AnswerKind } from './answer-form.tsx'
import { ClaimLines } from './claim-lines.tsx'

interface Props {
  readonly claimId: ClaimId
  readonly words: string
  readonly language: string
  readonly isEditable: boolean
  readonly onUncite: () => void
  readonly onCite: (claimId: ClaimId) => void
  readonly onClose: () => void
}

const ANSWERS = ['revise', 'retract', 'deny'] as const

/** Opened, the card has the focus. When another claim takes its place, only if nobody has gone on writing meanwhile. */
function useFocusOn(card: RefObject<HTMLElement | null>, claimId: ClaimId) {
  const isOpen = useRef(false)
  useEffect(() => {
    const held = document.activeElement
    const isFree = held === null || held === document.body || card.current?.contains(held) === true
    if (!isOpen.current || isFree) card.current?.focus()
    isOpen.current = true
  }, [card, claimId])
}

/** Who stands behind words of the text: who says it, through whom, since when, and what they said later. */
export function FigureCard({ claimId, words, language, isEditable, onUncite, onCite, onClose }: Props) {
  const { citing, ui } = useMessages()
  const may = useMay()
  const card = useRef<HTMLElement>(null)
  const [answering, setAnswering] = useState<AnswerKind | null>(null)
  const [newer, setNewer] = useState<ClaimId | null>(null)
  const { data } = useQuery(asking('GET /record/claims', { query: { ids: claimId, language } }))
  useFocusOn(card, claimId)
  const claim = data?.claims[0]
  return (
    <section ref={card} tabIndex={-1} className="figure-card" aria-label={citing.whoSaysSo}>
      <h3>{citing.forWords(words)}</h3>
      {data && !claim && <Notice kind="problem" title={citing.goneClaim} />}
      {claim && <ClaimLines claim={claim} />}
      {newer && (
        <Notice kind="done" title={citing.answered}>
          <p>{citing.citeNew}</p>
          <Button onPress={() => onCite(newer)}>{citing.citeNewDo}</Button>
        </Notice>
      )}
      {claim && answering && (
        <AnswerForm
          kind={answering}
          claim={claim}
          language={language}
          onDone={(answer) => {
            setAnswering(null)
            setNewer(answer)
          }}
          onCancel={() => setAnswering(null)}
        />
      )}
      <div className="actions">
        {claim &&
          !answering &&
          ANSWERS.filter((kind) => may(`${kind}-claim`)).map((kind) => (
            <Button key={kind} onPress={() => setAnswering(kind)}>
              {citing[kind]}
            </Button>
          ))}
        {isEditable && (
          <Button kind="quiet" onPress={onUncite}>
            {citing.uncite}
          </Button>
        )}
        {claim && (
          <Link to="/record/$entryId" params={{ entryId: claim.id }}>
            {citing.open}
          </Link>
        )}
        <Button kind="quiet" onPress={onClose}>
          {ui.close}
        </Button>
      </div>
    </section>
  )
}
