import { Step } from 'prosemirror-transform'
import { storySchema } from '../editor/schema.ts'
import { toStoryDocument } from '../editor/story-document.ts'
import { editableDocument } from './editable-document.ts'
import type { Entry, KeptStory, Text } from './kept-story.ts'

/**
 * The text as it stood at the last keystroke that reached the disk: the last whole text, and every change since.
 *
 * A change that cannot be done ends it there; what was before stays. Null where nothing was kept.
 */
export function replay({ server, sent, text, entries }: KeptStory<unknown>): Text | null {
  const ground = text ?? sent ?? server
  if (!ground) return null
  const { body, ...first } = ground.content
  const head = { ...first }
  let [doc, margin] = [editableDocument(body), ground.margin]
  for (const { steps, fields, margin: hung } of entries) {
    const after = withSteps(doc, steps)
    if (!after) break
    doc = after
    Object.assign(head, fields)
    margin = hung ?? margin
  }
  return { content: { ...head, body: toStoryDocument(doc) }, margin }
}

function withSteps(doc: ReturnType<typeof editableDocument>, steps: Entry['steps']) {
  let now = doc
  for (const json of steps) {
    const done = Step.fromJSON(storySchema, json).apply(now)
    if (!done.doc) return null
    now = done.doc
  }
  return now
}
