import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { TranslatedFields } from '../ui/translated-fields.tsx'
import './paper.css'
import { SealedByline } from './sealed-byline.tsx'

export type Byline = AnswerTo<'GET /paper/bylines'>['bylines'][number]

const KINDS = ['person', 'desk', 'organisation'] as const

/** Bylines as readers see them; who stands behind one is sealed. */
export function Bylines() {
  const { paper } = useMessages()
  const { bylines, hasSealKeys } = useSuspenseQuery(asking('GET /paper/bylines', {})).data
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Screen
      title={paper.bylines.title}
      about={paper.bylines.about}
      actions={
        <Button kind="main" aria-expanded={isAdding} onPress={() => setIsAdding(!isAdding)}>
          {paper.bylines.add}
        </Button>
      }
    >
      {isAdding && <NewByline onDone={() => setIsAdding(false)} />}
      {!hasSealKeys && (
        <Notice kind="note" title={paper.bylines.noKeys}>
          <p>{paper.bylines.noKeysHelp}</p>
        </Notice>
      )}
      {bylines.length === 0 ? (
        <Empty title={paper.bylines.none} />
      ) : (
        <ul className="rows">
          {bylines.map((byline) => (
            <BylineRow key={byline.id} byline={byline} hasSealKeys={hasSealKeys} />
          ))}
        </ul>
      )}
    </Screen>
  )
}

function BylineRow({ byline, hasSealKeys }: { readonly byline: Byline; readonly hasSealKeys: boolean }) {
  const { paper, ui } = useMessages()
  const may = useMay()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li>
      <div className="row-line">
        <span>
          <strong>{byline.name}</strong> <small>{paper.bylines.kinds[byline.kind]}</small>
        </span>
        {byline.isSealed && <small>{paper.bylines.isSealed}</small>}
        <Button kind="quiet" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? ui.close : paper.change}
        </Button>
      </div>
      {isOpen && (
        <div className="row-more">
          <BylineForm byline={byline} />
          {may('seal-byline') && <SealedByline byline={byline} hasSealKeys={hasSealKeys} />}
        </div>
      )}
    </li>
  )
}

function BylineForm({ byline }: { readonly byline: Byline }) {
  const { paper, ui } = useMessages()
  const [name, setName] = useState(byline.name)
  const [kind, setKind] = useState(byline.kind)
  const [names, setNames] = useState<Readonly<Record<string, string>>>(byline.names)
  const [about, setAbout] = useState<Readonly<Record<string, string>>>(byline.about)
  const [isSaved, setIsSaved] = useState(false)
  const { run, isBusy, notice } = useDoing()
  const save = async () => {
    const body = { name, kind, names, about }
    const done = await run(async () => {
      await api('PATCH /paper/bylines/{slug}', { params: { slug: byline.slug }, body })
      await refresh('GET /paper/bylines')
    })
    setIsSaved(done)
  }
  return (
    <form className="form" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={paper.bylines.name} help={paper.bylines.nameHelp} value={name} onChange={setName} />
      <Select
        label={paper.bylines.kind}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: paper.bylines.kinds[value] }))}
        onChange={setKind}
      />
      <TranslatedFields label={paper.bylines.otherNames} texts={names} onChange={setNames} />
      <TranslatedFields label={paper.bylines.aboutThem} texts={about} onChange={setAbout} rows={3} />
      {notice}
      {isSaved && <Notice kind="done" title={paper.saved} />}
      <Button kind="main" type="submit" isDisabled={isBusy}>
        {ui.save}
      </Button>
    </form>
  )
}

function NewByline({ onDone }: { readonly onDone: () => void }) {
  const { paper, ui } = useMessages()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Byline['kind']>('person')
  const { run, isBusy, notice } = useDoing()
  const save = () =>
    run(async () => {
      await api('POST /paper/bylines', { body: { name, kind } })
      await refresh('GET /paper/bylines')
      onDone()
    })
  return (
    <form className="form paper-new" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={paper.bylines.name} help={paper.bylines.nameHelp} value={name} onChange={setName} />
      <Select
        label={paper.bylines.kind}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: paper.bylines.kinds[value] }))}
        onChange={setKind}
      />
      {notice}
      <div className="actions">
        <Button kind="main" type="submit" isDisabled={isBusy || name.trim() === ''}>
          {paper.bylines.add}
        </Button>
        <Button onPress={onDone}>{ui.cancel}</Button>
      </div>
    </form>
  )
}
