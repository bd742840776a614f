import { useEffect, useRef, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { MergeConflict, Side } from '../../story/merge-three.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import type { Conflict } from './save-state.ts'

interface Props {
  readonly conflict: Conflict
  /** Whose words are to stand, place by place. */
  readonly onSettle: (choices: readonly Side[]) => void
}

/** Two texts whose words clash: both beside each other, place by place. It stands above the text and covers none of it. */
export function ConflictView({ conflict, onSettle }: Props) {
  const { writing } = useMessages()
  const words = writing.conflict
  const [choices, setChoices] = useState<readonly Side[]>(() => conflict.places.map(() => 'mine'))
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.scrollIntoView({ block: 'nearest' }), [])
  const all = (side: Side) => setChoices(conflict.places.map(() => side))
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
              side={choices[index] ?? 'mine'}
              onSide={(side) => setChoices(choices.with(index, side))}
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
      </div>
    </section>
  )
}

interface PlaceProps {
  readonly place: MergeConflict
  readonly title: string
  readonly side: Side
  readonly onSide: (side: Side) => void
}

function Place({ place, title, side, onSide }: PlaceProps) {
  const { conflict: words } = useMessages().writing
  return (
    <RadioGroup
      className="conflict-place"
      value={side}
      onChange={(value) => onSide(value === 'mine' ? 'mine' : 'theirs')}
    >
      <Label>{title}</Label>
      <p className="conflict-was">
        {words.was}: <del>{place.base || words.nothing}</del>
      </p>
      {(['mine', 'theirs'] as const).map((one) => (
        <Radio key={one} value={one} className="conflict-choice">
          <strong>{words[one]}</strong> <span>{place[one] || words.nothing}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
