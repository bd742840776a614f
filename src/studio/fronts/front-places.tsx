import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import { ChooseDialog } from './choose-dialog.tsx'
import type { FrontAddress } from './front-address.ts'
import { chosenIn, type FrontNow, moved, type Place, useFrontActs, useFrontNow } from './use-front.ts'

const PLACES = 6

/** The six places as the front shows them: the lead wide, the others under it. */
export function FrontPlaces({ front }: { readonly front: FrontAddress }) {
  const { fronts } = useMessages()
  const now = useFrontNow(front)
  const acts = useFrontActs(front, now)
  const { arrange, undo, time } = acts
  const [choosing, setChoosing] = useState<Place | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const chosen = chosenIn(now)
  const move = (from: number, to: number) => {
    if (to >= 1 && to <= PLACES && from !== to) arrange.mutate(moved(chosen, from, to))
  }
  return (
    <section aria-label={fronts.places}>
      <WhatCame acts={acts} />
      <ol className="front-places">
        {now.places.map((place) => (
          <li
            key={place.position}
            data-lead={place.position === 1 || undefined}
            data-chosen={place.chosen !== null || undefined}
            data-over={(dragged !== null && dragged !== place.position) || undefined}
            draggable={place.chosen !== null}
            onDragStart={() => setDragged(place.position)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={() => dragged !== null && move(dragged, place.position)}
          >
            <PlaceInside
              place={place}
              isBusy={arrange.isPending}
              onChoose={() => setChoosing(place)}
              onMove={(to) => move(place.position, to)}
              onTakeAway={() => arrange.mutate(chosen.filter(({ position }) => position !== place.position))}
            />
          </li>
        ))}
      </ol>
      {now.lastChange && <LastChange change={now.lastChange} isBusy={undo.isPending} onUndo={() => undo.mutate()} />}
      {choosing && (
        <ChooseDialog
          front={front}
          place={choosing}
          onClose={() => setChoosing(null)}
          onNow={(choice) => {
            setChoosing(null)
            const others = chosen.filter(
              ({ position, storyId }) => position !== choice.position && storyId !== choice.storyId,
            )
            arrange.mutate([...others, choice])
          }}
          onTimed={(change) => {
            setChoosing(null)
            time.mutate(change)
          }}
        />
      )}
    </section>
  )
}

function WhatCame({ acts: { arrange, undo, time } }: { readonly acts: ReturnType<typeof useFrontActs> }) {
  const { fronts } = useMessages()
  const problem = arrange.error ?? undo.error ?? time.error
  if (problem) return <Notice kind="problem">{problem.message}</Notice>
  const outcome = arrange.data ?? undo.data
  return (
    <>
      {outcome && <Notice kind="done">{outcome.isLive ? fronts.done : fronts.doneLater}</Notice>}
      {time.isSuccess && <Notice kind="done">{fronts.timedDone}</Notice>}
    </>
  )
}

interface LastChangeProps {
  readonly change: NonNullable<FrontNow['lastChange']>
  readonly isBusy: boolean
  readonly onUndo: () => void
}

function LastChange({ change, isBusy, onUndo }: LastChangeProps) {
  const { fronts } = useMessages()
  return (
    <p className="front-undo">
      <Button isDisabled={isBusy} onPress={onUndo}>
        {fronts.undo}
      </Button>{' '}
      <small>
        {fronts.lastChange(change.by)} <When at={change.at} />
      </small>
    </p>
  )
}

interface InsideProps {
  readonly place: Place
  readonly isBusy: boolean
  readonly onChoose: () => void
  readonly onMove: (to: number) => void
  readonly onTakeAway: () => void
}

function PlaceInside({ place, isBusy, onChoose, onMove, onTakeAway }: InsideProps) {
  const { fronts, stories } = useMessages()
  const { position, chosen, shown, until } = place
  const story = chosen ?? shown
  const headline = story ? story.headline || stories.noHeadline : ''
  return (
    <>
      <p className="place-name">
        {fronts.place(position)}
        <small>
          {' · '}
          {chosen ? fronts.chosen : fronts.byItself}
          {chosen && !chosen.isLive && ` · ${fronts.waits}`}
          {until !== null && (
            <>
              {` · ${fronts.until} `}
              <When at={until} />
            </>
          )}
        </small>
      </p>
      <p className="place-story">
        {story ? (
          <Link to="/stories/$storyId" params={{ storyId: story.id }}>
            {headline}
          </Link>
        ) : (
          fronts.nothingThere
        )}
      </p>
      <div className="place-acts">
        <Button
          isDisabled={isBusy}
          onPress={onChoose}
          aria-label={fronts.moveLabel(chosen ? fronts.change : fronts.choose, fronts.place(position))}
        >
          {chosen ? fronts.change : fronts.choose}
        </Button>
        {chosen && (
          <>
            {position > 1 && (
              <Act act={fronts.up} sign="↑" onPress={() => onMove(position - 1)} {...{ headline, isBusy }} />
            )}
            {position < PLACES && (
              <Act act={fronts.down} sign="↓" onPress={() => onMove(position + 1)} {...{ headline, isBusy }} />
            )}
            <Act act={fronts.takeAway} sign={fronts.takeAway} onPress={onTakeAway} {...{ headline, isBusy }} />
          </>
        )}
      </div>
    </>
  )
}

interface ActProps {
  readonly act: string
  readonly sign: string
  readonly headline: string
  readonly isBusy: boolean
  readonly onPress: () => void
}

/** Something that is done with the story in a place, which its name says to those who cannot see where it stands. */
function Act({ act, sign, headline, isBusy, onPress }: ActProps) {
  const { fronts } = useMessages()
  return (
    <Button kind="quiet" isDisabled={isBusy} onPress={onPress} aria-label={fronts.moveLabel(act, headline)}>
      {sign}
    </Button>
  )
}
