import { useQuery } from '@tanstack/react-query'
import { use, useDeferredValue, useEffect, useRef, useState } from 'react'
import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { foldName } from '../../record/name-folding.ts'
import { asking } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { ADD_ACTS, Adder, type AddedType, type GazetteerPlace } from './adder.ts'
import type { Picked } from './cite-fields.ts'

/** Something to choose: an entry, a place of the gazetteer, or to add what was typed. */
interface Option {
  readonly id: string
  /** What stands in the field once it was chosen, where that is something else than its label. */
  readonly typed?: string
  readonly label: string
  readonly detail: string
}

interface Props {
  readonly type: AddedType
  readonly label: string
  readonly value: Picked | null
  readonly onChange: (value: Picked | null) => void
  readonly help?: string
  readonly problem?: string | null | undefined
  readonly autoFocus?: boolean
  /** A name that nobody has chosen by yet: what goes by it is offered as soon as somebody comes to the field. */
  readonly offered?: string | null
}

const ADD = 'add'

/**
 * Looks an entry up by its name, in any spelling; what is not there is added in passing, below the field, without leaving
 * the text.
 */
export function EntryCombo({ type, label, value, onChange, help, problem, autoFocus = false, offered = null }: Props) {
  const AddEntry = use(Adder)
  const [text, setText] = useState(value?.label ?? offered ?? '')
  const [adding, setAdding] = useState<{ name: string; place: GazetteerPlace | null } | null>(null)
  const shown = useRef(value)
  useEffect(() => {
    if (shown.current !== value) setText(value?.label ?? '')
    shown.current = value
  }, [value])
  const { options, data } = useOptions(type, text === value?.label ? '' : text.trim(), value)
  const choose = (id: string | null) => {
    const hit = data?.hits.find((one) => one.id === id)
    const place = data?.gazetteer.find((one) => `geonames:${one.geonamesId}` === id) ?? null
    if (hit) {
      // At once with the choice: words that differ from it look typed, and open the list again.
      setText(hit.label)
      onChange({ id: hit.id, label: hit.label })
    } else if (id === ADD || place) {
      const name = place?.names[0] ?? text.trim()
      setText(name)
      setAdding({ name, place })
    } else if (id === null && text === '') onChange(null)
  }
  return (
    <div className="entry-combo" data-unchosen={(value === null && offered !== null) || undefined}>
      <EntryBox
        {...{ label, options, text, help, problem, autoFocus }}
        opensAtOnce={value === null && offered !== null}
        chosen={value?.id ?? null}
        onText={(typed) => {
          setText(typed)
          if (typed === '' && value) onChange(null)
        }}
        onChoose={choose}
        onLeave={() => setText(value?.label ?? text)}
      />
      {data?.credit && options.some(({ id }) => id.startsWith('geonames:')) && <p className="credit">{data.credit}</p>}
      {adding && AddEntry && (
        <AddEntry
          type={type}
          name={adding.name}
          place={adding.place}
          onAdded={(added) => {
            setAdding(null)
            onChange(added)
          }}
          onCancel={() => setAdding(null)}
        />
      )}
    </div>
  )
}

/** What is offered for the words typed: entries, places of the gazetteer, and to add what is not there. */
function useOptions(type: AddedType, typed: string, chosen: Picked | null) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  const may = useMay()
  const sought = useDeferredValue(typed)
  const { data, isPlaceholderData } = useQuery({
    ...asking('GET /record/search', { query: { type, q: sought, language } }),
    placeholderData: (before) => before,
  })
  // An answer to fewer letters may begin with something else: nobody shall choose that with a quick Enter.
  const isStale = isPlaceholderData || sought !== typed
  const fits = (label: string) => !isStale || foldName(label).includes(foldName(typed))
  const hits = (data?.hits ?? []).filter(({ status, label }) => status !== 'withdrawn' && fits(label))
  const places = (data?.gazetteer ?? []).map((place) => ({
    id: `geonames:${place.geonamesId}`,
    label: place.names[0] ?? '',
    detail: [place.names.slice(1, 3).join(', '), place.country, citing.gazetteer].filter(Boolean).join(' · '),
  }))
  // Only once the record has answered: what is there already must not be passed over.
  const mayAdd = typed !== '' && data !== undefined && !isStale && may(ADD_ACTS[type])
  // Where all are offered, the one chosen comes first: Enter leaves it as it is.
  const kept = typed === '' && chosen ? { detail: '', ...hits.find(({ id }) => id === chosen.id), ...chosen } : null
  const options: Option[] = [
    ...(kept ? [kept] : []),
    ...hits.filter(({ id }) => id !== kept?.id),
    ...places.filter(({ label }) => fits(label)),
    ...(mayAdd ? [{ id: ADD, label: citing.addAs(typed, type), typed, detail: '' }] : []),
  ]
  return { options, data }
}

interface BoxProps {
  readonly label: string
  readonly options: readonly Option[]
  readonly text: string
  readonly chosen: string | null
  readonly help: string | undefined
  readonly problem: string | null | undefined
  readonly autoFocus: boolean
  readonly opensAtOnce: boolean
  readonly onText: (text: string) => void
  readonly onChoose: (id: string | null) => void
  readonly onLeave: () => void
}

function EntryBox({ label, options, text, chosen, help, problem, onText, onChoose, onLeave, ...opening }: BoxProps) {
  const { citing } = useMessages()
  return (
    <ComboBox
      className="field combo"
      items={options}
      inputValue={text}
      value={chosen}
      onInputChange={onText}
      onChange={(key) => onChoose(key === null ? null : String(key))}
      onBlur={onLeave}
      // The server has looked already, in spellings that no filter here knows.
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      isInvalid={Boolean(problem)}
      autoFocus={opening.autoFocus}
      menuTrigger={opening.opensAtOnce ? 'focus' : 'input'}
    >
      <Label>{label}</Label>
      <div className="combo-line">
        <Input placeholder={citing.search} />
        <Button className="combo-open" aria-label={citing.show}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      {help && <Text slot="description">{help}</Text>}
      <FieldError>{problem}</FieldError>
      <Popover className="popover">
        <ListBox<Option>
          className="choices"
          renderEmptyState={() => <p className="choices-none">{citing.nothingFound}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.typed ?? option.label}>
              <Text slot="label">{option.label}</Text>
              {option.detail !== '' && <Text slot="description">{option.detail}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
