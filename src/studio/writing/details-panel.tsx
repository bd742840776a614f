import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { parseLocalDate } from '../../time.ts'
import { asking } from '../api/queries.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { TextField } from '../ui/field.tsx'
import { AddressField } from './address-field.tsx'
import { Assignment } from './assignment.tsx'
import { ChosenList } from './chosen-list.tsx'
import { useDesk } from './desk-context.ts'
import { KeywordsField } from './keywords-field.tsx'

/** What a story stands under, and what it is: everything that is not its words. */
export function DetailsPanel() {
  const { mayWrite } = useDesk()
  return (
    <div className="desk-details">
      <Sections isDisabled={!mayWrite} />
      <Bylines isDisabled={!mayWrite} />
      <KeywordsField isDisabled={!mayWrite} />
      <DatelineFields isDisabled={!mayWrite} />
      <AddressField />
      <Assignment />
      <Facts />
    </div>
  )
}

interface Part {
  readonly isDisabled: boolean
}

const inOrOther = (names: Readonly<Record<string, string>>, language: string): string =>
  names[language] ?? Object.values(names)[0] ?? ''

function Sections({ isDisabled }: Part) {
  const { writing } = useMessages()
  const { content, change, story } = useDesk()
  const { data } = useQuery(asking('GET /sections', {}))
  const choices = (data?.sections ?? []).map(({ id, names, parentId }) => {
    const parent = data?.sections.find((one) => one.id === parentId)
    const name = inOrOther(names, story.language)
    return { id, name: parent ? `${inOrOther(parent.names, story.language)} › ${name}` : name }
  })
  return (
    <ChosenList
      label={writing.details.sections}
      help={writing.details.sectionsHelp}
      addLabel={writing.details.addSection}
      empty={writing.details.noSections}
      choices={choices}
      chosen={content.sectionIds}
      isDisabled={isDisabled}
      onChange={(sectionIds) => change({ sectionIds })}
    />
  )
}

function Bylines({ isDisabled }: Part) {
  const { writing } = useMessages()
  const { content, change, story } = useDesk()
  const { data } = useQuery(asking('GET /bylines', {}))
  return (
    <ChosenList
      label={writing.details.bylines}
      addLabel={writing.details.addByline}
      empty={writing.details.noBylines}
      choices={(data?.bylines ?? []).map(({ id, name, names }) => ({ id, name: names[story.language] ?? name }))}
      chosen={content.bylines}
      isDisabled={isDisabled}
      onChange={(bylines) => change({ bylines })}
    />
  )
}

/** Where and when the story was filed; no place means no dateline. */
function DatelineFields({ isDisabled }: Part) {
  const { details } = useMessages().writing
  const { content, change } = useDesk()
  const { place = '', on = null } = content.dateline ?? {}
  const set = (next: { place: string; on: string }) => {
    const date = parseLocalDate(next.on) ?? null
    change({ dateline: next.place === '' && date === null ? null : { place: next.place, on: date } })
  }
  return (
    <>
      <TextField
        label={details.place}
        help={details.placeHelp}
        value={place}
        isReadOnly={isDisabled}
        onChange={(value) => set({ place: value, on: on ?? '' })}
      />
      <TextField
        type="date"
        label={details.date}
        value={on ?? ''}
        isReadOnly={isDisabled}
        onChange={(value) => set({ place, on: value })}
      />
    </>
  )
}

/** In which language it is, and of which story in another it is a translation. */
function Facts() {
  const { details } = useMessages().writing
  const { language } = useStudioLanguage()
  const { story } = useDesk()
  const languages = new Intl.DisplayNames([language], { type: 'language' })
  const nameOf = (code: string) => languages.of(code) ?? code
  const original = story.versionsInGroup.find(({ id }) => id === story.translatedFrom)
  return (
    <dl className="desk-facts">
      <div>
        <dt>{details.language}</dt>
        <dd>{nameOf(story.language)}</dd>
      </div>
      {story.translatedFrom !== null && (
        <div>
          <dt>{details.translatedFrom}</dt>
          <dd>
            <Link to="/stories/$storyId" params={{ storyId: story.translatedFrom }}>
              {original ? `${original.headline || details.untitled} (${nameOf(original.language)})` : details.original}
            </Link>
          </dd>
        </div>
      )}
    </dl>
  )
}
