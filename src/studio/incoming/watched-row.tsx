import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDoing } from '../ui/doing.tsx'
import { TextField } from '../ui/field.tsx'
import { When } from '../ui/when.tsx'
import { numberIn } from './number-in.ts'

type OneWatched = AnswerTo<'GET /watched'>['sources'][number]

interface Props {
  readonly watched: OneWatched
}

/** A watched source: what it is, how it is, and, for those who manage it, what can be done with it. */
export function WatchedRow({ watched }: Props) {
  const { incoming } = useMessages()
  const may = useMay()
  const words = incoming.watched
  const { name, kind, address, isOn, everyMinutes, waiting, failures, failure } = watched
  return (
    <li className="watched" data-failing={failures > 0 || undefined}>
      <p className="watched-name">
        <strong>{name}</strong> <span className="state">{isOn ? words.everyMinutes(everyMinutes) : words.paused}</span>
      </p>
      <p className="watched-address">
        {words.kinds[kind]}: <code>{address}</code>
      </p>
      <p className="incoming-facts">
        <Link to="/incoming" search={{ source: watched.id }}>
          {words.waiting(waiting)}
        </Link>
        <Facts watched={watched} />
        <span>
          {words.standsFor}:{' '}
          <Link to="/record/$entryId" params={{ entryId: watched.sourceId }}>
            {watched.sourceName}
          </Link>
        </span>
      </p>
      {failure !== null && (
        <p className="watched-failure">
          {failures > 0 && <strong>{words.failures(failures)}</strong>}{' '}
          {/* The server has these words in English alone. */}
          <span lang="en">{failure}</span>
        </p>
      )}
      {may('manage-ingest') && <Manage watched={watched} />}
    </li>
  )
}

function Facts({ watched: { lookedAt, newAt, nextAt, isOn } }: Props) {
  const { incoming } = useMessages()
  const words = incoming.watched
  if (lookedAt === null) return <span>{words.notYet}</span>
  return (
    <>
      <span>
        {words.looked}: <When at={lookedAt} />
      </span>
      <span>
        {words.newest}: {newAt === null ? words.noItem : <When at={newAt} />}
      </span>
      {isOn && (
        <span>
          {words.next}: <When at={nextAt} only="time" />
        </span>
      )}
    </>
  )
}

function Manage({ watched }: Props) {
  const { incoming } = useMessages()
  const words = incoming.watched
  const [isOpen, setIsOpen] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const [isLooking, setIsLooking] = useState(false)
  const { run, isBusy, notice } = useDoing()
  const params = { watchedId: watched.id }
  const change = (body: { isOn?: boolean }) => () =>
    void run(async () => {
      await api('PATCH /watched/{watchedId}', { params, body })
      await refresh('GET /watched')
    })
  const look = () =>
    void run(async () => {
      await api('POST /watched/{watchedId}/look', { params, body: {} })
      setIsLooking(true)
      await refresh('GET /watched')
    })
  const ofThis = (label: string) => `${label}: ${watched.name}`
  return (
    <>
      {notice}
      {isLooking && <p role="status">{words.lookSoon}</p>}
      <div className="actions">
        {watched.isOn && (
          <Button isDisabled={isBusy} aria-label={ofThis(words.lookNow)} onPress={look}>
            {words.lookNow}
          </Button>
        )}
        <Button aria-expanded={isOpen} aria-label={ofThis(words.change)} onPress={() => setIsOpen(!isOpen)}>
          {words.change}
        </Button>
        <Button
          isDisabled={isBusy}
          aria-label={ofThis(watched.isOn ? words.pause : words.resume)}
          onPress={change({ isOn: !watched.isOn })}
        >
          {watched.isOn ? words.pause : words.resume}
        </Button>
        <Button kind="quiet" aria-label={ofThis(words.remove)} onPress={() => setIsAsking(true)}>
          {words.remove}
        </Button>
      </div>
      {isOpen && <ChangeForm watched={watched} onDone={() => setIsOpen(false)} />}
      {isAsking && <RemoveDialog watched={watched} onDone={() => setIsAsking(false)} />}
    </>
  )
}

/** What goes with it is said before it goes. */
function RemoveDialog({ watched, onDone }: Props & { readonly onDone: () => void }) {
  const { incoming, ui } = useMessages()
  const words = incoming.watched
  const { run, isBusy, notice } = useDoing()
  const remove = () =>
    void run(async () => {
      await api('DELETE /watched/{watchedId}', { params: { watchedId: watched.id } })
      onDone()
      await refresh('GET /watched', 'GET /incoming')
    })
  return (
    <Dialog title={words.removeAsk} isOpen onClose={onDone}>
      <p>{words.removeHelp(watched.name)}</p>
      {notice}
      <div className="dialog-actions">
        <Button kind="grave" isDisabled={isBusy} onPress={remove}>
          {words.remove}
        </Button>
        <Button onPress={onDone}>{ui.cancel}</Button>
      </div>
    </Dialog>
  )
}

function ChangeForm({ watched, onDone }: Props & { readonly onDone: () => void }) {
  const { incoming, ui } = useMessages()
  const words = incoming.watched
  const [name, setName] = useState(watched.name)
  const [every, setEvery] = useState(String(watched.everyMinutes))
  const [keep, setKeep] = useState(String(watched.keepDays))
  const { run, isBusy, notice } = useDoing()
  const everyMinutes = numberIn(every, 10_080)
  const keepDays = numberIn(keep, 3_650)
  const isReady = name.trim() !== '' && everyMinutes !== null && keepDays !== null
  const save = async () => {
    const isDone = await run(async () => {
      if (everyMinutes === null || keepDays === null) return
      const body = { name, everyMinutes, keepDays }
      await api('PATCH /watched/{watchedId}', { params: { watchedId: watched.id }, body })
      await refresh('GET /watched', 'GET /incoming')
    })
    if (isDone) onDone()
  }
  return (
    <form className="form row-more" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={words.name} value={name} onChange={setName} autoFocus />
      <TextField label={words.every} inputMode="numeric" value={every} onChange={setEvery} />
      <TextField label={words.keep} help={words.keepHelp} inputMode="numeric" value={keep} onChange={setKeep} />
      {notice}
      <div className="actions">
        <Button kind="main" type="submit" isDisabled={isBusy || !isReady}>
          {ui.save}
        </Button>
        <Button onPress={onDone}>{ui.cancel}</Button>
      </div>
    </form>
  )
}
