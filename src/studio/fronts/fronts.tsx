import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { inLanguage } from '../../story/section.ts'
import { asking } from '../api/queries.ts'
import { usePaper } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Select } from '../ui/field.tsx'
import { Screen } from '../ui/screen.tsx'
import { ComingChanges } from './coming-changes.tsx'
import { FrontPlaces } from './front-places.tsx'
import { languageName } from '../stories/story-row.tsx'
import { type FrontAddress, readFrontAddress } from './front-address.ts'
import './fronts.css'

/** The first places of every front: what stands there, what is to change, and when. */
export function Fronts() {
  const { fronts } = useMessages()
  const { language } = useStudioLanguage()
  const paper = usePaper()
  const navigate = useNavigate({ from: '/fronts' })
  const sections = useQuery(asking('GET /sections', {})).data?.sections ?? []
  const front = readFrontAddress(useSearch({ from: '/signed-in/fronts' }), paper.defaultLanguage)
  const goTo = (to: Partial<FrontAddress>) => void navigate({ search: { ...front, ...to } })
  const choices = sections
    .map(({ id, names }) => ({ value: `section:${id}` as FrontAddress['list'], label: inLanguage(names, language) }))
    .sort((one, other) => one.label.localeCompare(other.label, language))
  return (
    <Screen title={fronts.title} about={fronts.about}>
      <div className="front-choice">
        <Select
          label={fronts.front}
          value={front.list}
          choices={[{ value: 'all', label: fronts.home }, ...choices]}
          onChange={(list) => goTo({ list })}
        />
        {paper.languages.length > 1 && (
          <Select
            label={fronts.language}
            value={front.language}
            choices={paper.languages.map((one) => ({ value: one, label: languageName(language, one) }))}
            onChange={(one) => goTo({ language: one })}
          />
        )}
      </div>
      <FrontPlaces key={`${front.list} ${front.language}`} front={front} />
      <ComingChanges front={front} />
    </Screen>
  )
}
