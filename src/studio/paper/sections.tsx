import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { inLanguage } from '../../story/section.ts'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { TranslatedFields } from '../ui/translated-fields.tsx'
import './paper.css'

type Section = AnswerTo<'GET /paper/sections'>['sections'][number]

const KINDS = ['place', 'subject', 'series'] as const

/** Places, subjects and series: what they are called, what stands under their name, their place in the masthead. */
export function Sections() {
  const { paper } = useMessages()
  const { sections } = useSuspenseQuery(asking('GET /paper/sections', {})).data
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Screen
      title={paper.sections.title}
      about={paper.sections.about}
      actions={
        <Button kind="main" aria-expanded={isAdding} onPress={() => setIsAdding(!isAdding)}>
          {paper.sections.add}
        </Button>
      }
    >
      {isAdding && <NewSection sections={sections} onDone={() => setIsAdding(false)} />}
      {sections.length === 0 && <Empty title={paper.sections.none} />}
      {KINDS.map((kind) => {
        const some = sections.filter((section) => section.kind === kind)
        if (some.length === 0) return null
        return (
          <section key={kind} className="paper-group">
            <h2>{paper.sections.kinds[kind]}</h2>
            <ul className="rows">
              {inTree(some).map(({ section, depth }) => (
                <SectionRow key={section.id} section={section} depth={depth} />
              ))}
            </ul>
          </section>
        )
      })}
    </Screen>
  )
}

/** Places under the places that they lie in. */
function inTree(
  sections: readonly Section[],
  parentId: string | null = null,
  depth = 0,
): { section: Section; depth: number }[] {
  const known = new Set<string>(sections.map(({ id }) => id))
  const here = sections.filter((section) =>
    parentId === null ? section.parentId === null || !known.has(section.parentId) : section.parentId === parentId,
  )
  return here.flatMap((section) => [{ section, depth }, ...inTree(sections, section.id, depth + 1)])
}

function SectionRow({ section, depth }: { readonly section: Section; readonly depth: number }) {
  const { paper, ui } = useMessages()
  const { language } = useStudioLanguage()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li data-depth={Math.min(depth, 3)}>
      <div className="row-line">
        <span>
          <strong>{inLanguage(section.names, language)}</strong> <small>/{section.slug}</small>
        </span>
        {section.position !== null && <small>{paper.sections.inMasthead(section.position)}</small>}
        <Button kind="quiet" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? ui.close : paper.change}
        </Button>
      </div>
      {isOpen && <SectionForm section={section} onDone={() => setIsOpen(false)} />}
    </li>
  )
}

function SectionForm({ section, onDone }: { readonly section: Section; readonly onDone: () => void }) {
  const { paper, ui } = useMessages()
  const [names, setNames] = useState<Readonly<Record<string, string>>>(section.names)
  const [about, setAbout] = useState<Readonly<Record<string, string>>>(section.about)
  const [position, setPosition] = useState(section.position === null ? '' : String(section.position))
  const { run, isBusy, notice } = useDoing()
  const save = () =>
    run(async () => {
      const body = { names, about, position: positionFrom(position) }
      await api('PATCH /paper/sections/{slug}', { params: { slug: section.slug }, body })
      await refresh('GET /paper/sections')
      onDone()
    })
  return (
    <form className="form row-more" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TranslatedFields label={paper.sections.names} texts={names} onChange={setNames} />
      <TranslatedFields label={paper.sections.under} texts={about} onChange={setAbout} rows={2} />
      <TextField
        label={paper.sections.position}
        help={paper.sections.positionHelp}
        inputMode="numeric"
        value={position}
        onChange={setPosition}
      />
      {notice}
      <Button kind="main" type="submit" isDisabled={isBusy}>
        {ui.save}
      </Button>
    </form>
  )
}

const positionFrom = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null)

function NewSection({ sections, onDone }: { readonly sections: readonly Section[]; readonly onDone: () => void }) {
  const { paper, ui } = useMessages()
  const { language } = useStudioLanguage()
  const [kind, setKind] = useState<Section['kind']>('place')
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [parent, setParent] = useState<string>('')
  const { run, isBusy, notice } = useDoing()
  const places = sections.filter((section) => section.kind === 'place')
  const parentId = kind === 'place' ? (places.find(({ id }) => id === parent)?.id ?? null) : null
  const save = () =>
    run(async () => {
      await api('POST /paper/sections', { body: { kind, names, parentId, position: null } })
      await refresh('GET /paper/sections')
      onDone()
    })
  return (
    <form className="form paper-new" onSubmit={(event) => (event.preventDefault(), void save())}>
      <Select
        label={paper.sections.kind}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: paper.sections.kinds[value] }))}
        onChange={setKind}
      />
      {kind === 'place' && places.length > 0 && (
        <Select
          label={paper.sections.liesIn}
          value={parent}
          choices={[
            { value: '', label: ui.none },
            ...places.map(({ id, names: called }) => ({ value: id as string, label: inLanguage(called, language) })),
          ]}
          onChange={setParent}
        />
      )}
      <TranslatedFields label={paper.sections.names} texts={names} onChange={setNames} />
      <p className="paper-help">{paper.sections.addressHelp}</p>
      {notice}
      <div className="actions">
        <Button kind="main" type="submit" isDisabled={isBusy}>
          {paper.sections.add}
        </Button>
        <Button onPress={onDone}>{ui.cancel}</Button>
      </div>
    </form>
  )
}
