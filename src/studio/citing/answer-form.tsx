import { type FormEvent, useState } from 'react'
import { edtfWords } from '../../record/edtf-words.ts'
import { parseEdtf } from '../../record/edtf.ts'
import { parseQuantity } from '../../record/parse-quantity.ts'
import { quantityWords } from '../../record/quantity-words.ts'
import type { ClaimId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { TextField } from '../ui/field.tsx'
import { appearancesOf, type Picked, readSaid, saidPart } from './cite-fields.ts'
import type { ClaimSeen } from './claim-lines.tsx'
import { EntryCombo } from './entry-combo.tsx'
import { useCiteGround } from './use-cite-ground.ts'

export type AnswerKind = 'revise' | 'retract' | 'deny'

interface Props {
  readonly kind: AnswerKind
  readonly claim: ClaimSeen
  readonly language: string
  /** What the attribution desk has read: the form opens filled in. */
  readonly begin?: BegunAnswer
  readonly onDone: (claimId: ClaimId) => void
  readonly onCancel: () => void
}

const POSTS = {
  revise: 'POST /record/claims/{claimId}/revise',
  retract: 'POST /record/claims/{claimId}/retract',
  deny: 'POST /record/claims/{claimId}/deny',
} as const

/** What is in the form, what it means, and its way to the record. */
function useAnswer({ kind, claim, language, begin, onDone }: Props) {
  const ground = useCiteGround(language)
  const [fields, setFields] = useState<Answer>(() => (begin ? begun(begin) : EMPTY))
  const doing = useDoing()
  const { denier, figure, ...said } = fields
  const quantity = parseQuantity(figure, language)
  const edtf = parseEdtf(readSaid(fields.said, ground) ?? '')
  const isWhole =
    fields.wording.trim() !== '' && edtf !== undefined && (kind !== 'revise' || quantity) && (kind !== 'deny' || denier)
  const record = () =>
    doing.run(async () => {
      const words = { ...said, wordingLanguage: begin?.wordingLanguage ?? claim.wording.lang, via: begin?.via ?? [] }
      const answer = await api(POSTS[kind], {
        params: { claimId: claim.id },
        query: { language },
        body: {
          claim: {
            ...saidPart(words, ground),
            ...(kind === 'revise' && { figure: quantity }),
            ...(kind === 'deny' && { claimantId: denier?.id }),
          },
          ...appearancesOf(words),
        },
      })
      await refresh('GET /record/claims', 'GET /record/events/{eventId}/claims', 'GET /record/entries/{entryId}')
      onDone(answer.claim.id)
    })
  const change = (more: Partial<Answer>) => setFields({ ...fields, ...more })
  return { ...doing, fields, quantity, edtf, isWhole, record, change }
}

interface Answer {
  readonly denier: Picked | null
  readonly figure: string
  readonly wording: string
  readonly said: string
  readonly document: Picked | null
}

interface BegunAnswer extends Omit<Answer, 'figure'> {
  readonly wordingLanguage: string
  readonly via: readonly Picked[]
  /** The name of whoever denies it, where the record has nobody by it. */
  readonly offered: string | null
}

const begun = ({ denier, wording, said, document }: BegunAnswer): Answer => ({
  denier,
  figure: '',
  wording,
  said,
  document,
})

const EMPTY: Answer = { denier: null, figure: '', wording: '', said: '', document: null }

/** What was said later of a claim: by its claimant, who says otherwise or takes it back, or by somebody who denies it. */
export function AnswerForm(props: Props) {
  const { kind, onCancel } = props
  const { citing, ui } = useMessages()
  const [isTried, setIsTried] = useState(false)
  const answer = useAnswer(props)
  const { isWhole, isBusy, notice, record } = answer
  const save = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (isWhole) void record()
  }
  return (
    <form className="adding" aria-label={citing[`${kind}Title`]} onSubmit={save}>
      <p className="adding-title">{citing[`${kind}Title`]}</p>
      <AnswerFields kind={kind} answer={answer} isTried={isTried} begin={props.begin} />
      {notice}
      <div className="actions">
        <Button kind="main" type="submit" isDisabled={isBusy}>
          {citing.saveAnswer}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {ui.cancel}
        </Button>
      </div>
    </form>
  )
}

interface FieldsProps {
  readonly kind: AnswerKind
  readonly answer: ReturnType<typeof useAnswer>
  readonly isTried: boolean
  /** What the form opened with. */
  readonly begin: BegunAnswer | undefined
}

function AnswerFields({ kind, answer: { fields, quantity, edtf, change }, isTried, begin }: FieldsProps) {
  const { citing, ui } = useMessages()
  const { language } = useStudioLanguage()
  return (
    <>
      {kind === 'deny' && (
        <EntryCombo
          type="source"
          label={citing.denier}
          value={fields.denier}
          offered={begin?.offered ?? null}
          autoFocus={begin !== undefined}
          onChange={(denier) => change({ denier })}
          problem={isTried && !fields.denier ? citing.needed : null}
        />
      )}
      {kind === 'revise' && (
        <TextField
          label={citing.figure}
          value={fields.figure}
          onChange={(figure) => change({ figure })}
          help={quantity && citing.readAs(quantityWords(quantity, language))}
          problem={isTried && !quantity ? citing.figureUnread : null}
          autoFocus
        />
      )}
      <TextField
        label={citing.wording}
        help={citing.wordingHelp}
        rows={2}
        value={fields.wording}
        onChange={(wording) => change({ wording })}
        problem={isTried && fields.wording.trim() === '' ? citing.needed : null}
      />
      <TextField
        label={citing.said}
        value={fields.said}
        onChange={(said) => change({ said })}
        help={edtf ? citing.readAs(edtfWords(edtf, language)) : citing.saidHelp}
        problem={isTried && !edtf ? citing.saidUnread : null}
      />
      <EntryCombo
        type="document"
        label={`${citing.document} (${ui.optional})`}
        value={fields.document}
        onChange={(document) => change({ document })}
      />
    </>
  )
}
