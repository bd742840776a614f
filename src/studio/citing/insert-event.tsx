import { useState } from 'react'
import type { EventId } from '../../ids.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDesk } from '../writing/desk-context.ts'

/** What shows an event in a story. */
const BLOCKS = [
  { type: 'ledger', label: 'insertLedger', attrs: (eventId: EventId) => ({ eventId }) },
  { type: 'timeline', label: 'insertTimeline', attrs: (eventId: EventId) => ({ eventId }) },
  { type: 'eventMap', label: 'insertMap', attrs: (eventId: EventId) => ({ eventIds: [eventId] }) },
] as const

/** Puts the box of an event, its timeline or its map into the text, after the block in which the caret stands. */
export function InsertEvent({ eventId }: { readonly eventId: EventId }) {
  const { citing } = useMessages()
  const { view, mayWrite } = useDesk()
  const [isDone, setIsDone] = useState(false)
  const insert = ({ type, attrs }: (typeof BLOCKS)[number]) => {
    const node = view?.state.schema.nodes[type]?.create(attrs(eventId))
    if (!view || !node) return
    const { $to } = view.state.selection
    const position = $to.depth === 0 ? $to.pos : $to.after(1)
    view.dispatch(view.state.tr.insert(position, node).scrollIntoView())
    setIsDone(true)
  }
  return (
    <div className="insert-event" role="group" aria-label={citing.insert}>
      <span>{citing.insert}:</span>
      {BLOCKS.map((block) => (
        <Button key={block.type} kind="quiet" isDisabled={!view || !mayWrite} onPress={() => insert(block)}>
          {citing[block.label]}
        </Button>
      ))}
      <span role="status">{isDone ? citing.inserted : mayWrite ? '' : citing.noEditor}</span>
    </div>
  )
}
