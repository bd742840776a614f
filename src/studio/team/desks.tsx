import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { inLanguage } from '../../story/section.ts'
import { api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { type Session, useSession } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Checkbox } from '../ui/field.tsx'
import { TranslatedFields } from '../ui/translated-fields.tsx'

type Desk = Session['desks'][number]

/** The desks: who answers for the stories of which sections. */
export function Desks() {
  const { team, ui } = useMessages()
  const { language } = useStudioLanguage()
  const { desks } = useSession()
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  return (
    <section className="team-part">
      <h2>{team.desks}</h2>
      <p className="team-help">{team.desksHelp}</p>
      <ul className="rows">
        {desks.map((desk) => (
          <li key={desk.id}>
            <div className="row-line">
              <strong>{inLanguage(desk.names, language)}</strong>
              <small>{team.sectionCount(desk.sectionIds.length)}</small>
              <Button
                kind="quiet"
                aria-expanded={open === desk.id}
                onPress={() => setOpen(open === desk.id ? null : desk.id)}
              >
                {open === desk.id ? ui.close : team.change}
              </Button>
            </div>
            {open === desk.id && <DeskForm desk={desk} onDone={close} />}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <DeskForm desk={null} onDone={close} />
      ) : (
        <Button onPress={() => setOpen('new')}>{team.addDesk}</Button>
      )}
    </section>
  )
}

function DeskForm({ desk, onDone }: { readonly desk: Desk | null; readonly onDone: () => void }) {
  const { team, ui } = useMessages()
  const { language } = useStudioLanguage()
  const { data } = useQuery(asking('GET /paper/sections', {}))
  const [names, setNames] = useState<Readonly<Record<string, string>>>(desk?.names ?? {})
  const [chosen, setChosen] = useState(desk?.sectionIds ?? [])
  const { run, isBusy, notice } = useDoing()
  const act = (work: () => Promise<unknown>) =>
    run(async () => {
      await work()
      await refresh('GET /session')
      onDone()
    })
  const save = () => {
    const body = { names, sectionIds: chosen }
    return act(() =>
      desk ? api('PUT /desks/{deskId}', { params: { deskId: desk.id }, body }) : api('POST /desks', { body }),
    )
  }
  return (
    <form className="form team-new" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TranslatedFields label={team.deskName} texts={names} onChange={setNames} />
      <fieldset>
        <legend>{team.deskSections}</legend>
        {(data?.sections ?? []).map((section) => (
          <Checkbox
            key={section.id}
            isSelected={chosen.includes(section.id)}
            onChange={(is) => setChosen(is ? [...chosen, section.id] : chosen.filter((id) => id !== section.id))}
          >
            {inLanguage(section.names, language)}
          </Checkbox>
        ))}
      </fieldset>
      {notice}
      <div className="actions">
        <Button kind="main" type="submit" isDisabled={isBusy}>
          {ui.save}
        </Button>
        <Button onPress={onDone}>{ui.cancel}</Button>
        {desk && (
          <Button
            kind="grave"
            isDisabled={isBusy}
            onPress={() => void act(() => api('DELETE /desks/{deskId}', { params: { deskId: desk.id } }))}
          >
            {team.removeDesk}
          </Button>
        )}
      </div>
    </form>
  )
}
