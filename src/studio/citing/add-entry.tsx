import { useState } from 'react'
import { resolveRelative } from '../../record/relative-date.ts'
import { instantOf } from '../../time.ts'
import { api, ApiProblem } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { usePaper } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import type { AdderProps, FormType, GazetteerPlace } from './adder.ts'
import {
  actorContent,
  documentContent,
  EMPTY_ENTRY,
  eventContent,
  groupContent,
  type NewEntryFields,
  placeContent,
  sourceContent,
} from './new-entry.ts'
import { NewEntryForm } from './new-entry-form.tsx'

const POSTS = {
  event: 'POST /record/events',
  actor: 'POST /record/actors',
  place: 'POST /record/places',
  source: 'POST /record/sources',
  document: 'POST /record/documents',
  'victim-group': 'POST /record/victim-groups',
} as const

/** The few fields that a new entry needs, below the field that wanted it. What more there is to say is added in the record. */
export function AddEntry({ type, name, place = null, eventId = '', onAdded, onCancel }: AdderProps) {
  const { citing, ui } = useMessages()
  const { defaultLanguage, zone } = usePaper()
  const [fields, setFields] = useState<NewEntryFields>({
    ...EMPTY_ENTRY,
    name,
    language: defaultLanguage,
    country: place?.country ?? '',
  })
  const { run, notice, error, isBusy } = useDoing()
  const add = (despite: boolean) =>
    run(async () => {
      const content = contentOf(type, fields, { place, eventId, edtf: dayIn(fields, zone) })
      const { entry } = await api(POSTS[type], { body: { content, despite } })
      await refresh('GET /record/search', 'GET /record/events/{eventId}/claims')
      onAdded({ id: entry.id, label: entry.label })
    })
  const isDouble = error instanceof ApiProblem && error.code === 'refused' && /despite/.test(error.remedy ?? '')
  return (
    <fieldset
      className="adding"
      onKeyDown={(event) => {
        if (event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return
        // Keys are for this form, not for the one it stands in: Enter there would record the claim without it.
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
        }
        if (event.key === 'Enter' && fields.name.trim() !== '') void add(false)
        if (event.key === 'Escape') onCancel()
      }}
    >
      <legend>{citing.adding(type)}</legend>
      <NewEntryForm type={type} fields={fields} onChange={(more) => setFields({ ...fields, ...more })} />
      {notice}
      <div className="actions">
        <Button kind="main" isDisabled={isBusy || fields.name.trim() === ''} onPress={() => void add(false)}>
          {citing.add(type)}
        </Button>
        {isDouble && <Button onPress={() => void add(true)}>{citing.addedAlready}</Button>}
        <Button kind="quiet" onPress={onCancel}>
          {ui.cancel}
        </Button>
      </div>
    </fieldset>
  )
}

const dayIn = ({ when, language }: NewEntryFields, zone: string): string | undefined =>
  resolveRelative(when.trim(), { publishedAt: instantOf(new Date()), zone, language, tense: 'past' })

interface Beside {
  readonly place: GazetteerPlace | null
  readonly eventId: string
  readonly edtf: string | undefined
}

function contentOf(type: FormType, fields: NewEntryFields, { place, eventId, edtf }: Beside) {
  switch (type) {
    case 'event':
      return eventContent(fields, edtf)
    case 'actor':
      return actorContent(fields)
    case 'place':
      return placeContent(fields, place)
    case 'source':
      return sourceContent(fields)
    case 'document':
      return documentContent(fields, edtf)
    case 'victim-group':
      return groupContent(fields, eventId)
  }
}
