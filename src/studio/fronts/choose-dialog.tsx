import { useState } from 'react'
import type { StoryId } from '../../ids.ts'
import { usePaper } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Checkbox, Select } from '../ui/field.tsx'
import type { FrontAddress } from './front-address.ts'
import { StorySearch } from './story-search.tsx'
import { TimeField, tomorrowMorning, type TypedTime, typedFrom, typedInstant } from './time-field.tsx'
import type { Chosen, Place, Timed } from './use-front.ts'

interface Props {
  readonly front: FrontAddress
  readonly place: Place
  readonly onClose: () => void
  readonly onNow: (choice: Chosen) => void
  readonly onTimed: (change: Timed) => void
}

/** A story for a place: which one, from when, until when. */
export function ChooseDialog({ front, place, onClose, onNow, onTimed }: Props) {
  const { fronts, ui } = useMessages()
  const { zone } = usePaper()
  const [storyId, setStoryId] = useState<StoryId | null>(place.chosen?.id ?? null)
  const [isNewest, setIsNewest] = useState(false)
  const [isLater, setIsLater] = useState(false)
  const [isLimited, setIsLimited] = useState(place.until !== null)
  const morning = tomorrowMorning(zone, new Date())
  const [from, setFrom] = useState(morning)
  const [until, setUntil] = useState(place.until === null ? morning : typedFrom(zone, place.until))
  const fromAt = isLater ? typedInstant(zone, from) : null
  const untilAt = isLimited && !isNewest ? typedInstant(zone, until) : null
  const isReady =
    (isNewest ? isLater : storyId !== null) &&
    (!isLater || fromAt !== null) &&
    (!isLimited || isNewest || untilAt !== null)
  const set = () => {
    if (fromAt) onTimed({ position: place.position, storyId: isNewest ? null : storyId, fromAt, until: untilAt })
    else if (storyId) onNow({ position: place.position, storyId, until: untilAt })
  }
  return (
    <Dialog title={fronts.chooseFor(fronts.place(place.position))} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) set()
        }}
      >
        {!isNewest && <StorySearch front={front} chosen={place.chosen} onChoose={setStoryId} />}
        <Select
          label={fronts.when}
          value={isLater ? 'later' : 'now'}
          choices={[
            { value: 'now', label: fronts.whenNow },
            { value: 'later', label: fronts.whenLater },
          ]}
          onChange={(value) => {
            setIsLater(value === 'later')
            if (value === 'now') setIsNewest(false)
          }}
        />
        {isLater && (
          <>
            <TimeField value={from} onChange={setFrom} />
            <Checkbox isSelected={isNewest} onChange={setIsNewest}>
              {fronts.orNewest}
            </Checkbox>
          </>
        )}
        {!isNewest && <Until isLimited={isLimited} onLimit={setIsLimited} until={until} onChange={setUntil} />}
        <div className="dialog-actions">
          <Button kind="main" type="submit" isDisabled={!isReady}>
            {fronts.save}
          </Button>
          <Button onPress={onClose}>{ui.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

interface UntilProps {
  readonly isLimited: boolean
  readonly onLimit: (isLimited: boolean) => void
  readonly until: TypedTime
  readonly onChange: (until: TypedTime) => void
}

function Until({ isLimited, onLimit, until, onChange }: UntilProps) {
  const { fronts } = useMessages()
  return (
    <>
      <Select
        label={fronts.untilAsk}
        value={isLimited ? 'time' : 'none'}
        choices={[
          { value: 'none', label: fronts.untilNone },
          { value: 'time', label: fronts.untilTime },
        ]}
        onChange={(value) => onLimit(value === 'time')}
      />
      {isLimited && <TimeField value={until} onChange={onChange} />}
    </>
  )
}
