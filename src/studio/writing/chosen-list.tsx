import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'

interface Props<Id extends string> {
  readonly label: string
  readonly help?: string
  readonly addLabel: string
  readonly empty: string
  readonly choices: readonly { readonly id: Id; readonly name: string }[]
  readonly chosen: readonly Id[]
  readonly isDisabled: boolean
  readonly onChange: (chosen: readonly Id[]) => void
}

/** Some out of a list, in an order that matters. */
export function ChosenList<Id extends string>(props: Props<Id>) {
  const { label, help, addLabel, empty, choices, chosen, isDisabled, onChange } = props
  const { details } = useMessages().writing
  const nameOf = (id: Id) => choices.find((choice) => choice.id === id)?.name ?? '…'
  const left = choices.filter(({ id }) => !chosen.includes(id))
  return (
    <section className="chosen" aria-label={label}>
      <h3>{label}</h3>
      {chosen.length === 0 && <p className="why-not">{empty}</p>}
      <ol>
        {chosen.map((id, index) => (
          <li key={id}>
            <span>{nameOf(id)}</span>
            {!isDisabled && index > 0 && (
              <Button kind="quiet" aria-label={details.up(nameOf(id))} onPress={() => onChange(moved(chosen, index))}>
                ↑
              </Button>
            )}
            {!isDisabled && (
              <Button
                kind="quiet"
                aria-label={details.remove(nameOf(id))}
                onPress={() => onChange(chosen.filter((one) => one !== id))}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!isDisabled && left.length > 0 && (
        <Select
          label={addLabel}
          value={null}
          {...(help === undefined ? {} : { help })}
          choices={left.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onChange([...chosen, id])}
        />
      )}
    </section>
  )
}

/** The same with one of them a place further up. */
function moved<Id>(chosen: readonly Id[], index: number): Id[] {
  const others = chosen.toSpliced(index, 1)
  return others.toSpliced(index - 1, 0, ...chosen.slice(index, index + 1))
}
