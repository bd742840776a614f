import { closeHistory, undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Transform } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import type { StoryId } from '../../ids.ts'
import type { Margin } from '../../story/margin.ts'
import type { StoryContent } from '../../story/story.ts'
import { type Instant, instantOf } from '../../time.ts'
import { mergeMargin } from '../../story/merge-margin.ts'
import { mergeStory } from '../../story/merge-story.ts'
import { type Counts, countStory } from '../editor/counts.ts'
import { marginOf, takeMargin } from '../editor/margin-plugin.ts'
import { toStoryDocument } from '../editor/story-document.ts'
import { editableDocument } from './editable-document.ts'
import type { StoryAtWork } from './desk-context.ts'
import type { Entry, Head, Text } from './kept-story.ts'
import type { OpenedStory } from './open-story.ts'
import type { SaveState } from './save-state.ts'
import { saveToServer } from './save-to-server.ts'
import { Sync, type Theirs } from './sync.ts'
import { takeDocument } from './take-document.ts'

/** What the screen shows of a story at work; a new value whenever something of it has changed. */
export interface SessionView {
  readonly story: StoryAtWork
  readonly content: StoryContent
  readonly margin: Margin
  readonly counts: Counts
  readonly save: SaveState
  /** Does this device keep what is typed? */
  readonly keeps: boolean
  /** Whose changes an undo has just taken out again. */
  readonly undone: string | null
}

/** The screen follows the typing at this distance; nothing of the journal or of saving waits for it. */
const SHOWN_AFTER_MS = 400
/** The journal is made one whole again after so many changes, so that opening it stays quick. */
const WHOLE_AFTER = 400

/** Told of a new view, and whether it has to be on the screen at once. */
type Listener = (isAtOnce: boolean) => void

/** One story while it is open: the text to the last keystroke, its journal, and its way to the server. */
export class StorySession {
  readonly storyId: StoryId
  readonly sync: Sync
  #head: Head
  #doc: Node
  #margin: Margin
  #story: StoryAtWork
  #shown: SessionView
  #editor: EditorView | null = null
  #undone: string | null = null
  /** How deep the history was when somebody's changes came in, and whose they are. */
  #mergedAt: { readonly depth: number; readonly by: string } | null = null
  #isTaking = false
  #showing: ReturnType<typeof setTimeout> | null = null
  readonly #opened: OpenedStory
  readonly #listeners = new Set<Listener>()

  constructor(opened: OpenedStory) {
    const { body, ...head } = opened.mine.content
    this.#opened = opened
    this.#story = opened.story
    this.storyId = opened.story.id
    this.#head = head
    this.#doc = editableDocument(body)
    this.#margin = opened.mine.margin
    this.sync = this.#sync(opened)
    this.#shown = this.#view()
    opened.onTrouble = () => this.#show()
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly shown = (): SessionView => this.#shown

  /** The text to the last keystroke. */
  latest(): Text {
    return { content: { ...this.#head, body: toStoryDocument(this.#doc) }, margin: this.#margin }
  }

  /** The editor stands, or was taken away. */
  readonly attach = (editor: EditorView | null): void => {
    this.#editor = editor
    // The same, as the editor holds it: what is journalled is what differs from it.
    if (editor) this.#margin = marginOf(editor.state)
  }

  /** Brings everything to the server. @throws ApiProblem, NoConnection, or an error that says what holds it up */
  async saveOrThrow(): Promise<void> {
    await this.sync.saveNow()
    if (this.sync.isDirty) throw this.sync.problem ?? new Error('Two texts have to be settled first.')
  }

  /** Journals what a transaction has changed. On the typing path. */
  readonly onTransaction = (tr: Transaction, state: EditorState): void => {
    // What came from the server is journalled as a whole, with the ground it stands on.
    if (this.#isTaking) return
    // Who may only read hangs a comment for their own eyes: it is the writer's desk that saves where it hangs.
    if (this.#editor?.editable === false) return
    const hung = marginOf(state)
    const margin = hung === this.#margin ? null : hung
    if (state.doc === this.#doc && margin === null) return
    // A plugin may have added to the change: then the difference is what counts.
    const isWhole = tr.before === this.#doc && tr.doc === state.doc
    const change = isWhole ? tr : takeDocument(new Transform(this.#doc), state.doc)
    this.#doc = state.doc
    this.#margin = hung
    this.#noteUndone(state)
    this.#write({ steps: change.steps.map((step) => step.toJSON() as unknown), fields: {}, margin })
  }

  /** Changes what stands around the body. */
  readonly change = (fields: Partial<Head>): void => {
    this.#head = { ...this.#head, ...fields }
    this.#write({ steps: [], fields, margin: null })
    this.#show(true)
  }

  /** The server's word on the story itself: its state, who may, what it is published as. */
  readonly setStory = (story: StoryAtWork): void => {
    this.#story = story
    this.#show()
  }

  stop(): void {
    this.sync.stop()
    if (this.#showing) clearTimeout(this.#showing)
    this.#opened.letGo?.()
  }

  #write(entry: Entry): void {
    const { journal } = this.#opened
    journal.append(entry)
    if (journal.appended > WHOLE_AFTER) void journal.whole(this.latest())
    this.sync.changed()
    this.#showSoon()
  }

  #showSoon(): void {
    this.#showing ??= setTimeout(() => this.#show(), SHOWN_AFTER_MS)
  }

  /** @param isAtOnce something that was typed into a field has to stand in it */
  #show(isAtOnce = false): void {
    if (this.#showing) clearTimeout(this.#showing)
    this.#showing = null
    this.#shown = this.#view()
    this.#tell(isAtOnce)
  }

  #tell(isAtOnce: boolean): void {
    for (const listener of this.#listeners) listener(isAtOnce)
  }

  #view(): SessionView {
    const { content, margin } = this.latest()
    const keeps = this.#opened.journal.trouble === null
    const counts = countStory(this.#doc)
    return { story: this.#story, content, margin, counts, save: this.sync.state, keeps, undone: this.#undone }
  }

  #sync(opened: OpenedStory): Sync {
    const { journal, base, kept } = opened
    const asServer = (server: Theirs | (Text & { version: number })) => ({ ...server, story: this.#story })
    return new Sync(
      {
        latest: () => this.latest(),
        save: (sent, isLeaving) => saveToServer(this.storyId, sent, isLeaving),
        merge: mergeStory,
        take: (content, theirs) => this.#take(content, theirs),
        journal: {
          sending: (sent) => journal.sending(sent),
          saved: (server) => journal.saved(asServer(server)),
          rebased: (server, text) => journal.rebased(asServer(server), text),
        },
        newSaveId: () => crypto.randomUUID(),
        now: (): Instant => instantOf(new Date()),
        after: (milliseconds, act) => {
          const timer = setTimeout(act, milliseconds)
          return () => clearTimeout(timer)
        },
        onState: ({ kind }) => {
          if (this.#listeners.size === 0) return
          if (kind !== 'waiting') return this.#show()
          // Said by the first letter after a save, on the typing path: the line that says it asks for nothing else.
          this.#tell(false)
          this.#showSoon()
        },
      },
      { base, sent: kept.sent, isDirty: opened.isUnsent },
    )
  }

  /**
   * Puts a text in that was made of mine and theirs: as one change of its own, so that an undo takes it back whole or not
   * at all. A text that only follows the server's is nobody's change here and is not undone.
   */
  #take(content: StoryContent, theirs: Theirs): void {
    const { body, ...head } = content
    const wanted = editableDocument(body)
    const isMerge = this.sync.isDirty
    const mine = { body: toStoryDocument(this.#doc), margin: this.#margin }
    this.#margin = mergeMargin(
      { base: this.sync.base.margin, mine, theirs: { body: theirs.content.body, margin: theirs.margin } },
      content.body,
    )
    this.#head = head
    this.#doc = wanted
    if (this.#editor) this.#dispatchApart(this.#editor, wanted, isMerge ? (theirs.by ?? '') : null)
    this.#show()
  }

  #dispatchApart(editor: EditorView, wanted: Node, mergedBy: string | null): void {
    const changed = takeDocument(editor.state.tr, wanted).setMeta('addToHistory', mergedBy !== null)
    const tr = takeMargin(changed, this.#margin)
    this.#isTaking = true
    editor.dispatch(closeHistory(tr))
    editor.dispatch(closeHistory(editor.state.tr))
    this.#isTaking = false
    this.#margin = marginOf(editor.state)
    this.#mergedAt = mergedBy === null ? null : { depth: undoDepth(editor.state), by: mergedBy }
  }

  #noteUndone(state: EditorState): void {
    const isBack = this.#mergedAt !== null && undoDepth(state) < this.#mergedAt.depth
    this.#undone = isBack ? (this.#mergedAt?.by ?? null) : null
    if (isBack) this.#mergedAt = null
  }
}
