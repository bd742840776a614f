import { useState } from 'react'
import type { SourceId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { CanAdd } from '../citing/can-add.tsx'
import type { Picked } from '../citing/cite-fields.ts'
import { EntryCombo } from '../citing/entry-combo.tsx'
import '../citing/citing.css'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { TextField } from '../ui/field.tsx'
import { numberIn } from './number-in.ts'

const EMPTY = { address: '', name: '', every: '15', keep: '90' }

/** A feed by its address, from now on. Folders are named on the command line, by whoever has the machine. */
export function AddWatched() {
  const { incoming } = useMessages()
  const words = incoming.watched
  const [fields, setFields] = useState(EMPTY)
  const [source, setSource] = useState<Picked | null>(null)
  const { run, isBusy, notice } = useDoing()
  const set = (name: keyof typeof EMPTY) => (value: string) => setFields({ ...fields, [name]: value })
  const everyMinutes = numberIn(fields.every, 10_080)
  const keepDays = numberIn(fields.keep, 3_650)
  const add = () =>
    run(async () => {
      if (everyMinutes === null || keepDays === null) return
      const { address, name } = fields
      const sourceId = (source?.id ?? null) as SourceId | null
      await api('POST /watched', { body: { address, name, sourceId, everyMinutes, keepDays } })
      await refresh('GET /watched', 'GET /incoming')
      setFields(EMPTY)
      setSource(null)
    })
  const isReady =
    fields.address.trim() !== '' && fields.name.trim() !== '' && everyMinutes !== null && keepDays !== null
  return (
    <form className="form watched-new" onSubmit={(event) => (event.preventDefault(), void add())}>
      <h2>{words.add}</h2>
      <TextField label={words.address} help={words.addressHelp} value={fields.address} onChange={set('address')} />
      <TextField label={words.name} value={fields.name} onChange={set('name')} />
      <CanAdd>
        <EntryCombo type="source" label={words.source} help={words.sourceHelp} value={source} onChange={setSource} />
      </CanAdd>
      <TextField label={words.every} inputMode="numeric" value={fields.every} onChange={set('every')} />
      <TextField
        label={words.keep}
        help={words.keepHelp}
        inputMode="numeric"
        value={fields.keep}
        onChange={set('keep')}
      />
      {notice}
      <Button kind="main" type="submit" isDisabled={isBusy || !isReady}>
        {words.add}
      </Button>
    </form>
  )
}
