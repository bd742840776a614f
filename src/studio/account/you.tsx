import { type FormEvent, useState } from 'react'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { LANGUAGE_NAMES } from '../entering/entry.tsx'
import { type Doing, useDoing } from '../entering/use-doing.ts'
import { STUDIO_LANGUAGES, type StudioLanguage, useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { APPEARANCES, type Appearance, chooseAppearance, rememberedAppearance } from './appearance.ts'

/** What one is called, the language of the studio, and how it looks on this device. */
export function You({ name: before }: { readonly name: string }) {
  const { account: words, entering, ui } = useMessages()
  const [name, setName] = useState(before)
  const [isSaved, setIsSaved] = useState(false)
  const doing = useDoing()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setIsSaved(false)
    const isDone = await doing.run(
      async () => {
        await api('PATCH /account', { body: { name: name.trim() } })
        await refresh('GET /account', 'GET /session')
      },
      { refused: entering.problems.nameTaken },
    )
    setIsSaved(isDone)
  }
  return (
    <section>
      <h2>{words.you}</h2>
      {doing.problem && (
        <Notice kind="problem">
          <p>{doing.problem}</p>
        </Notice>
      )}
      {isSaved && <Notice kind="done">{words.saved}</Notice>}
      <form onSubmit={(event) => void save(event)}>
        <TextField
          label={words.name}
          help={entering.welcome.nameHelp}
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={setName}
        />
        {name.trim() !== before && (
          <p>
            <Button kind="main" type="submit" isDisabled={doing.isBusy || name.trim() === ''}>
              {ui.save}
            </Button>
          </p>
        )}
      </form>
      <Looks doing={doing} />
    </section>
  )
}

/** The language, kept with the account, and the appearance, kept on the device. */
function Looks({ doing }: { readonly doing: Doing }) {
  const { account: words, shell } = useMessages()
  const { language, speak } = useStudioLanguage()
  const [appearance, setAppearance] = useState(rememberedAppearance)
  const chooseLanguage = (chosen: StudioLanguage) => {
    speak(chosen)
    void doing.run(async () => {
      await api('PATCH /account', { body: { language: chosen } })
    })
  }
  const look = (chosen: Appearance) => {
    chooseAppearance(chosen)
    setAppearance(chosen)
  }
  return (
    <div className="you">
      <Select
        label={words.language}
        value={language}
        choices={STUDIO_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={chooseLanguage}
      />
      <Select
        label={shell.appearance.label}
        help={words.appearanceHelp}
        value={appearance}
        choices={APPEARANCES.map((value) => ({ value, label: shell.appearance[value] }))}
        onChange={look}
      />
    </div>
  )
}
