import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeskId } from '../../ids.ts'
import { inLanguage } from '../../story/section.ts'
import { desksFor } from '../../staff/story-reach.ts'
import { api, NoConnection } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMay, useMe, usePaper, useSession } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { languageName } from './story-row.tsx'

const NO_DESK = 'none'

/** The way to begin a story: at once, or after a language and a desk were chosen where there is a choice. */
export function useNewStory() {
  const [isAsking, setIsAsking] = useState(false)
  const { stories } = useMessages()
  const navigate = useNavigate()
  const choices = useBeginnings()
  const { mutate, error } = useMutation({
    mutationFn: (begun: { language: string; deskId: DeskId | null }) => api('POST /stories', { body: begun }),
    onSuccess: async ({ id }) => {
      await refresh('GET /stories', 'GET /work')
      await navigate({ to: '/stories/$storyId', params: { storyId: id } })
    },
    onError: () => setIsAsking(true),
  })
  const begin = () => {
    if (choices.languages.length > 1 || choices.desks.length > 1) setIsAsking(true)
    else mutate({ language: choices.languages[0] ?? 'en', deskId: choices.desks[0]?.id ?? null })
  }
  const dialog = isAsking && (
    <NewStoryDialog
      choices={choices}
      problem={error instanceof NoConnection ? stories.beginOffline : (error?.message ?? null)}
      onBegin={mutate}
      onClose={() => setIsAsking(false)}
    />
  )
  return { begin, dialog }
}

/** The button to begin a story by. */
export function NewStoryButton({ onPress }: { readonly onPress: () => void }) {
  const { stories } = useMessages()
  const may = useMay()
  if (!may('create-story')) return null
  return (
    <Button kind="main" onPress={onPress}>
      {stories.begin} <kbd aria-hidden="true">N</kbd>
    </Button>
  )
}

interface Beginnings {
  readonly languages: readonly string[]
  /** Null stands for no desk yet. */
  readonly desks: readonly { readonly id: DeskId | null; readonly label: string }[]
}

/** In which languages and for which desks I may begin a story. */
function useBeginnings(): Beginnings {
  const { language } = useStudioLanguage()
  const { stories } = useMessages()
  const { defaultLanguage, languages } = usePaper()
  const { desks } = useSession()
  const mine = desksFor(useMe(), 'create-story')
  const named = desks
    .filter(({ id }) => mine === 'all' || mine.includes(id))
    .map(({ id, names }) => ({ id, label: inLanguage(names, language) }))
  return {
    languages: [defaultLanguage, ...languages.filter((one) => one !== defaultLanguage)],
    desks: mine === 'all' && named.length > 0 ? [{ id: null, label: stories.noDesk }, ...named] : named,
  }
}

interface DialogProps {
  readonly choices: Beginnings
  readonly problem: string | null
  readonly onBegin: (begun: { language: string; deskId: DeskId | null }) => void
  readonly onClose: () => void
}

function NewStoryDialog({ choices, problem, onBegin, onClose }: DialogProps) {
  const { stories, ui } = useMessages()
  const studio = useStudioLanguage().language
  const [language, setLanguage] = useState(choices.languages[0] ?? 'en')
  const [desk, setDesk] = useState<string>(choices.desks[0]?.id ?? NO_DESK)
  const deskId = choices.desks.find(({ id }) => id === desk)?.id ?? null
  return (
    <Dialog title={stories.begin} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onBegin({ language, deskId })
        }}
      >
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        {choices.languages.length > 1 && (
          <Select
            label={stories.language}
            value={language}
            choices={choices.languages.map((one) => ({ value: one, label: languageName(studio, one) }))}
            onChange={setLanguage}
          />
        )}
        {choices.desks.length > 1 && (
          <Select
            label={stories.desk}
            value={desk}
            choices={choices.desks.map(({ id, label }) => ({ value: id ?? NO_DESK, label }))}
            onChange={setDesk}
          />
        )}
        <p>
          <small>{stories.beginAbout}</small>
        </p>
        <div className="dialog-actions">
          <Button kind="main" type="submit" autoFocus>
            {stories.beginNow}
          </Button>
          <Button onPress={onClose}>{ui.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
