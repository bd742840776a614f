import { useEffect, useRef, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Choice, MergeConflict } from '../../story/merge-three.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import type { Conflict } from './save-state.ts'

interface Props {
  readonly conflict: Conflict
  /** Whose words are to stand, place by place. */
  readonly onSettle: (choices: readonly Choice[]) => void
}

/** Two texts whose words clash: both beside each other, place by place. It stands above the text and covers none of it. */
export function ConflictView({ conflict, onSettle }: Props) {
  const { writing } = useMessages()
  const words = writing.conflict
  const [choices, setChoices] = useState<readonly Choice[]>(() => conflict.places.map(() => 'mine'))
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Gives a promise back in newer browsers, which an effect may not.
    title.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const all = (choice: Choice) =>
    setChoices(
      conflict.places.map(({ canBeBoth }, index) =>
        choice !== 'both' || canBeBoth ? choice : (choices[index] ?? 'mine'),
      ),
    )
  return (
    <section className="conflict" aria-label={words.title}>
      <h2 ref={title} tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.about(conflict.theirs.by ?? '')}</p>
      <ol>
        {conflict.places.map((place, index) => (
          <li key={place.path.join('/') + String(index)}>
            <Place
              place={place}
              title={words.place(index + 1, conflict.places.length)}
              choice={choices[index] ?? 'mine'}
              onChoice={(choice) => setChoices(choices.with(index, choice))}
            />
          </li>
        ))}
      </ol>
      <div className="actions">
        <Button kind="main" onPress={() => onSettle(choices)}>
          {words.settle}
        </Button>
        <Button onPress={() => all('mine')}>{words.allMine}</Button>
        <Button onPress={() => all('theirs')}>{words.allTheirs}</Button>
        {conflict.places.some(({ canBeBoth }) => canBeBoth) && (
          <Button onPress={() => all('both')}>{words.allBoth}</Button>
        )}
      </div>
    </section>
  )
}

interface PlaceProps {
  readonly place: MergeConflict
  readonly title: string
  readonly choice: Choice
  readonly onChoice: (choice: Choice) => void
}

const CHOICES = ['mine', 'theirs', 'both'] as const

function Place({ place, title, choice, onChoice }: PlaceProps) {
  const { conflict: words } = useMessages().writing
  const said = { mine: place.mine, theirs: place.theirs, both: `${place.mine} ${place.theirs}` }
  return (
    <RadioGroup
      className="conflict-place"
      value={choice}
      onChange={(value) => onChoice(CHOICES.find((one) => one === value) ?? 'mine')}
    >
      <Label>{title}</Label>
      <p className="conflict-was">
        {words.was}: {place.base ? <del>{place.base}</del> : words.nothing}
      </p>
      {CHOICES.filter((one) => one !== 'both' || place.canBeBoth).map((one) => (
        <Radio key={one} value={one} className="conflict-choice">
          <strong>{words[one]}</strong> <span>{said[one] || words.nothing}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
