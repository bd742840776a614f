import { EditorState, Plugin, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { makeId } from '../../src/ids.ts'
import { storySchema } from '../../src/studio/editor/schema.ts'
import { firstMarginState, marginKey, marginOf, nextMarginState } from '../../src/studio/editor/margin-state.ts'
import { fromStoryDocument } from '../../src/studio/editor/story-document.ts'
import {
  dropOwnSuggestion,
  shortenSuggestion,
  suggestAs,
  suggestInstead,
} from '../../src/studio/editor/suggest-mode.ts'
import { EMPTY_MARGIN } from '../../src/story/margin.ts'

const me = makeId('account', new Uint8Array(16).fill(1))

/** A text in which somebody suggests: what they do goes through `suggestInstead`, as the editor does it. */
function suggesting(...lines: readonly string[]) {
  const doc = fromStoryDocument({
    type: 'doc',
    version: 2,
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  })
  const margin = new Plugin({
    key: marginKey,
    state: { init: () => firstMarginState(EMPTY_MARGIN, doc), apply: nextMarginState },
  })
  let state = EditorState.create({ doc, plugins: [margin] })
  const apply = (tr: EditorState['tr']) => void (state = state.apply(suggestInstead(state, tr)))
  apply(suggestAs(state, me))
  const on = {
    at(from: number, to = from) {
      apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
      return on
    },
    type(words: string) {
      for (const letter of words) apply(state.tr.insertText(letter))
      return on
    },
    backspace(times = 1) {
      for (let done = 0; done < times; done += 1) {
        const { from } = state.selection
        apply(shortenSuggestion(state, 'letter') ?? state.tr.delete(from - 1, from))
      }
      return on
    },
    forwards(times = 1) {
      for (let done = 0; done < times; done += 1) apply(state.tr.delete(state.selection.from, state.selection.from + 1))
      return on
    },
    apply(make: (now: EditorState) => EditorState['tr']) {
      apply(make(state))
      return on
    },
    takeBack() {
      const tr = dropOwnSuggestion(state)
      if (tr) apply(tr)
      return on
    },
    get made() {
      return marginOf(state).suggestions.map(({ from, to, text }) => [from, to, text])
    },
    get text() {
      return state.doc.textBetween(0, state.doc.content.size, '|')
    },
    get caret() {
      return state.selection.from
    },
  }
  return on
}

describe('while somebody suggests', () => {
  it('what is typed in one place is one suggestion, and the text stays', () => {
    const story = suggesting('They left.').at(10).type(' at dawn')
    expect([story.text, story.made]).toEqual(['They left.', [[10, 10, ' at dawn']]])
  })

  it('words typed over others stand in their place', () => {
    const story = suggesting('They fled.').at(6, 10).type('left')
    expect([story.text, story.made, story.caret]).toEqual(['They fled.', [[6, 10, 'left']], 10])
  })

  it('letters deleted one after the other are one cut, backwards and forwards', () => {
    expect(suggesting('They fled.').at(10).backspace(4).made).toEqual([[6, 10, '']])
    expect(suggesting('They fled.').at(6).forwards(4).made).toEqual([[6, 10, '']])
  })

  it('Backspace takes back what was suggested before it cuts anything', () => {
    const story = suggesting('They left.').at(10).type('ab').backspace(2)
    expect(story.made).toEqual([])
    expect(story.backspace().made).toEqual([[9, 10, '']])
  })

  it('words after a cut belong to it, also where the caret stands before it', () => {
    expect(suggesting('They fled.').at(10).backspace(4).type('left').made).toEqual([[6, 10, 'left']])
  })

  it('a cut over two paragraphs is one in each', () => {
    const story = suggesting('They fled.', 'At dawn.').at(6, 16)
    expect(story.apply((now) => now.tr.deleteSelection()).made).toEqual([
      [6, 11, ''],
      [13, 16, ''],
    ])
    expect(story.text).toBe('They fled.|At dawn.')
  })

  it('a paragraph is neither cut in two nor joined', () => {
    const story = suggesting('They fled.', 'At dawn.').at(6)
    expect(story.apply((now) => now.tr.split(6)).apply((now) => now.tr.join(12)).text).toBe('They fled.|At dawn.')
    expect(story.made).toEqual([])
  })

  it('several replacements at once are suggestions, each in its place', () => {
    const story = suggesting('They fled. They left.')
    story.apply((now) => now.tr.insertText('Some', 1, 5).insertText('Others', 12, 16))
    expect(story.made).toEqual([
      [1, 5, 'Some'],
      [12, 16, 'Others'],
    ])
  })

  it('bold and pictures go through: they change no words', () => {
    const story = suggesting('They fled.')
    const strong = storySchema.marks.strong.create()
    story.apply((now) => now.tr.addMark(1, 5, strong))
    story.apply((now) => now.tr.insert(12, storySchema.nodes.rule.create()))
    expect([story.made, story.text]).toEqual([[], 'They fled.'])
  })

  it('the suggestion at the caret can be taken back whole', () => {
    expect(suggesting('They fled.').at(6, 10).type('left').takeBack().made).toEqual([])
  })
})
