import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { When } from '../ui/when.tsx'
import { type End, isEnd, NOW, type RevisionLine, type SideCopyLine } from './ends.ts'

/** The two texts that are compared. */
export interface Ends {
  readonly from: End
  readonly to: End
}

interface Props {
  readonly revisions: readonly RevisionLine[]
  readonly sideCopies: readonly SideCopyLine[]
  readonly nowSavedAt: string
  readonly names: Readonly<Record<string, string>>
  readonly ends: Ends
  readonly onChoose: (ends: Ends) => void
}

/** Every version, newest first: choose one to see what changed in it, or any two to compare. */
export function VersionList({ revisions: lines, sideCopies, nowSavedAt, names, ends, onChoose }: Props) {
  const { revisions } = useMessages()
  const newest = lines[0]
  const shared = { ends, onChoose }
  return (
    <>
      <h2>{revisions.versions}</h2>
      <p className="versions-key" aria-hidden="true">
        <span>{revisions.older}</span>
        <span>{revisions.newer}</span>
      </p>
      <ol className="versions">
        <Entry {...shared} end={NOW} before={newest ? asEnd(newest) : NOW} title={revisions.now}>
          <When at={nowSavedAt} /> · {revisions.nowSaved}
        </Entry>
        {lines.map((line) => (
          <Entry
            {...shared}
            key={line.revision}
            end={asEnd(line)}
            before={line.revision > 1 ? { kind: 'revision', revision: line.revision - 1 } : NOW}
            title={line.name ?? revisions.version(line.revision)}
          >
            <RevisionFacts line={line} names={names} />
          </Entry>
        ))}
      </ol>
      {sideCopies.length > 0 && (
        <>
          <h2>{revisions.beside}</h2>
          <p className="versions-about">{revisions.besideAbout}</p>
          <ol className="versions">
            {sideCopies.map((copy) => (
              <Entry
                {...shared}
                key={copy.id}
                end={{ kind: 'side', id: copy.id }}
                before={NOW}
                title={revisions.textOf(names[copy.by] ?? copy.by)}
              >
                <When at={copy.at} /> · {revisions.besides[copy.reason]}
                {copy.settledAt !== null && <span className="state">{revisions.settled}</span>}
              </Entry>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

const asEnd = ({ revision }: RevisionLine): End => ({ kind: 'revision', revision })

function RevisionFacts({ line, names }: { readonly line: RevisionLine; readonly names: Props['names'] }) {
  const { revisions } = useMessages()
  return (
    <>
      {line.name !== null && `${revisions.version(line.revision)} · `}
      <When at={line.at} /> · {revisions.by(names[line.by] ?? line.by)} · {revisions.keptAs[line.keptAs ?? 'saved']}
      {line.isLive && <span className="state">{revisions.live}</span>}
      {line.publications.map(({ version, withheld }) => (
        <span key={version} className="state">
          {withheld ? `${revisions.wasPublic(version)}, ${revisions.withheld}` : revisions.wasPublic(version)}
        </span>
      ))}
    </>
  )
}

interface EntryProps {
  readonly end: End
  /** What it is compared with when it is looked at by itself. */
  readonly before: End
  readonly title: string
  readonly ends: Ends
  readonly onChoose: Props['onChoose']
  readonly children: ReactNode
}

function Entry({ end, before, title, ends, onChoose, children }: EntryProps) {
  const { revisions } = useMessages()
  const isTo = isEnd(ends.to, end)
  const isFrom = isEnd(ends.from, end)
  return (
    <li className="version" data-chosen={isTo || undefined}>
      <input
        type="radio"
        name="from"
        aria-label={revisions.asOlder(title)}
        checked={isFrom}
        onChange={() => onChoose({ ...ends, from: end })}
      />
      <input
        type="radio"
        name="to"
        aria-label={revisions.asNewer(title)}
        checked={isTo}
        onChange={() => onChoose({ ...ends, to: end })}
      />
      <div>
        <button
          type="button"
          className="version-title"
          aria-label={revisions.look(title)}
          aria-current={isTo}
          onClick={() => onChoose({ from: before, to: end })}
        >
          {title}
        </button>
        <p className="version-facts">{children}</p>
      </div>
    </li>
  )
}
