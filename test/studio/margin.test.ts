import { history, redo, undo } from 'prosemirror-history'
import { EditorState, Plugin, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { makeId } from '../../src/ids.ts'
import {
  acceptSuggestion,
  beginDraft,
  goInMargin,
  hangByWords,
  hangComment,
  type MarginCommand,
  refuseSuggestion,
  suggest,
} from '../../src/studio/editor/margin-commands.ts'
import { firstMarginState, marginKey, marginOf, nextMarginState } from '../../src/studio/editor/margin-state.ts'
import { fromStoryDocument, toStoryDocument } from '../../src/studio/editor/story-document.ts'
import { EMPTY_MARGIN, type Margin } from '../../src/story/margin.ts'
import { parseInstant } from '../../src/time.ts'

const bytes = (fill: number) => new Uint8Array(16).fill(fill)
const [c1, c2] = [makeId('comment', bytes(1)), makeId('comment', bytes(2))]
const s1 = makeId('suggestion', bytes(3))
const at = parseInstant('2024-07-29T12:03:00.000Z')
if (!at) throw new Error('no instant')
const by = makeId('account', bytes(4))

const textOf = (...lines: readonly string[]) =>
  fromStoryDocument({
    type: 'doc',
    version: 2,
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  })

/** A text at work; `on` chooses words, then things are done to them. */
function desk(...lines: readonly string[]) {
  const doc = textOf(...lines)
  const margin = new Plugin({
    key: marginKey,
    state: { init: () => firstMarginState(EMPTY_MARGIN, doc), apply: nextMarginState },
  })
  let state = EditorState.create({ doc, plugins: [margin, history()] })
  const dispatch = (tr: EditorState['tr']) => void (state = state.apply(tr))
  const placeOf = (words: string) => {
    const text = state.doc.textBetween(0, state.doc.content.size, '\n\n')
    return text.indexOf(words) + 1
  }
  return {
    run: (command: MarginCommand) => command(state, dispatch),
    on(words: string) {
      const from = placeOf(words)
      dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, from + words.length)))
    },
    replace(words: string, other: string) {
      const from = placeOf(words)
      dispatch(
        other === ''
          ? state.tr.delete(from, from + words.length)
          : state.tr.insertText(other, from, from + words.length),
      )
    },
    undo: () => undo(state, dispatch),
    redo: () => redo(state, dispatch),
    get state() {
      return state
    },
    get margin(): Margin {
      return marginOf(state)
    },
    get words() {
      return this.margin.comments.map(({ from, to }) => state.doc.textBetween(from, to))
    },
    get text() {
      return state.doc.textContent
    },
  }
}

const commentOn = (on: ReturnType<typeof desk>, words: string, id = c1) => {
  on.on(words)
  on.run(beginDraft('comment'))
  on.run(hangComment(id))
}

const suggestion = (on: ReturnType<typeof desk>, words: string, text: string) => {
  on.on(words)
  on.run(beginDraft('suggestion'))
  on.run(suggest({ id: s1, text, by, at }))
}

describe('a comment', () => {
  it('stays at its words while the text changes around them', () => {
    const story = desk('They left at dawn.')
    commentOn(story, 'left')
    story.replace('They', 'All of them')
    story.replace('at dawn', 'later')
    expect(story.words).toEqual(['left'])
  })

  it('hangs at the words it was begun on, also when somebody writes before them meanwhile', () => {
    const story = desk('They left at dawn.')
    story.on('left')
    story.run(beginDraft('comment'))
    story.replace('They', 'All of them')
    story.run(hangComment(c1))
    expect(story.words).toEqual(['left'])
  })

  it('stays when its words are gone, and has them again when that is undone', () => {
    const story = desk('They left at dawn.')
    commentOn(story, 'left')
    story.replace('They left', '')
    expect([story.words, story.margin.comments.length]).toEqual([[''], 1])
    story.undo()
    expect(story.words).toEqual(['left'])
  })

  it('needs words', () => {
    const story = desk('They left.')
    expect(story.run(beginDraft('comment'))).toBe(false)
  })

  it('that came without a place hangs where its words stand once', () => {
    const story = desk('one two one')
    story.run(
      hangByWords([
        { id: c1, quote: 'two' },
        { id: c2, quote: 'one' },
      ]),
    )
    expect(story.margin.comments).toEqual([{ id: c1, from: 5, to: 8 }])
  })
})

describe('a suggestion', () => {
  it('leaves the text as it is, and nothing of it is in the document', () => {
    const story = desk('They fled.')
    suggestion(story, 'fled', 'left')
    expect(story.text).toBe('They fled.')
    expect(JSON.stringify(toStoryDocument(story.state.doc))).not.toContain('left')
  })

  it('is accepted in one step, and comes back when that is undone', () => {
    const story = desk('They fled at dawn.')
    suggestion(story, 'fled', 'left')
    story.replace('They', 'Some')
    story.run(acceptSuggestion(s1))
    expect([story.text, story.margin.suggestions]).toEqual(['Some left at dawn.', []])
    story.undo()
    expect(story.text).toBe('Some fled at dawn.')
    expect(story.margin.suggestions).toMatchObject([{ id: s1, from: 6, to: 10, text: 'left' }])
    story.redo()
    expect([story.text, story.margin.suggestions]).toEqual(['Some left at dawn.', []])
    story.undo()
    expect(story.margin.suggestions).toMatchObject([{ id: s1, from: 6, to: 10, text: 'left' }])
  })

  it('may be a cut, and is done when its words are gone anyway', () => {
    const story = desk('They really fled.')
    suggestion(story, ' really', '')
    story.replace('They really', 'They')
    expect([story.text, story.margin.suggestions]).toEqual(['They fled.', []])
  })

  it('can be refused', () => {
    const story = desk('They fled.')
    suggestion(story, 'fled', 'left')
    story.run(refuseSuggestion(s1))
    expect([story.text, story.margin.suggestions]).toEqual(['They fled.', []])
  })

  it('moves a comment on the same words along', () => {
    const story = desk('They fled at dawn.')
    commentOn(story, 'dawn')
    suggestion(story, 'fled', 'went away')
    story.run(acceptSuggestion(s1))
    expect(story.words).toEqual(['dawn'])
  })
})

describe('the keyboard', () => {
  it('goes from one to the next in the order of the text, round its ends', () => {
    const story = desk('one two three')
    commentOn(story, 'three', c2)
    commentOn(story, 'one')
    const places = [1, 1, 1, -1].map((step) => {
      story.run(goInMargin(step as 1 | -1))
      return story.state.doc.textBetween(story.state.selection.from, story.state.selection.to)
    })
    expect(places).toEqual(['three', 'one', 'three', 'one'])
  })
})
