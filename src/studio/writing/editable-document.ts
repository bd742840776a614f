import type { Node } from 'prosemirror-model'
import type { StoryDocument } from '../../story/document.ts'
import { storySchema } from '../editor/schema.ts'
import { fromStoryDocument } from '../editor/story-document.ts'

/** A body as the editor opens it: an empty one gets a paragraph to begin in. What is journalled stands on this. */
export function editableDocument(body: StoryDocument): Node {
  const stored = fromStoryDocument(body)
  if (stored.childCount > 0) return stored
  return storySchema.nodes.doc.create(null, storySchema.nodes.paragraph.create())
}
