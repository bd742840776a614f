import { closeHistory, history, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { documentFromClipboard } from '../../src/studio/editor/paste-document.ts'
import { insertPasted } from '../../src/studio/editor/paste-insert.ts'
import { fromStoryDocument, toStoryDocument } from '../../src/studio/editor/story-document.ts'
import type { Block, Inline } from '../../src/story/document.ts'
import { outline } from '../intake/document-shape.ts'

const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])
const p = (text: string) => ({ type: 'paragraph', content: words(text) }) as const

/** A text with the caret behind the words "here", or in its first empty paragraph. */
function caretIn(...content: readonly Block[]): EditorState {
  const doc = fromStoryDocument({ type: 'doc', version: 2, content })
  const state = EditorState.create({ doc, plugins: [history()] })
  let at = 1
  doc.descendants((node, pos) => {
    if (node.isText && node.text?.includes('here')) at = pos + node.text.indexOf('here') + 4
    else if (node.isTextblock && node.content.size === 0) at = pos + 1
  })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, at)))
}

function paste(state: EditorState, html: string) {
  const { document } = documentFromClipboard({ html, text: '' }, 'en')
  const { tr, leftOut } = insertPasted(state, state.selection, document)
  const after = state.apply(closeHistory(tr))
  after.doc.check()
  return { after, leftOut, lines: outline(toStoryDocument(after.doc)) }
}

describe('a paste', () => {
  it('takes the place of an empty paragraph', () => {
    expect(
      paste(caretIn(p('a'), p('')), '<h2>H</h2><p>x</p><table><tr><td>1</td><td>2</td></tr></table>').lines,
    ).toEqual(['paragraph: a', 'heading: H', 'paragraph: x', 'table: 1 / 2'])
  })

  it('of one paragraph runs on in the sentence, and leaves a heading a heading', () => {
    expect(paste(caretIn(p('so here it is')), '<p>, <b>bold</b>,</p>').lines).toEqual([
      'paragraph: so here, bold, it is',
    ])
    expect(paste(caretIn({ type: 'heading', attrs: { level: 3 }, content: words('here') }), '<p>!</p>').lines).toEqual([
      'heading: here!',
    ])
  })

  it('of several paragraphs joins the first and the last to what stands around', () => {
    expect(paste(caretIn(p('so here it is')), '<p>1</p><p>2</p><p>3</p>').lines).toEqual([
      'paragraph: so here1',
      'paragraph: 2',
      'paragraph: 3 it is',
    ])
  })

  it('gives its items to the list it is set into', () => {
    const list = { type: 'list', attrs: { ordered: false, start: 1 } } as const
    const into = caretIn({
      ...list,
      content: [
        { type: 'listItem', content: [p('one')] },
        { type: 'listItem', content: [p('')] },
      ],
    })
    const { after } = paste(into, '<ul><li>two</li><li>three</li></ul>')
    expect(after.doc.childCount).toBe(1)
    expect(after.doc.firstChild?.children.map(({ textContent }) => textContent)).toEqual(['one', 'two', 'three'])
  })

  it('keeps a quotation whole, and sets behind it what cannot stand in one', () => {
    const quote = { type: 'blockquote', attrs: { attribution: 'Awa', source: null }, content: [p('here')] } as const
    const { after, lines } = paste(caretIn(quote), '<h2>H</h2><p>x</p><table><tr><td>1</td><td>2</td></tr></table>')
    expect(after.doc.firstChild?.attrs['attribution']).toBe('Awa')
    expect(after.doc.children.map(({ type }) => type.name)).toEqual(['blockquote', 'table'])
    expect(lines[0]).toContain('x')
  })

  it('into a caption or a cell is words alone, and says what had no place', () => {
    const cell = {
      type: 'tableCell',
      attrs: { header: false, colspan: 1, rowspan: 1 },
      content: words('here'),
    } as const
    const table: Block = { type: 'table', attrs: { caption: null }, content: [{ type: 'tableRow', content: [cell] }] }
    const { lines, leftOut } = paste(
      caretIn(table),
      '<p>1</p><ul><li>2</li></ul><table><tr><td>3</td><td>4</td></tr></table>',
    )
    expect(lines).toEqual(['table: here1⏎2'])
    expect(leftOut).toBe(1)
  })

  it('brings its footnotes to the end under ids of their own', () => {
    const own: Block[] = [
      { type: 'paragraph', content: [...words('here'), { type: 'footnoteReference', attrs: { id: 'note-1' } }] },
      { type: 'footnote', attrs: { id: 'note-1' }, content: words('mine') },
    ]
    const html = '<p>x<a href="#n" id="r">1</a></p><p id="n"><a href="#r">1</a> theirs</p>'
    expect(paste(caretIn(...own), html).lines).toEqual([
      'paragraph: herex[note-2][note-1]',
      'footnote: mine',
      'footnote: theirs',
    ])
  })

  it('is undone at once', () => {
    const before = caretIn(p('so here it is'))
    let state = paste(before, '<p>1</p><ul><li>2</li></ul><p>y</p>').after
    undo(state, (tr) => (state = state.apply(tr)))
    expect(state.doc.eq(before.doc)).toBe(true)
  })
})
