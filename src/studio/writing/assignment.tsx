import { useQuery } from '@tanstack/react-query'
import type { AccountId, DeskId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useSession, useWhyNot } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Select } from '../ui/field.tsx'
import { ChosenList } from './chosen-list.tsx'
import { useDesk } from './desk-context.ts'
import { whyNotWords } from './why-not-words.ts'

const NO_DESK = 'none'

/** Which desk answers for the story, and who is on it. It decides who may write, so it is no part of the text. */
export function Assignment() {
  const { writing, shell } = useMessages()
  const words = writing.details
  const { language } = useStudioLanguage()
  const { story, storyId } = useDesk()
  const { desks } = useSession()
  const people = useQuery(asking('GET /people', {})).data?.people ?? []
  const whyNot = useWhyNot()('assign-story', story.access)
  const doing = useDoing()
  const { deskId, authors } = story.access
  const isDisabled = whyNot !== null || doing.isBusy
  const assign = (next: { deskId: DeskId | null; authors: readonly AccountId[] }) =>
    void doing.run(async () => {
      await api('POST /stories/{storyId}/assign', {
        params: { storyId },
        body: { ...next, authors: [...next.authors] },
      })
      await refresh('GET /stories/{storyId}')
    })
  // Whoever is on the story and works here no more still has a name.
  const known = authors.filter((id) => !people.some((one) => one.id === id))
  return (
    <section className="desk-fact" aria-label={words.desk}>
      <Select
        label={words.desk}
        value={deskId ?? NO_DESK}
        isDisabled={isDisabled}
        choices={[
          { value: NO_DESK, label: words.noDesk },
          ...desks.map(({ id, names }) => ({ value: id, label: names[language] ?? Object.values(names)[0] ?? '' })),
        ]}
        onChange={(id) => assign({ deskId: desks.find((desk) => desk.id === id)?.id ?? null, authors })}
      />
      <ChosenList
        label={words.authors}
        addLabel={words.addAuthor}
        empty={words.noAuthors}
        choices={[...people, ...known.map((id) => ({ id, name: story.names[id] ?? id }))]}
        chosen={authors}
        isDisabled={isDisabled}
        onChange={(next) => assign({ deskId, authors: next })}
      />
      {whyNot !== null && <p className="why-not">{whyNotWords(whyNot, shell.whyNot)}</p>}
      {doing.notice}
    </section>
  )
}
