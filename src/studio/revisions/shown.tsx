import { useEffect, useRef } from 'react'
import type { StoryId } from '../../ids.ts'
import { useMe } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Failed, Loading } from '../shell/notices.tsx'
import { Changes } from './changes.tsx'
import { type End, type RevisionLine, type SideCopyLine, useText } from './ends.ts'
import { RevisionActions, SideCopyActions } from './version-actions.tsx'
import type { Ends } from './version-list.tsx'

interface Props {
  readonly storyId: StoryId
  readonly language: string
  readonly ends: Ends
  readonly revisions: readonly RevisionLine[]
  readonly sideCopies: readonly SideCopyLine[]
  readonly names: Readonly<Record<string, string>>
  readonly whyNot: string | null
  readonly onDone: () => void
}

/** The two chosen versions, compared, and what can be done with the newer one. */
export function Shown(props: Props) {
  const { ends, revisions: lines, sideCopies } = props
  const { revisions } = useMessages()
  const { accountId } = useMe()
  const heading = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  // On a narrow screen the comparison is below the list: what was chosen comes into view.
  useEffect(() => {
    if (!isFirst.current) heading.current?.scrollIntoView({ block: 'nearest' })
    isFirst.current = false
  }, [ends])
  const nameOf = useNameOf(props)
  const { to } = ends
  const line = to.kind === 'revision' ? lines.find(({ revision }) => revision === to.revision) : undefined
  const copy = to.kind === 'side' ? sideCopies.find(({ id }) => id === to.id) : undefined
  return (
    <section className="history-shown" aria-labelledby="changes">
      <h2 id="changes" ref={heading}>
        {revisions.changes}
      </h2>
      <p className="history-ends" role="status">
        {revisions.fromTo(nameOf(ends.from), nameOf(ends.to))}
      </p>
      {line && <RevisionActions key={line.revision} {...props} line={line} />}
      {copy && <SideCopyActions key={copy.id} {...props} copy={copy} isMine={copy.by === accountId} />}
      <Compared {...props} />
    </section>
  )
}

function Compared({ storyId, ends, language }: Props) {
  const before = useText(storyId, ends.from)
  const after = useText(storyId, ends.to)
  const failure = before.error ?? after.error
  if (failure) return <Failed error={failure} />
  if (!before.data || !after.data) return <Loading />
  return <Changes before={before.data} after={after.data} language={language} />
}

/** What an end is called. */
function useNameOf({ revisions: lines, sideCopies, names }: Props): (end: End) => string {
  const { revisions } = useMessages()
  return (end) => {
    if (end.kind === 'now') return revisions.now
    if (end.kind === 'revision') {
      return lines.find(({ revision }) => revision === end.revision)?.name ?? revisions.version(end.revision)
    }
    const by = sideCopies.find(({ id }) => id === end.id)?.by
    return by === undefined ? revisions.beside : revisions.textOf(names[by] ?? by)
  }
}
