import type { SideCopyId } from '../../ids.ts'
import type { Margin } from '../../story/margin.ts'
import type { StoryContent } from '../../story/story.ts'

/** Everything around the body: changed field by field, while the body is changed by steps. */
export type Head = Omit<StoryContent, 'body'>

/** A text with what hangs in its margin. */
export interface Text {
  readonly content: StoryContent
  readonly margin: Margin
}

/** A text that the server has for certain, under this number of its working copy. */
export interface OnServer extends Text {
  readonly version: number
}

/** A text on its way: written on top of `version`, and the same request however often it is sent. */
export interface Sent extends OnServer {
  readonly saveId: string
  /** Side copies whose words are in this text. */
  readonly settles: readonly SideCopyId[]
}

/** One change, as small as a keystroke: ProseMirror's steps as JSON, or fields around the body, or the margin. */
export interface Entry {
  readonly steps: readonly unknown[]
  readonly fields: Partial<Head>
  /** The whole margin, where it has changed. */
  readonly margin: Margin | null
}

/** What a device has of a story. */
export interface KeptStory<Story> {
  /** The last that was known of the server; null for a story that was never opened here. */
  readonly server: (OnServer & { readonly story: Story }) | null
  /** Sent, and never answered: nobody knows whether the server has it. */
  readonly sent: Sent | null
  /** The text as a whole, where it is newer than what was sent. */
  readonly text: Text | null
  /** What was typed after that, in its order. */
  readonly entries: readonly Entry[]
  /** Rows that could not be read: their key is not the one they were written with, or the disk has lost some. */
  readonly unreadable: number
}

/** Is there anything here that the server may not have? */
export const isUnsent = ({ sent, text, entries }: KeptStory<unknown>): boolean =>
  sent !== null || text !== null || entries.length > 0
