import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Screen } from '../ui/screen.tsx'
import { TranslatedFields } from '../ui/translated-fields.tsx'
import './paper.css'

type Settings = AnswerTo<'GET /paper/settings'>
type Profile = Settings['profile']

/** The fields of the profile, as the API names them, and where each stands. */
const FIELDS = [
  ['legal-name', 'legalName'],
  ['founded', 'founded'],
  ['contact-email', 'contactEmail'],
  ['security-contact', 'securityContact'],
  ['signal', 'signal'],
  ['secure-drop', 'secureDrop'],
  ['links', 'links'],
  ['memberships', 'memberships'],
  ['ads-txt', 'adsTxt'],
] as const satisfies readonly (readonly [string, keyof Profile])[]

/** What the paper is called, its languages and zone, and how it can be reached. */
export function Settings() {
  const { paper } = useMessages()
  const may = useMay()
  const settings = useSuspenseQuery(asking('GET /paper/settings', {})).data
  return (
    <Screen title={paper.settings.title} about={paper.settings.about}>
      {may('set-up-newspaper') && <NameForm settings={settings} />}
      <section className="paper-group">
        <h2>{paper.settings.reach}</h2>
        <p className="paper-help">{paper.settings.reachHelp}</p>
        {FIELDS.map(([field, name]) => (
          <ProfileField key={field} field={field} value={settings.profile[name]} />
        ))}
      </section>
    </Screen>
  )
}

function NameForm({ settings }: { readonly settings: Settings }) {
  const { paper, ui } = useMessages()
  const [name, setName] = useState(settings.name)
  const [tagline, setTagline] = useState<Readonly<Record<string, string>>>(settings.tagline)
  const [languages, setLanguages] = useState(settings.languages.join(', '))
  const [defaultLanguage, setDefault] = useState(settings.defaultLanguage)
  const [zone, setZone] = useState(settings.zone)
  const [isSaved, setIsSaved] = useState(false)
  const { run, isBusy, notice } = useDoing()
  const save = async () => {
    const tags = languages.split(/[\s,]+/).filter(Boolean)
    const body = { name, tagline, languages: tags, defaultLanguage, zone }
    const done = await run(async () => {
      await api('PUT /paper/settings', { body })
      await refresh('GET /paper/settings', 'GET /session')
    })
    setIsSaved(done)
  }
  return (
    <form className="form paper-group" onSubmit={(event) => (event.preventDefault(), void save())}>
      <h2>{paper.settings.paper}</h2>
      <TextField label={paper.settings.name} value={name} onChange={setName} />
      <TranslatedFields label={paper.settings.tagline} texts={tagline} onChange={setTagline} />
      <TextField
        label={paper.settings.languages}
        help={paper.settings.languagesHelp}
        value={languages}
        onChange={setLanguages}
      />
      <TextField
        label={paper.settings.first}
        help={paper.settings.firstHelp}
        value={defaultLanguage}
        onChange={setDefault}
      />
      <TextField label={paper.settings.zone} help={paper.settings.zoneHelp} value={zone} onChange={setZone} />
      {notice}
      {isSaved && <Notice kind="done" title={paper.saved} />}
      <Button kind="main" type="submit" isDisabled={isBusy} whyNot={settings.isSample ? paper.settings.isSample : null}>
        {ui.save}
      </Button>
    </form>
  )
}

interface FieldProps {
  readonly field: (typeof FIELDS)[number][0]
  readonly value: Profile[keyof Profile]
}

/** One thing that the paper says of itself, saved by itself: what is wrong with it stands beside it. */
function ProfileField({ field, value }: FieldProps) {
  const { paper, ui } = useMessages()
  const isList = Array.isArray(value)
  const kept = isList ? value.join('\n') : String(value ?? '')
  const [text, setText] = useState(kept)
  const [isSaved, setIsSaved] = useState(false)
  const { run, isBusy, notice } = useDoing()
  const { label, help } = paper.settings.fields[field]
  const save = async () => {
    const values = (isList ? text.split('\n') : [text]).map((line) => line.trim()).filter((line) => line !== '')
    const done = await run(async () => {
      await api('PUT /paper/profile/{field}', { params: { field }, body: { values } })
      await refresh('GET /paper/settings')
    })
    setIsSaved(done)
  }
  const change = (next: string) => {
    setText(next)
    setIsSaved(false)
  }
  return (
    <form className="form" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={label} help={help} value={text} onChange={change} {...(isList ? { rows: 3 } : {})} />
      {notice}
      {text !== kept && (
        <Button type="submit" isDisabled={isBusy} aria-label={`${ui.save}: ${label}`}>
          {ui.save}
        </Button>
      )}
      {isSaved && <p role="status">{paper.saved}</p>}
    </form>
  )
}
