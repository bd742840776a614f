import type { Child, FC } from 'hono/jsx'
import type { Language } from '../../story/story.ts'
import { type DiffPart, isSame } from '../../story/word-diff.ts'
import type { ChangedLine, StoryDiff } from '../../story/word-diff-story.ts'
import { message } from '../messages/message.ts'

/** Words as they changed: what went is struck through, what came is underlined, and both are said to who cannot see it. */
export const ChangedWords: FC<{ parts: readonly DiffPart[]; language: Language }> = ({ parts, language }) => (
  <>
    {parts.map((part, index) => (
      <>
        {index > 0 && (isSpaced(part) || parts[index - 1]?.kind === 'removed') && ' '}
        <Words part={part} language={language} />
      </>
    ))}
  </>
)

const isSpaced = ({ text }: DiffPart): boolean => /^\s/.test(text)

const Words: FC<{ part: DiffPart; language: Language }> = ({ part: { kind, text }, language }) => {
  const words = text.trim()
  if (kind === 'same') return <>{words}</>
  return kind === 'removed' ? (
    <del>
      <Said>{message(language, 'changes.removed')} </Said>
      {words}
      <Said> ({message(language, 'changes.end')})</Said>
    </del>
  ) : (
    <ins>
      <Said>{message(language, 'changes.added')} </Said>
      {words}
      <Said> ({message(language, 'changes.end')})</Said>
    </ins>
  )
}

/** Heard, not seen: the lines through and under the words say it to the eye. */
const Said: FC<{ children?: Child }> = ({ children }) => <span class="said">{children}</span>

/** Around a change stand this many lines that did not change, so that it can be understood. */
const AROUND = 1

/** A passage of lines, or a stretch of so many that did not change. */
type Passage = { readonly lines: readonly ChangedLine[] } | { readonly unchanged: number }

/** The body as it changed, long stretches that stayed folded to a line that says how long they are. */
export const ChangedBody: FC<{ body: StoryDiff['body']; language: Language }> = ({ body, language }) => (
  <>
    {passagesOf(body).map((passage) =>
      'unchanged' in passage ? (
        <p class="fold">… {message(language, 'changes.unchanged', { count: passage.unchanged })} …</p>
      ) : (
        passage.lines.map(({ role, parts }) => (
          <p class={role === 'paragraph' ? undefined : role}>
            <ChangedWords parts={parts} language={language} />
          </p>
        ))
      ),
    )}
  </>
)

function passagesOf(body: StoryDiff['body']): Passage[] {
  const changed = body.map(({ parts }) => !isSame(parts))
  const isNear = (index: number) => changed.slice(Math.max(0, index - AROUND), index + AROUND + 1).includes(true)
  const passages: Passage[] = []
  for (let from = 0; from < body.length; ) {
    const near = isNear(from)
    let to = from + 1
    while (to < body.length && isNear(to) === near) to += 1
    // A single line is shown: to say that it was left out would take as much room.
    passages.push(near || to - from === 1 ? { lines: body.slice(from, to) } : { unchanged: to - from })
    from = to
  }
  return passages
}
