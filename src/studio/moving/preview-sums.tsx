import { useMessages } from '../messages/messages.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import type { Preview } from './name-edits.ts'

const STATUSES = ['published', 'draft', 'scheduled', 'private', 'trashed'] as const

/** What is in the file: sums, the first stories, and what will not come. */
export function PreviewSums({ preview }: { readonly preview: Preview }) {
  const { moving } = useMessages()
  const words = moving.preview
  const { statuses, kinds, hosts, known, pictures } = preview
  return (
    <>
      {!preview.isComplete && <Notice kind="problem" title={words.incomplete} />}
      {!preview.isWhole && <Notice kind="note" title={words.isPart} />}
      <p className="moving-sum">
        <strong>{preview.stories === 0 ? words.none : words.stories(preview.stories)}</strong>
        {pictures > 0 && `, ${words.pictures(pictures)}`}
        {known > 0 && `. ${words.known(known)}`}
      </p>
      <dl className="moving-facts">
        <dt>{words.kind}</dt>
        <dd>{kinds.join(', ')}</dd>
        {hosts.length > 0 && <dt>{words.from}</dt>}
        {hosts.length > 0 && <dd>{hosts.join(', ')}</dd>}
        {STATUSES.filter((status) => statuses[status] !== undefined).map((status) => (
          <div key={status}>
            <dt>{words.statuses[status]}</dt>
            <dd>{statuses[status]}</dd>
          </div>
        ))}
      </dl>
      {preview.first.length > 0 && <h3>{words.first}</h3>}
      <ol className="moving-first">
        {preview.first.map((story, index) => (
          <FirstStory key={`${index} ${story.headline}`} story={story} />
        ))}
      </ol>
      <Problems groups={preview.problems} title={words.problems} />
      {preview.notes.map((note) => (
        <p key={note} className="moving-help">
          {note}
        </p>
      ))}
    </>
  )
}

function FirstStory({ story }: { readonly story: Preview['first'][number] }) {
  const { moving } = useMessages()
  const words = moving.preview
  const { published, sectionPath, bylines, language } = story
  const facts = [
    words.statuses[story.status],
    sectionPath.join(' | '),
    bylines.join(', '),
    language ?? '',
    words.words(story.words),
    story.pictures > 0 ? words.pictures(story.pictures) : '',
  ]
  return (
    <li>
      <p className="moving-headline">{story.headline}</p>
      <p className="moving-help">
        {published === null ? words.noDate : <Published published={published} />} ·{' '}
        {facts.filter((fact) => fact !== '').join(' · ')}
      </p>
      {story.problems.map((problem) => (
        <p key={problem} className="moving-problem">
          {problem}
        </p>
      ))}
    </li>
  )
}

const Published = ({ published }: { readonly published: NonNullable<Preview['first'][number]['published']> }) =>
  published.precision === 'day' ? <time dateTime={published.on}>{published.on}</time> : <When at={published.at} />

/** Problems that say the same, together with their number. */
export const Problems = ({
  groups,
  title,
}: {
  readonly groups: readonly { readonly what: string; readonly count: number }[]
  readonly title: string
}) =>
  groups.length === 0 ? null : (
    <details className="moving-problems">
      <summary>{title}</summary>
      <ul>
        {groups.map(({ what, count }) => (
          <li key={what}>
            <span className="moving-times">{count} ×</span> {what}
          </li>
        ))}
      </ul>
    </details>
  )
