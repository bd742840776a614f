import { useQuery } from '@tanstack/react-query'
import { asking } from '../api/queries.ts'
import { usePaper, useSession } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { inLanguage, personaName } from '../../story/section.ts'
import type { ListSearch } from './list-search.ts'
import { STATES } from './list-search.ts'
import { languageName, type SectionNames } from './story-row.tsx'

interface Choice {
  readonly value: string
  readonly label: string
}

/** What sections are called. Empty until they are known. */
export function useSectionNames(): SectionNames {
  const { language } = useStudioLanguage()
  const { data } = useQuery(asking('GET /sections', {}))
  return new Map(data?.sections.map(({ id, names }) => [id, inLanguage(names, language)]))
}

/** What each filter can be set to. */
export function useListChoices(): Readonly<
  Record<Exclude<keyof ListSearch, 'q' | 'from' | 'to' | 'suggested'>, readonly Choice[]>
> {
  const { language } = useStudioLanguage()
  const { shell, stories } = useMessages()
  const { desks } = useSession()
  const paper = usePaper()
  const sections = useSectionNames()
  const bylines = useQuery(asking('GET /bylines', {})).data?.bylines ?? []
  const people = useQuery(asking('GET /people', {})).data?.people ?? []
  return {
    state: STATES.map((state) => ({ value: state, label: shell.states[state] })),
    language: paper.languages.map((one) => ({ value: one, label: languageName(language, one) })),
    desk: [
      ...desks.map(({ id, names }) => ({ value: id, label: inLanguage(names, language) })),
      { value: 'none', label: stories.noDesk },
    ],
    section: [...sections].map(([value, label]) => ({ value, label })).sort(byLabel(language)),
    byline: bylines.map((one) => ({ value: one.id, label: personaName(one, language) })).sort(byLabel(language)),
    author: people.map(({ id, name }) => ({ value: id, label: name })),
  }
}

const byLabel = (language: string) => {
  const { compare } = new Intl.Collator(language)
  return (one: Choice, other: Choice) => compare(one.label, other.label)
}
