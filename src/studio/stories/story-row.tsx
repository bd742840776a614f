import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { AnswerTo } from '../api/api.ts'
import { useSession } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { inLanguage } from '../../story/section.ts'
import { Checkbox } from '../ui/field.tsx'
import { When } from '../ui/when.tsx'
import { StateMark } from '../ui/state-mark.tsx'

export type ListedStory = AnswerTo<'GET /stories'>['stories'][number]

/** What sections are called, by id, in the studio's language. */
export type SectionNames = ReadonlyMap<string, string>

interface Props {
  readonly story: ListedStory
  readonly sections: SectionNames
  /** Left out where nothing is chosen. */
  readonly choice?: { readonly isChosen: boolean; readonly onChange: (isChosen: boolean) => void }
}

/** A story on a list: what it is called, where it belongs, where it stands, and who touched it last. */
export function StoryRow({ story, sections, choice }: Props) {
  const { stories } = useMessages()
  const headline = story.headline.trim() || stories.noHeadline
  return (
    <li className="story-row" data-chosen={choice?.isChosen || undefined} data-story={story.id}>
      {choice && (
        <Checkbox isSelected={choice.isChosen} onChange={choice.onChange}>
          <span className="visually-hidden">{stories.choose(headline)}</span>
        </Checkbox>
      )}
      <div className="story-what">
        <p className="story-headline" data-empty={story.headline.trim() === '' || undefined}>
          <Link to="/stories/$storyId" params={{ storyId: story.id }} className="story-link" lang={story.language}>
            {headline}
          </Link>
        </p>
        <Belongs story={story} sections={sections} />
        <Marks story={story} />
      </div>
      <p className="story-state">
        <StateMark state={story.state} />
      </p>
      <p className="story-touched">
        <When at={story.touchedAt} />
        <small>{stories.touched(story.touchedBy)}</small>
      </p>
    </li>
  )
}

function Belongs({ story, sections }: Pick<Props, 'story' | 'sections'>) {
  const { language } = useStudioLanguage()
  const { stories } = useMessages()
  const { desks } = useSession()
  const desk = desks.find(({ id }) => id === story.deskId)
  const parts = [
    story.kicker,
    ...story.sectionIds.map((id) => sections.get(id)),
    desk && `${stories.desk}: ${inLanguage(desk.names, language)}`,
    story.authors.map(({ name }) => name).join(', '),
  ].filter((part) => part)
  return (
    <p className="story-belongs">
      <abbr title={languageName(language, story.language)}>{story.language.toUpperCase()}</abbr>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {story.versions.length > 0 && (
        <span>
          {stories.marks.also}{' '}
          {story.versions.map((version, index) => (
            <Fragment key={version.id}>
              {index > 0 && ', '}
              <Link to="/stories/$storyId" params={{ storyId: version.id }}>
                {languageName(language, version.language)}
              </Link>
            </Fragment>
          ))}
        </span>
      )}
    </p>
  )
}

function Marks({ story }: Pick<Props, 'story'>) {
  const { stories } = useMessages()
  const { holdReason, embargoUntil, scheduledFor, hasChanged, state } = story
  const suggested = story.suggestedClaims ?? 0
  const isPlain = holdReason === null && embargoUntil === null && scheduledFor === null && !hasChanged
  if (isPlain && suggested === 0) return null
  return (
    <ul className="story-marks">
      {holdReason !== null && <li className="grave">■ {stories.marks.hold(holdReason)}</li>}
      {embargoUntil !== null && (
        <li className="grave">
          ◆ {stories.marks.embargo} <When at={embargoUntil} />
        </li>
      )}
      {scheduledFor !== null && state === 'scheduled' && (
        <li>
          ◕ {stories.marks.scheduled} <When at={scheduledFor} />
        </li>
      )}
      {hasChanged && <li>✎ {stories.marks.changed}</li>}
      {suggested > 0 && <li>? {stories.marks.suggested(suggested)}</li>}
    </ul>
  )
}

/** What a language is called in the one that the studio is in. */
export const languageName = (studio: string, language: string): string =>
  new Intl.DisplayNames([studio], { type: 'language' }).of(language) ?? language
