import { edtfWords } from '../../record/edtf-words.ts'
import { parseEdtf } from '../../record/edtf.ts'
import { parseQuantity } from '../../record/parse-quantity.ts'
import { quantityWords } from '../../record/quantity-words.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox, TextField } from '../ui/field.tsx'
import { type CiteFields, type CiteGround, type Picked, readSaid } from './cite-fields.ts'
import type { SuggestedCitation } from './suggested-fields.ts'
import { SuggestedNote } from './suggested-note.tsx'

interface HeadProps {
  readonly event?: Picked
  readonly words: string
  readonly suggested?: SuggestedCitation | undefined
}

/** What the form is about: an event alone, or words of a text, which the desk may have read already. */
export function FormHead({ event, words, suggested }: HeadProps) {
  const { citing } = useMessages()
  if (event) return <h2>{citing.addClaim}</h2>
  return (
    <>
      <h3>{citing.forWords(words)}</h3>
      {suggested && <SuggestedNote {...suggested} />}
    </>
  )
}

interface FieldProps {
  readonly fields: CiteFields
  readonly problem: 'needed' | 'unread' | undefined
  readonly onChange: (fields: Partial<CiteFields>) => void
}

/** The figure, and how it is read. */
export function FigureField({ fields, language, problem, onChange }: FieldProps & { readonly language: string }) {
  const { citing } = useMessages()
  const spoken = useStudioLanguage().language
  const read = parseQuantity(fields.figure, language)
  return (
    <TextField
      label={citing.figure}
      value={fields.figure}
      onChange={(figure) => onChange({ figure })}
      help={read ? citing.readAs(quantityWords(read, spoken)) : null}
      problem={problem ? (problem === 'needed' ? citing.needed : citing.figureUnread) : null}
    />
  )
}

/** When it was said, and how that is read. */
export function SaidField({ fields, ground, problem, onChange }: FieldProps & { readonly ground: CiteGround }) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  const edtf = parseEdtf(readSaid(fields.said, ground) ?? '')
  return (
    <TextField
      label={citing.said}
      value={fields.said}
      onChange={(said) => onChange({ said })}
      help={edtf ? citing.readAs(edtfWords(edtf, language)) : citing.saidHelp}
      problem={problem ? (problem === 'needed' ? citing.needed : citing.saidUnread) : null}
    />
  )
}

interface WhenLiveProps {
  readonly isAlone: boolean
  readonly asDraft: boolean
  readonly onChange: (asDraft: boolean) => void
}

/** When readers get the claim: with the story it stands in, or with its event. */
export function WhenLive({ isAlone, asDraft, onChange }: WhenLiveProps) {
  const { citing } = useMessages()
  return (
    <>
      {!isAlone && (
        <Checkbox isSelected={asDraft} onChange={onChange}>
          {citing.withStory}
        </Checkbox>
      )}
      <p className="help">{isAlone ? citing.aloneHelp : citing.withStoryHelp}</p>
    </>
  )
}

interface ActionsProps {
  readonly label: string
  readonly isBusy: boolean
  readonly onClear: () => void
  readonly onCancel: () => void
}

/** Records, begins anew, or leaves. */
export function CiteActions({ label, isBusy, onClear, onCancel }: ActionsProps) {
  const { citing, ui } = useMessages()
  return (
    <div className="actions">
      <Button kind="main" type="submit" className="cite-save" isDisabled={isBusy}>
        {isBusy ? citing.saving : label}
      </Button>
      <Button kind="quiet" onPress={onClear}>
        {citing.clear}
      </Button>
      <Button kind="quiet" onPress={onCancel}>
        {ui.cancel}
      </Button>
    </div>
  )
}
