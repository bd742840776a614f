import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMay, usePaper } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { AmendForm } from './amend-form.tsx'
import { AnswerForm, type AnswerKind } from './answer-form.tsx'
import { AssessForm } from './assess-form.tsx'
import { CiteForm } from './cite-form.tsx'
import type { ClaimSeen } from './claim-lines.tsx'

type Whole = AnswerTo<'GET /record/entries/{entryId}'>
type Open = AnswerKind | 'addClaim' | 'amend' | 'withdraw' | 'assess'

const refreshed = () =>
  refresh(
    'GET /record/entries/{entryId}',
    'GET /record/entries',
    'GET /record/claims',
    'GET /record/events/{eventId}/claims',
  )

/** What can be done with an entry, as far as whoever looks may: one thing at a time, in the page. */
export function EntryActions({ data, claim }: { readonly data: Whole; readonly claim: ClaimSeen | undefined }) {
  const { citing } = useMessages()
  const may = useMay()
  const [open, setOpen] = useState<Open | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const { run, notice, isBusy } = useDoing()
  const { entry } = data
  const params = { entryId: entry.id }
  const finish = async (words: string) => {
    await refreshed()
    setOpen(null)
    setDone(words)
  }
  const publish = () =>
    run(async () => {
      await api('POST /record/entries/{entryId}/publish', { params })
      await finish(citing.published)
    })
  const choices = choicesFor(data, claim).filter(({ act }) => may(act))
  return (
    <div className="entry-actions">
      {done && <Notice kind="done" title={done} />}
      {notice}
      {!open && (
        <div className="actions">
          {entry.status !== 'live' && may('publish-entry') && (
            <Button kind="main" isDisabled={isBusy} onPress={() => void publish()}>
              {citing.publish}
            </Button>
          )}
          {choices.map(({ kind }) => (
            <Button
              key={kind}
              onPress={() => {
                setDone(null)
                setOpen(kind)
              }}
            >
              {citing[kind]}
            </Button>
          ))}
        </div>
      )}
      {open === 'withdraw' && (
        <WithdrawForm data={data} onDone={() => void finish(citing.states.withdrawn)} onCancel={() => setOpen(null)} />
      )}
      {open === 'addClaim' && (
        <AddClaim entry={entry} onDone={() => void finish(citing.claimAdded)} onCancel={() => setOpen(null)} />
      )}
      {open === 'amend' && (
        <AmendForm data={data} onDone={() => void finish(citing.amend)} onCancel={() => setOpen(null)} />
      )}
      {claim && (
        <OfClaim open={open} claim={claim} onDone={(words) => void finish(words)} onCancel={() => setOpen(null)} />
      )}
    </div>
  )
}

function choicesFor({ entry }: Whole, claim: ClaimSeen | undefined) {
  const isStanding = entry.status !== 'withdrawn'
  return [
    ...(entry.type === 'event' && isStanding ? ([{ kind: 'addClaim', act: 'record-claim' }] as const) : []),
    ...(claim && isStanding
      ? ([
          { kind: 'revise', act: 'revise-claim' },
          { kind: 'retract', act: 'retract-claim' },
          { kind: 'deny', act: 'deny-claim' },
          { kind: 'assess', act: 'assess-claim' },
        ] as const)
      : []),
    ...(isStanding && entry.type !== 'assessment' ? ([{ kind: 'amend', act: 'amend-entry' }] as const) : []),
    ...(isStanding ? ([{ kind: 'withdraw', act: 'withdraw-entry' }] as const) : []),
  ]
}

interface AddClaimProps {
  readonly entry: Whole['entry']
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Who says what of an event, recorded without a text. */
function AddClaim({ entry: { id, label }, onDone, onCancel }: AddClaimProps) {
  const { defaultLanguage: language } = usePaper()
  const asked = { storyId: id, language, words: '', around: '', event: { id, label } }
  return <CiteForm {...asked} onCited={onDone} onCancel={onCancel} />
}

interface OfClaimProps {
  readonly open: Open | null
  readonly claim: ClaimSeen
  readonly onDone: (words: string) => void
  readonly onCancel: () => void
}

function OfClaim({ open, claim, onDone, onCancel }: OfClaimProps) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  if (open === 'assess')
    return <AssessForm claimId={claim.id} onDone={() => onDone(citing.assessed)} onCancel={onCancel} />
  if (open !== 'revise' && open !== 'retract' && open !== 'deny') return null
  return (
    <AnswerForm
      kind={open}
      claim={claim}
      language={language}
      onDone={() => onDone(citing.answered)}
      onCancel={onCancel}
    />
  )
}

interface FormProps {
  readonly data: Whole
  readonly onDone: () => void
  readonly onCancel: () => void
}

function WithdrawForm({ data, onDone, onCancel }: FormProps) {
  const { citing, ui } = useMessages()
  const [reason, setReason] = useState('')
  const { run, notice, isBusy } = useDoing()
  const withdraw = () =>
    run(async () => {
      await api('POST /record/entries/{entryId}/withdraw', {
        params: { entryId: data.entry.id },
        body: { reason },
      })
      onDone()
    })
  return (
    <fieldset className="adding">
      <legend>{citing.withdraw}</legend>
      <p>{citing.withdrawAbout}</p>
      <TextField label={citing.reason} help={citing.reasonHelp} value={reason} onChange={setReason} autoFocus />
      {notice}
      <div className="actions">
        <Button kind="grave" isDisabled={isBusy || reason.trim() === ''} onPress={() => void withdraw()}>
          {citing.withdraw}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {ui.cancel}
        </Button>
      </div>
    </fieldset>
  )
}
