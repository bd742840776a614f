import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import type { ClaimId } from '../../ids.ts'
import { useMessages } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Notice } from '../ui/notice.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { CiteForm } from './cite-form.tsx'
import type { CiteRequest } from './cite-request.ts'
import { DenialForm } from './denial-form.tsx'
import { FigureCard } from './figure-card.tsx'
import { askingNames } from './known-names.ts'

/** What becomes of the words that were asked about. */
export interface Settling {
  readonly onLeave: () => void
  readonly onCite: (claimId: ClaimId) => void
  readonly onUncite: () => void
}

interface AskedProps extends Settling {
  readonly request: CiteRequest
}

/** What was asked from the text. */
export function Asked({ request, onCite, onUncite, onLeave }: AskedProps) {
  const { citing } = useMessages()
  const { storyId, story, mayWrite } = useDesk()
  const { language } = story
  const { words } = request
  if (request.kind === 'figure') {
    const { claimId } = request
    return <FigureCard {...{ claimId, words, language, onCite, onUncite }} isEditable={mayWrite} onClose={onLeave} />
  }
  if (words === '') return <Notice kind="note" title={citing.selectFirst} />
  if (!mayWrite) return <Notice kind="note" title={citing.noEditor} />
  const form = { storyId, language, words, around: request.around, onCited: onCite, onCancel: onLeave }
  return request.suggested ? <SuggestedForm {...form} suggested={request.suggested} /> : <CiteForm {...form} />
}

/** The form opens once the names are here by which it is filled; the desk has asked for them already. */
function SuggestedForm(props: ComponentProps<typeof CiteForm>) {
  const { language } = props
  const { data, isPending } = useQuery(askingNames(language))
  if (isPending) return <Loading />
  // A denial answers a claim that is on record.
  const { suggested, ...form } = props
  if (suggested?.claim.act === 'deny') return <DenialForm {...form} suggested={suggested} names={data ?? []} />
  return <CiteForm {...props} names={data ?? []} />
}
