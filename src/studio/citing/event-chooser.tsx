import { type ReactNode, useCallback, useState } from 'react'
import type { EventId } from '../../ids.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { CanAdd } from './can-add.tsx'
import type { Picked } from './cite-fields.ts'
import './citing.css'
import { EntryCombo } from './entry-combo.tsx'

interface Asked {
  readonly most: number
  readonly answer: (chosen: readonly EventId[] | null) => void
}

/**
 * Lets a writer choose events of the record when they put its box, timeline or map into the text: below the toolbar, the
 * text stays in sight and can be gone back to.
 *
 * @returns what asks (the same function always), and what has to stand on the screen for it
 */
export function useEventChooser(): {
  readonly chooseEvents: (most: number) => Promise<readonly EventId[] | null>
  readonly chooser: ReactNode
} {
  const [asked, setAsked] = useState<Asked | null>(null)
  const chooseEvents = useCallback(
    (most: number) =>
      new Promise<readonly EventId[] | null>((answer) =>
        setAsked((before) => {
          before?.answer(null)
          return { most, answer }
        }),
      ),
    [],
  )
  const settle = (chosen: readonly EventId[] | null) => {
    asked?.answer(chosen)
    setAsked(null)
  }
  return { chooseEvents, chooser: asked && <Chooser most={asked.most} onSettle={settle} /> }
}

interface Props {
  readonly most: number
  readonly onSettle: (chosen: readonly EventId[] | null) => void
}

/** One event is taken at once; several are gathered first. Escape goes back to the text. */
function Chooser({ most, onSettle }: Props) {
  const { citing, ui } = useMessages()
  const [chosen, setChosen] = useState<readonly Picked[]>([])
  const add = (event: Picked | null) => {
    if (!event) return
    if (most === 1) onSettle(idsOf([event]))
    else if (!chosen.some(({ id }) => id === event.id)) setChosen([...chosen, event])
  }
  return (
    <CanAdd>
      <section
        className="event-chooser"
        aria-label={citing.chooseForText}
        onKeyDown={(event) => {
          // A list that is open takes Escape for itself.
          if (event.key === 'Escape' && !event.defaultPrevented) onSettle(null)
        }}
      >
        {chosen.length > 0 && (
          <ul className="events-chosen">
            {chosen.map((event) => (
              <li key={event.id}>
                {event.label}
                <Button
                  kind="quiet"
                  aria-label={`${ui.remove}: ${event.label}`}
                  onPress={() => setChosen(chosen.filter((one) => one !== event))}
                >
                  {ui.remove}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {chosen.length < most && (
          // Anew for each, so that the next is typed into an empty field.
          <EntryCombo
            key={chosen.length}
            type="event"
            label={chosen.length === 0 ? citing.event : citing.oneMoreEvent}
            value={null}
            onChange={add}
            autoFocus
          />
        )}
        <div className="actions">
          {chosen.length > 0 && (
            <Button kind="main" onPress={() => onSettle(idsOf(chosen))}>
              {citing.insert}
            </Button>
          )}
          <Button kind="quiet" onPress={() => onSettle(null)}>
            {ui.cancel}
          </Button>
        </div>
      </section>
    </CanAdd>
  )
}

const idsOf = (chosen: readonly Picked[]): EventId[] => chosen.map(({ id }) => id as EventId)
