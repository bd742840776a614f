import { pathOf } from '../../record/claim-path.ts'
import type { Claim } from '../../record/claim.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { PathStep } from '../../record/ledger.ts'
import type { Quantity } from '../../record/quantity.ts'
import { quantityWords } from '../../record/quantity-words.ts'
import { stanceOf } from '../../record/stance.ts'
import { message } from '../../site/messages/message.ts'
import { claimWords } from '../../site/record/claim-words.ts'
import { cellTitle, eventTitleOf, sourceNameOf, type Told } from '../../site/record/record-names.ts'
import { propositionTitle } from '../../site/record/ledger.tsx'
import { markShape } from '../../site/record/stance-mark.tsx'
import { undoneBy } from '../../site/record/undone.ts'
import type { Surroundings } from './record-told.ts'

/** A claim as the desk sees it: who says what, through whom, since when. */
export function claimJson({ told, entries }: Surroundings, claim: EntryOf<'claim'>) {
  const { content } = claim
  const { about, claimantId, saidAt, wording } = content
  const cell = about.kind === 'measure' ? about : null
  return {
    id: claim.id,
    status: claim.status,
    rev: claim.rev,
    eventId: about.eventId,
    eventTitle: eventTitleOf(told, about.eventId),
    eventStatus: entries.find(({ id }) => id === about.eventId)?.status ?? 'draft',
    claimantId,
    ...claimWords(told, claim),
    about: aboutWords(told, about),
    groupId: cell?.groupId ?? null,
    measure: cell?.measure ?? null,
    equipment: cell?.equipment ?? null,
    act: content.act,
    basis: content.basis,
    shape: markShape(content.act, stanceOf(told.set, claim)),
    figure: content.figure ? quantityWords(content.figure, told.language) : null,
    numbers: numbersIn(content.figure),
    wording: { text: wording.text, lang: wording.lang },
    said: saidAt.edtf,
    saidWords: edtfWords(saidAt.edtf, told.language),
    ways: waysOf(told, claim),
    ...firstAppearance({ told, entries }, claim),
    undone: undoneBy(told.set, claim.id),
  }
}

const aboutWords = (told: Told, about: Claim['about']): string =>
  about.kind === 'measure' ? cellTitle(told, about) : propositionTitle(told, { ...about, claims: [], disputed: false })

function numbersIn(figure: Quantity | null): number[] {
  if (figure === null) return []
  if ('n' in figure) return [figure.n]
  return 'lo' in figure ? [figure.lo, figure.hi] : []
}

/** The chain and the document of where a claim stood first, so that the next claim of the same statement has them too. */
function firstAppearance({ told, entries }: Surroundings, claim: EntryOf<'claim'>) {
  const found = entries.find((entry) => entry.type === 'appearance' && entry.content.claimId === claim.id)
  const appearance = found?.type === 'appearance' ? found.content : null
  const documentId = appearance?.documentId ?? claim.content.wording.documentId
  const document = documentId === null ? undefined : told.set.documents.get(documentId)
  return {
    via: (appearance?.via ?? []).map((id) => ({ id, label: sourceNameOf(told, id) })),
    document: document ? { id: document.id, label: document.content.title } : null,
  }
}

/** Every way on which a claim came, in words, the shortest first. */
const waysOf = (told: Told, { id }: EntryOf<'claim'>): string[] =>
  pathOf(told.set, id).ways.map((way) =>
    way
      .filter((step, index) => !isPublisherOf(told, step, way[index + 1]))
      .map((step) => stepWords(told, step))
      .join(' → '),
  )

/** Who publishes a thing itself is named once, with its document. */
const isPublisherOf = ({ set }: Told, step: PathStep, next: PathStep | undefined): boolean =>
  next?.kind === 'document' &&
  'sourceId' in step &&
  set.documents.get(next.documentId)?.content.publisherId === step.sourceId

function stepWords(told: Told, step: PathStep): string {
  if (step.kind === 'unknown') return message(told.language, 'ledger.notSaidWhence')
  if (step.kind !== 'document') return sourceNameOf(told, step.sourceId)
  const document = told.set.documents.get(step.documentId)
  return document ? `${sourceNameOf(told, document.content.publisherId)}, “${document.content.title}”` : step.documentId
}
