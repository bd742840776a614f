import { history, undo } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { Search, NO_QUERY } from '../../src/studio/editor/find-matches.ts'
import {
  closeFind,
  findingIn,
  findPlugin,
  goToMatch,
  lookFor,
  openFind,
  replaceAll,
  replaceOne,
} from '../../src/studio/editor/find.ts'
import { fromStoryDocument } from '../../src/studio/editor/story-document.ts'
import type { Mark } from '../../src/story/document.ts'

const text = (words: string, marks: readonly Mark[] = []) => ({ type: 'text', text: words, marks }) as const
const aText = (...lines: readonly string[]) =>
  fromStoryDocument({
    type: 'doc',
    version: 2,
    content: lines.map((line) => ({ type: 'paragraph', content: [text(line)] })),
  })

/** How often words are found in these lines. */
const countIn =
  (lines: readonly string[], more = {}) =>
  (words: string, evenMore = {}): number =>
    new Search({ ...NO_QUERY, text: words, ...more, ...evenMore }).matchesIn(aText(...lines)).length

/** The editor, and a way to do one thing after the other in it. */
function at(...lines: readonly string[]) {
  let state = EditorState.create({ doc: aText(...lines), plugins: [findPlugin(), history()] })
  const dispatch = (tr: EditorState['tr']) => (state = state.apply(tr))
  return {
    look: (words: string, more = {}) => {
      openFind(state, dispatch)
      lookFor({ ...NO_QUERY, text: words, ...more })(state, dispatch)
    },
    run: (command: (state: EditorState, dispatch: (tr: EditorState['tr']) => void) => boolean) =>
      command(state, dispatch),
    dispatch,
    get state() {
      return state
    },
    get count() {
      const { current, matches } = findingIn(state)
      return `${current + 1} of ${matches.length}`
    },
    get lines() {
      return state.doc.children.map(({ textContent }) => textContent)
    },
  }
}

describe('finding words', () => {
  it('folds capitals, accents and curled signs unless told otherwise', () => {
    const found = countIn(['Ménaka, menaka, MÉNAKA', 'l’arme\u0301e'])
    expect(found('menaka')).toBe(3)
    expect(found('Ménaka')).toBe(3)
    expect(found('Ménaka', { matchCase: true, matchAccents: true })).toBe(1)
    expect(found('ménaka', { matchAccents: true })).toBe(2)
    expect(found("l'armee")).toBe(1)
  })

  it('finds whole words alone when asked to, in any script', () => {
    const found = countIn(['Gao, Gaoua. gao', 'école écoles', 'باماكو'], { wholeWords: true })
    expect([found('gao'), found('ecole'), found('باماكو'), found('بام')]).toEqual([2, 1, 1, 0])
  })

  it('stands at the right letters where folding changes lengths', () => {
    const [match] = new Search({ ...NO_QUERY, text: 'end' }).matchesIn(aText('İ ﬁ é 🙂 end'))
    expect(match).toEqual({ from: 10, to: 13 })
  })

  it('counts, and goes round the ends of the text', () => {
    const editor = at('one two one', 'one')
    editor.look('one')
    expect(editor.count).toBe('1 of 3')
    editor.run(goToMatch(1))
    editor.run(goToMatch(1))
    expect(editor.count).toBe('2 of 3')
    editor.run(goToMatch(-1))
    editor.run(goToMatch(-1))
    expect(editor.count).toBe('3 of 3')
    expect(editor.state.selection.from).toBe(14)
  })

  it('searches only the blocks that change while somebody types', () => {
    const doc = aText(...Array.from({ length: 200 }, (_, index) => `line ${index}`))
    const search = new Search({ ...NO_QUERY, text: 'line' })
    search.matchesIn(doc)
    const state = EditorState.create({ doc })
    search.matchesIn(state.apply(state.tr.insertText('line ', 1)).doc)
    expect(search.searched).toBe(201)
  })

  it('keeps up with what is typed, and stops when it is closed', () => {
    const editor = at('one')
    editor.look('one')
    editor.dispatch(editor.state.tr.insertText('one ', 1))
    expect(editor.count).toBe('2 of 2')
    editor.run(closeFind)
    expect(findingIn(editor.state)).toMatchObject({ isOpen: false, matches: [], query: { text: 'one' } })
  })
})

describe('putting other words in their place', () => {
  it('replaces one and goes on', () => {
    const editor = at('one two one')
    editor.look('one')
    editor.run(replaceOne('1one'))
    expect([editor.lines, editor.count]).toEqual([['1one two one'], '2 of 2'])
  })

  it('replaces all in one step of undo, whatever the new words contain', () => {
    const editor = at('one two One', 'one')
    editor.look('one')
    editor.run(replaceAll('one and one'))
    expect(editor.lines).toEqual(['one and one two one and one', 'one and one'])
    editor.run(undo)
    expect(editor.lines).toEqual(['one two One', 'one'])
  })

  it('can take words out', () => {
    const editor = at('one two one')
    editor.look(' two')
    editor.run(replaceAll(''))
    expect([editor.lines, editor.count]).toEqual([['one one'], '0 of 0'])
  })
})

describe('the bar', () => {
  it('is asked for again where it is open: its field is to have the keyboard, and what was looked for stays', () => {
    const editor = at('Nine were killed.')
    editor.look('killed')
    const { asked } = findingIn(editor.state)
    editor.run(openFind)
    expect(findingIn(editor.state)).toMatchObject({ isOpen: true, asked: asked + 1, query: { text: 'killed' } })
    editor.run(closeFind)
    editor.run(openFind)
    expect(findingIn(editor.state).asked).toBe(asked + 2)
  })
})
