import { use, useEffect, useState } from 'react'
import { MEASURES } from '../../record/claim.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Adder } from './adder.ts'
import type { CiteFields, CiteProblems, Picked } from './cite-fields.ts'
import { choicesOf } from './words-of.ts'

interface Props {
  readonly fields: CiteFields
  /** What the text calls those who were affected. */
  readonly people: string | null
  readonly groups: readonly Picked[]
  readonly problems: CiteProblems
  readonly onChange: (fields: Partial<CiteFields>) => void
}

const ANOTHER = 'another'

/** Who was affected, and what happened to them. A group that the event has not yet is added in passing. */
export function CiteWhom({ fields, people, groups, problems, onChange }: Props) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  const AddEntry = use(Adder)
  const [isAdding, setIsAdding] = useState(false)
  const { event, group } = fields
  useMatchingGroup({ fields, people, groups, onChange })
  const choices = groups.map(({ id, label }) => ({ value: id, label }))
  const another = { value: ANOTHER, label: people === null ? citing.addGroup : citing.groupOf(people) }
  return (
    <>
      {event && (
        <>
          <Select
            label={citing.group}
            value={group?.id ?? null}
            choices={[...choices, another]}
            onChange={(id) => {
              if (id === ANOTHER) return setIsAdding(true)
              onChange({ group: groups.find((one) => one.id === id) ?? null })
            }}
          />
          {problems.group && <p className="field-problem">{citing.needed}</p>}
          {groups.length === 0 && !isAdding && (
            <Button kind="quiet" onPress={() => setIsAdding(true)}>
              {another.label}
            </Button>
          )}
        </>
      )}
      {event && isAdding && AddEntry && (
        <AddEntry
          type="victim-group"
          name={people ?? ''}
          eventId={event.id}
          onAdded={(added) => {
            setIsAdding(false)
            onChange({ group: added })
          }}
          onCancel={() => setIsAdding(false)}
        />
      )}
      <Select
        label={citing.measure}
        value={fields.measure}
        choices={choicesOf('measure', MEASURES, language)}
        onChange={(measure) => onChange({ measure })}
      />
      {fields.measure === 'equipment-lost' && (
        <TextField
          label={citing.equipment}
          value={fields.equipment}
          onChange={(equipment) => onChange({ equipment })}
          problem={problems.equipment ? citing.needed : null}
        />
      )}
    </>
  )
}

/** Whoever the words name; else, where the event knows one group only, that. */
function useMatchingGroup({ fields, people, groups, onChange }: Omit<Props, 'problems'>): void {
  useEffect(() => {
    const named = people === null ? undefined : groups.find(({ label }) => sharesWords(label, people))
    const only = groups.length === 1 && people === null ? groups[0] : undefined
    const fits = named ?? (fields.group ? undefined : only)
    if (fits && fits.id !== fields.group?.id) onChange({ group: { id: fits.id, label: fits.label } })
    // Only when the groups come in: what somebody chooses afterwards stands.
  }, [groups])
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

const sharesWords = (label: string, people: string): boolean => {
  const wanted = wordsIn(people)
  return wanted.length > 0 && wanted.every((word) => wordsIn(label).includes(word))
}
