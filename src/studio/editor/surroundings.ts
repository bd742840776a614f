import type { EditorState } from 'prosemirror-state'
import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { EventId, PictureId } from '../../ids.ts'
import type { Picture } from '../../story/document.ts'

/** A picture of the newsroom's, as it is shown while a story is written. */
export interface ShownPicture {
  /** The address of a rendition that is wide enough for the text. */
  readonly src: string
  /** What it is called in the media library. */
  readonly name: string
}

/**
 * What the editor asks of the studio around it: names behind ids, and choices that need a list.
 *
 * What is not given is not offered: without `chooseEvent`, no menu has "Who says what".
 */
export interface Surroundings {
  /** How an event is called; null for one that is unknown here. */
  readonly describeEvent?: (eventId: EventId) => Promise<string | null>
  readonly describePicture?: (pictureId: PictureId) => Promise<ShownPicture | null>
  /** Lets the writer choose events of the record: one, or up to `most`. Null when they chose none. */
  readonly chooseEvents?: (most: number) => Promise<readonly EventId[] | null>
  /** Asks beside the text who says what the words at the cursor state. */
  readonly sayWho?: (view: EditorView) => void
  /** Lets the writer choose or bring a picture. Null when they chose none. */
  readonly choosePicture?: () => Promise<ChosenPicture | null>
  /** Shows what the library has of the picture in whose caption the cursor stands: its crops, its words there. */
  readonly showPicture?: () => void
}

/** A picture on its way into the text, with the words it came with. */
export interface ChosenPicture {
  readonly picture: Picture
  readonly alt: string
  readonly decorative: boolean
  readonly caption: string | null
  readonly credit: string | null
  readonly licence: string | null
}

const key = new PluginKey<Surroundings>('surroundings')

/** Hands the editor what stands around it. */
export const surroundingsPlugin = (surroundings: Surroundings): Plugin =>
  new Plugin<Surroundings>({ key, state: { init: () => surroundings, apply: (_tr, value) => value } })

/** What stands around the editor; nothing where it was given nothing. */
export const surroundingsOf = (state: EditorState): Surroundings => key.getState(state) ?? {}
