import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { KnownName } from '../../desk/desk-text.ts'
import type { ClaimId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useWhyNot } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { useDoing } from '../ui/doing.tsx'
import { CiteActions, FigureField, FormHead, SaidField, WhenLive } from './cite-form-parts.tsx'
import { CiteMore } from './cite-more.tsx'
import {
  citationOf,
  type CiteFields,
  type CiteProblem,
  fieldsFor,
  forget,
  type Picked,
  problemsIn,
  remember,
} from './cite-fields.ts'
import { CiteWhom } from './cite-whom.tsx'
import { type CitableClaim, ExistingClaims } from './existing-claims.tsx'
import { EntryCombo } from './entry-combo.tsx'
import { type SuggestedCitation, suggestedFields } from './suggested-fields.ts'
import { useCiteGround } from './use-cite-ground.ts'

interface Props {
  readonly storyId: string
  readonly language: string
  readonly words: string
  readonly around: string
  /** What the attribution desk has read, and the names of the record to fill the form by. */
  readonly suggested?: SuggestedCitation | undefined
  readonly names?: readonly KnownName[]
  /** The claim that now stands behind the words. */
  readonly onCited: (claimId: ClaimId) => void
  readonly onCancel: () => void
  /** Given where no text is cited: the claim is recorded alone, on this event. */
  readonly event?: Picked
}

/** The form's state: what is in it, what is wrong with it, what the record has on its event. */
function useCiting({ storyId, language, words, around, suggested, names = [], event, onCited }: Props) {
  const ground = useCiteGround(language)
  const begin = () => {
    const before = fieldsFor(storyId, { words, around }, language)
    const fields = suggested ? { ...before, ...suggestedFields(suggested, { names, ground, before }) } : before
    return event ? { ...fields, event, asDraft: false } : fields
  }
  const [fields, setFields] = useState(begin)
  const [isTried, setIsTried] = useState(false)
  const doing = useDoing()
  const asked = { params: { eventId: fields.event?.id ?? '' }, query: { language } }
  const { data: known } = useQuery({
    ...asking('GET /record/events/{eventId}/claims', asked),
    enabled: fields.event !== null,
  })
  const problems = problemsIn(fields, ground)
  const record = () =>
    doing.run(async () => {
      const { claim } = await api('POST /record/claims', { query: { language }, body: citationOf(fields, ground) })
      remember(storyId, fields)
      await refresh('GET /record/events/{eventId}/claims', 'GET /record/claims')
      onCited(claim.id)
    })
  return {
    ...doing,
    fields,
    ground,
    known,
    isWhole: Object.keys(problems).length === 0,
    shown: isTried ? problems : {},
    change: (more: Partial<CiteFields>) => setFields((before) => ({ ...before, ...more })),
    /** @returns whether the form was whole */
    save: (): boolean => {
      setIsTried(true)
      if (Object.keys(problems).length > 0) return false
      void record()
      return true
    },
    citeExisting: (claim: CitableClaim) => {
      remember(storyId, { ...fields, claimant: { id: claim.claimantId, label: claim.claimant } })
      onCited(claim.id)
    },
    clear: () => {
      forget(storyId)
      setIsTried(false)
      setFields(begin())
    },
  }
}

/**
 * Who says so: filled from the words selected and from the claim before, so that the next figure of the same statement
 * takes the shortcut and Enter.
 */
export function CiteForm(props: Props) {
  const { citing } = useMessages()
  const whyNot = useWhyNot()('record-claim')
  return whyNot ? <p className="why-not">{citing.whyNotRecord}</p> : <OpenForm {...props} />
}

function OpenForm(props: Props) {
  const { language, onCancel } = props
  const isAlone = props.event !== undefined
  const { citing } = useMessages()
  const { fields, ground, known, shown, change, citeExisting, notice, ...work } = useCiting(props)
  const form = useRef<HTMLFormElement>(null)
  useFirstFocus(form, work.isWhole)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!work.save()) focusFirstProblem(form.current)
  }
  return (
    <form
      ref={form}
      className="cite-form"
      onSubmit={save}
      onKeyDown={leaveOnEscape(onCancel)}
      aria-label={citing.whoSaysSo}
    >
      <FormHead {...props} />
      {!isAlone && <EventField fields={fields} problem={shown.event} onChange={change} />}
      {known && !isAlone && (
        <ExistingClaims claims={known.claims} fields={fields} language={language} onCite={citeExisting} />
      )}
      <EntryCombo
        type="source"
        label={citing.claimant}
        value={fields.claimant}
        problem={shown.claimant && citing.needed}
        offered={fields.offered.claimant}
        onChange={(claimant) => change(saidBy(claimant, fields))}
      />
      <FigureField fields={fields} language={language} problem={shown.figure} onChange={change} />
      <CiteWhom
        fields={fields}
        people={fields.people}
        groups={known?.groups ?? []}
        problems={shown}
        onChange={change}
      />
      <SaidField fields={fields} ground={ground} problem={shown.said} onChange={change} />
      <CiteMore fields={fields} offered={fields.offered.via} problems={shown} onChange={change} />
      <WhenLive isAlone={isAlone} asDraft={fields.asDraft} onChange={(asDraft) => change({ asDraft })} />
      {notice}
      <CiteActions
        label={isAlone ? citing.saveAnswer : citing.save}
        isBusy={work.isBusy}
        onClear={work.clear}
        onCancel={onCancel}
      />
    </form>
  )
}

interface EventProps {
  readonly fields: CiteFields
  readonly problem: CiteProblem | undefined
  readonly onChange: (fields: Partial<CiteFields>) => void
}

/** Which event: another one has other groups of people. */
function EventField({ fields, problem, onChange }: EventProps) {
  const { citing } = useMessages()
  return (
    <EntryCombo
      type="event"
      label={citing.event}
      value={fields.event}
      problem={problem && citing.needed}
      onChange={(event) => onChange({ event, group: event?.id === fields.event?.id ? fields.group : null })}
    />
  )
}

/** Somebody else says it: then it came on another way than the claim before. */
const saidBy = (claimant: Picked | null, before: CiteFields): Partial<CiteFields> =>
  before.claimant === null || claimant?.id === before.claimant.id ? { claimant } : { claimant, via: [], document: null }

const leaveOnEscape = (leave: () => void) => (event: React.KeyboardEvent) => {
  // A list that is open takes Escape for itself.
  if (event.key === 'Escape' && !event.defaultPrevented) leave()
}

/** The first field that nothing is in; where nothing is wanting, the button: Enter records. */
function useFirstFocus(form: React.RefObject<HTMLFormElement | null>, isWhole: boolean): void {
  useEffect(() => {
    const inputs = [...(form.current?.querySelectorAll<HTMLElement>('input:not([type=checkbox]), .select') ?? [])]
    const empty = inputs.find((input) => input.closest('details') === null && isEmpty(input))
    const target = isWhole ? form.current?.querySelector<HTMLElement>('.cite-save') : empty
    target?.focus()
    // Another panel may still stand above it for a moment.
    requestAnimationFrame(() => requestAnimationFrame(() => target?.scrollIntoView({ block: 'nearest' })))
    // When the form opens: what is filled in afterwards is filled in by somebody who is there.
  }, [form])
}

/** A name that is only offered is as good as none. */
const isEmpty = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement
    ? element.value === '' || element.closest('[data-unchosen]') !== null
    : element.querySelector('[data-placeholder]') !== null

/** The messages appear with the next drawing; what is wrong is known from the form's own order. */
function focusFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[data-invalid] :is(input, textarea, button)')?.focus())
}
