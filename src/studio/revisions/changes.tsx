import { useMemo, useState } from 'react'
import type { StoryContent } from '../../story/story.ts'
import type { DiffPart } from '../../story/word-diff.ts'
import { isSame } from '../../story/word-diff.ts'
import { type ChangedLine, diffStory, isUnchanged } from '../../story/word-diff-story.ts'
import { useMessages } from '../messages/messages.tsx'
import { Checkbox } from '../ui/field.tsx'

/** What is not words and is told by its name alone. */
const AROUND = ['dateline', 'sectionIds', 'bylines', 'keywords'] as const

interface Props {
  readonly before: StoryContent
  readonly after: StoryContent
  readonly language: string
}

/** What changed from one text to another, word by word, as one would read it. */
export function Changes({ before, after, language }: Props) {
  const { revisions } = useMessages()
  const [isShort, setIsShort] = useState(true)
  const diff = useMemo(() => diffStory(before, after), [before, after])
  const around = AROUND.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  if (isUnchanged(diff) && around.length === 0) return <p>{revisions.same}</p>
  return (
    <>
      <Checkbox isSelected={isShort} onChange={setIsShort}>
        {revisions.onlyChanges}
      </Checkbox>
      {around.length > 0 && <p className="changes-around">{revisions.alsoChanged(around)}</p>}
      <div className="changes" lang={language}>
        <HeadLine label={revisions.kicker} parts={diff.kicker} name="kicker" />
        <HeadLine label={revisions.headline} parts={diff.headline} name="headline" />
        <HeadLine label={revisions.standfirst} parts={diff.standfirst} name="standfirst" />
        {(isShort ? gathered(diff.body) : diff.body).map((line, index) =>
          'count' in line ? (
            <p key={index} className="changes-gap" lang={document.documentElement.lang}>
              {revisions.asBefore(line.count)}
            </p>
          ) : (
            <p key={index} className={`changes-line ${line.role}`}>
              <Parts parts={line.parts} />
            </p>
          ),
        )}
      </div>
    </>
  )
}

/** Lines that stayed as they were, as how many there are. */
function gathered(lines: readonly ChangedLine[]): (ChangedLine | { readonly count: number })[] {
  const shown: (ChangedLine | { count: number })[] = []
  for (const line of lines) {
    const last = shown.at(-1)
    if (!isSame(line.parts)) shown.push(line)
    else if (last && 'count' in last) last.count += 1
    else shown.push({ count: 1 })
  }
  return shown
}

interface HeadLineProps {
  readonly label: string
  readonly parts: readonly DiffPart[] | null
  readonly name: string
}

const HeadLine = ({ label, parts, name }: HeadLineProps) =>
  parts && (
    <div className={`changes-head ${name}`}>
      <p className="changes-label" lang={document.documentElement.lang}>
        {label}
      </p>
      <p>
        <Parts parts={parts} />
      </p>
    </div>
  )

/** Colour alone says nothing: what came is underlined, what went is struck through, and both are read out. */
function Parts({ parts }: { readonly parts: readonly DiffPart[] }) {
  const { revisions } = useMessages()
  return parts.map(({ kind, text }, index) => {
    if (kind === 'same') return <span key={index}>{text}</span>
    const Tag = kind === 'added' ? 'ins' : 'del'
    return (
      <Tag key={index}>
        <span className="visually-hidden"> {kind === 'added' ? revisions.putIn : revisions.takenOut}</span>
        {text}
      </Tag>
    )
  })
}
