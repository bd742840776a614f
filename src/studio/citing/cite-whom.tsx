import { use, useEffect, useRef, useState } from 'react'
import { MEASURES } from '../../record/claim.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Adder } from './adder.ts'
import type { CiteFields, CiteProblems, Picked } from './cite-fields.ts'
import { groupNamed, onlyOne } from './group-named.ts'
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

/** Whoever the words name; else, where the event knows one group only, that. Where several fit, somebody has to say which. */
function useMatchingGroup({ fields, people, groups, onChange }: Omit<Props, 'problems'>): void {
  const matched = useRef<string | null>(null)
  const { event, group } = fields
  useEffect(() => {
    // Once for each event, when its groups come in: what somebody chooses afterwards stands.
    if (!event || groups.length === 0 || matched.current === event.id) return
    matched.current = event.id
    const fits = people === null ? (group ?? onlyOne(groups)) : groupNamed(groups, people)
    if (fits?.id !== group?.id) onChange({ group: fits && { id: fits.id, label: fits.label } })
  }, [groups, event, group, people, onChange])
}
