import { SOURCE_CATEGORIES } from '../../record/source.ts'
import { useMessages } from '../messages/messages.tsx'
import { Select } from '../ui/field.tsx'
import { EntryCombo } from './entry-combo.tsx'
import type { NewEntryFields } from './new-entry.ts'

const KINDS = ['person', 'organisation', 'channel', 'office'] as const
const ANONYMITIES = ['named', 'described'] as const

interface Props {
  readonly fields: NewEntryFields
  readonly onChange: (fields: Partial<NewEntryFields>) => void
}

/** Of somebody who says something: who it is, or, where that must not be known here, how it was described. */
export function NewSourceFields({ fields, onChange }: Props) {
  const { citing, ui } = useMessages()
  return (
    <>
      <Select
        label={citing.isNamed}
        value={fields.anonymity}
        choices={ANONYMITIES.map((value) => ({ value, label: citing[value] }))}
        onChange={(anonymity) => onChange({ anonymity })}
      />
      {fields.anonymity === 'described' && (
        <Select
          label={citing.category}
          value={fields.category}
          choices={SOURCE_CATEGORIES.map((value) => ({ value, label: citing.categories[value] }))}
          onChange={(category) => onChange({ category })}
        />
      )}
      <Select
        label={citing.kind}
        value={fields.sourceKind}
        choices={KINDS.map((value) => ({ value, label: citing.sourceKinds[value] }))}
        onChange={(sourceKind) => onChange({ sourceKind })}
      />
      <EntryCombo
        type="actor"
        label={`${citing.speaksFor} (${ui.optional})`}
        value={fields.actor}
        onChange={(actor) => onChange({ actor })}
      />
    </>
  )
}
