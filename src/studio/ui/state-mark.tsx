import type { StoryState } from '../../story/story.ts'
import { useMessages } from '../messages/messages.tsx'

/** A circle that fills as a story comes nearer to its readers: told by shape and word, never by colour alone. */
const SHAPE: Readonly<Record<StoryState, string>> = {
  draft: '○',
  'in-review': '◔',
  approved: '◑',
  scheduled: '◕',
  published: '●',
  killed: '✕',
}

/** Where a story stands, as a word with its shape. */
export function StateMark({ state }: { readonly state: StoryState }) {
  const { shell } = useMessages()
  return (
    <span className="state" data-state={state}>
      <span aria-hidden="true">{SHAPE[state]}</span> {shell.states[state]}
    </span>
  )
}
