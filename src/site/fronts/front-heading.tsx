import type { FC } from 'hono/jsx'
import { inLanguage, type PersonaKind, type Section } from '../../story/section.ts'
import type { PublicPicture } from '../../story/public-picture.ts'
import { message, type MessageKey } from '../messages/message.ts'
import { PersonaPortrait } from '../figures/persona-portrait.tsx'
import type { ListSubject, PageContext, StoryCard } from '../props.ts'
import { entryPath } from '../record/record-paths.ts'
import { SectionTrail } from './section-trail.tsx'
import { parentsOf, subjectName } from './subjects.ts'

/** The same place in the record. */
export interface PlaceInRecord {
  readonly slug: string
  readonly name: string
  readonly events: number
}

/** A series from its beginning. */
export interface Parts {
  readonly total: number
  /** The oldest first. */
  readonly first: readonly StoryCard[]
}

interface HeadingProps {
  readonly context: PageContext
  readonly subject: ListSubject
  readonly parts: Parts | null
  readonly inRecord: PlaceInRecord | null
  /** An author's picture. */
  readonly portrait: PublicPicture | null
}

/** The name over a section or an author, what it stands in, and what the paper says of it. */
export const FrontHeading: FC<HeadingProps> = ({ context, subject, parts, inRecord, portrait }) => {
  if (subject.kind === 'all') return <></>
  const said = subject.kind === 'section' ? subject.section.about : subject.persona.about
  const about = inLanguage(said, context.language)
  return (
    <header class="heading">
      {portrait && <PersonaPortrait picture={portrait} />}
      {subject.kind === 'section' ? (
        <OverSection context={context} section={subject.section} parts={parts} />
      ) : (
        <Label>{message(context.language, AUTHOR[subject.persona.kind])}</Label>
      )}
      <h1>{subjectName(context, subject)}</h1>
      {about && <p class="stand">{about}</p>}
      {parts && parts.first[0] && <Beginning context={context} first={parts.first[0]} />}
      {inRecord && inRecord.events > 0 && (
        <p class="way">
          <a href={entryPath(context, 'place', inRecord.slug)}>
            {message(context.language, 'front.inRecord', { count: inRecord.events, place: inRecord.name })}
          </a>
        </p>
      )}
    </header>
  )
}

const AUTHOR = {
  person: 'front.author',
  desk: 'front.desk',
  organisation: 'front.organisation',
} as const satisfies Readonly<Record<PersonaKind, MessageKey>>

const Label: FC<{ children?: string }> = ({ children }) => (
  <p class="kicker">
    <b>{children}</b>
  </p>
)

/** What a section stands in; over a series that stands in nothing, that it is one, and how long. */
const OverSection: FC<{ context: PageContext; section: Section; parts: Parts | null }> = ({
  context,
  section,
  parts,
}) => {
  const { language } = context
  const series = [
    message(language, 'front.series'),
    ...(parts && parts.total > 0 ? [message(language, 'front.parts', { count: parts.total })] : []),
  ]
  return (
    <>
      <SectionTrail context={context} sections={parentsOf(context, section)} />
      {section.kind === 'series' && <Label>{series.join(' · ')}</Label>}
    </>
  )
}

const Beginning: FC<{ context: PageContext; first: StoryCard }> = ({ context, first }) => (
  <p class="way">
    {message(context.language, 'front.begin')} <a href={first.path}>{first.headline}</a>
  </p>
)
