import { ACTOR_KINDS } from '../../record/actor.ts'
import { EVENT_TYPES } from '../../record/event.ts'
import { PLACE_KINDS } from '../../record/place.ts'
import { STANDINGS } from '../../record/victim-group.ts'
import { usePaper } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Select, TextField } from '../ui/field.tsx'
import type { FormType } from './adder.ts'
import { EntryCombo } from './entry-combo.tsx'
import { languageChoices } from './language-choices.ts'
import type { NewEntryFields } from './new-entry.ts'
import { NewSourceFields } from './new-source-fields.tsx'
import { choicesOf } from './words-of.ts'

interface Props {
  readonly type: FormType
  readonly fields: NewEntryFields
  readonly onChange: (fields: Partial<NewEntryFields>) => void
}

/** What an entry of this type cannot do without, and what gives its claims their place. */
export function NewEntryForm({ type, fields, onChange }: Props) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  const { languages } = usePaper()
  const nameLabel = {
    event: citing.title,
    document: citing.title,
    'victim-group': citing.label,
    source: fields.anonymity === 'named' ? citing.name : citing.description,
    actor: citing.name,
    place: citing.name,
  }[type]
  return (
    <>
      <TextField label={nameLabel} value={fields.name} onChange={(name) => onChange({ name })} autoFocus />
      <Select
        label={citing.language}
        value={fields.language}
        choices={languageChoices(languages, language)}
        onChange={(spoken) => onChange({ language: spoken })}
      />
      <Rest type={type} fields={fields} onChange={onChange} />
    </>
  )
}

function Rest({ type, ...props }: Props) {
  switch (type) {
    case 'event':
      return <EventFields {...props} />
    case 'source':
      return <NewSourceFields {...props} />
    case 'actor':
      return <ActorFields {...props} />
    case 'place':
      return <PlaceFields {...props} />
    case 'document':
      return <DocumentFields {...props} />
    case 'victim-group':
      return <GroupFields {...props} />
  }
}

type PartProps = Omit<Props, 'type'>

function CountryField({ fields, onChange }: PartProps) {
  const { citing, ui } = useMessages()
  return (
    <TextField
      label={`${citing.country} (${ui.optional})`}
      help={citing.countryHelp}
      value={fields.country}
      maxLength={2}
      onChange={(country) => onChange({ country })}
    />
  )
}

/** Exact site to country: between two places and at sea are said in the record's own format. */
const PRECISIONS = ['1', '2', '3', '5', '6', '7'] as const

function EventFields({ fields, onChange }: PartProps) {
  const { citing, ui } = useMessages()
  const { language } = useStudioLanguage()
  const [one, other] = fields.sides
  return (
    <>
      <Select
        label={citing.kind}
        value={fields.eventType}
        choices={choicesOf('event-type', EVENT_TYPES, language)}
        onChange={(eventType) => onChange({ eventType })}
      />
      <TextField
        label={citing.when}
        help={citing.saidHelp}
        value={fields.when}
        onChange={(when) => onChange({ when })}
      />
      <EntryCombo type="place" label={citing.where} value={fields.where} onChange={(where) => onChange({ where })} />
      <Select
        label={citing.exactly}
        value={fields.precision}
        choices={choicesOf('where-precision', PRECISIONS, language)}
        onChange={(precision) => onChange({ precision })}
      />
      <EntryCombo
        type="actor"
        label={`${citing.sideA} (${ui.optional})`}
        value={one}
        onChange={(side) => onChange({ sides: [side, other] })}
      />
      <EntryCombo
        type="actor"
        label={`${citing.sideB} (${ui.optional})`}
        value={other}
        onChange={(side) => onChange({ sides: [one, side] })}
      />
    </>
  )
}

function ActorFields({ fields, onChange }: PartProps) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  return (
    <>
      <Select
        label={citing.kind}
        value={fields.actorKind}
        choices={choicesOf('actor-kind', ACTOR_KINDS, language)}
        onChange={(actorKind) => onChange({ actorKind })}
      />
      <CountryField fields={fields} onChange={onChange} />
    </>
  )
}

function PlaceFields({ fields, onChange }: PartProps) {
  const { citing, ui } = useMessages()
  const { language } = useStudioLanguage()
  return (
    <>
      <Select
        label={citing.kind}
        value={fields.placeKind}
        choices={choicesOf('place-kind', PLACE_KINDS, language)}
        onChange={(placeKind) => onChange({ placeKind })}
      />
      <EntryCombo
        type="place"
        label={`${citing.inside} (${ui.optional})`}
        value={fields.inside}
        onChange={(inside) => onChange({ inside })}
      />
      <CountryField fields={fields} onChange={onChange} />
    </>
  )
}

function DocumentFields({ fields, onChange }: PartProps) {
  const { citing, ui } = useMessages()
  return (
    <>
      <EntryCombo
        type="source"
        label={citing.publisher}
        value={fields.publisher}
        onChange={(publisher) => onChange({ publisher })}
      />
      <TextField
        label={`${citing.url} (${ui.optional})`}
        type="url"
        value={fields.url}
        onChange={(url) => onChange({ url })}
      />
      <TextField
        label={`${citing.publishedOn} (${ui.optional})`}
        help={citing.saidHelp}
        value={fields.when}
        onChange={(when) => onChange({ when })}
      />
    </>
  )
}

function GroupFields({ fields, onChange }: PartProps) {
  const { citing, ui } = useMessages()
  const { language } = useStudioLanguage()
  return (
    <>
      <Select
        label={citing.standing}
        value={fields.standing}
        choices={choicesOf('standing', STANDINGS, language)}
        onChange={(standing) => onChange({ standing })}
      />
      <EntryCombo
        type="actor"
        label={`${citing.affiliation} (${ui.optional})`}
        value={fields.actor}
        onChange={(actor) => onChange({ actor })}
      />
    </>
  )
}
