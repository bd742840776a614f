import { type EditorState, NodeSelection } from 'prosemirror-state'
import type { PictureId } from '../../ids.ts'
import type { Picture } from '../../story/document.ts'

/** The photograph in whose caption the caret stands, or that is selected; null elsewhere. */
export function pictureAtCaret({ selection }: EditorState): PictureId | null {
  const node = selection instanceof NodeSelection ? selection.node : selection.$from.parent
  if (node.type.name !== 'figure') return null
  const picture = node.attrs['picture'] as Picture
  return picture.kind === 'photo' ? picture.pictureId : null
}
