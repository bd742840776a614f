import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/studio/editor/commands.ts'
import { splitItem, unlistAtStart } from '../../src/studio/editor/list-commands.ts'
import { Draft, p, ul } from './editor-drive.ts'

describe('lists', () => {
  it('come from the paragraphs that are selected, an item for each, and go again', () => {
    const draft = new Draft([p('Gao'), p('Kidal'), p('Mopti')]).from('Gao', 'Kidal')
    expect(draft.run('bullets')).toBe(true)
    expect(draft.content).toEqual([ul([p('Gao')], [p('Kidal')]), p('Mopti')])
    expect(draft.run('bullets')).toBe(true)
    expect(draft.content).toEqual([p('Gao'), p('Kidal'), p('Mopti')])
  })

  it('become numbered without losing an item', () => {
    const draft = new Draft([ul([p('Gao')], [p('Kidal')])]).at('Kidal')
    draft.run('numbers')
    expect(draft.content).toEqual([{ ...ul([p('Gao')], [p('Kidal')]), attrs: { ordered: true, start: 1 } }])
  })

  it('grow at their end where a paragraph after them joins', () => {
    const draft = new Draft([ul([p('Gao')]), p('Kidal')]).at('Kidal')
    draft.run('bullets')
    expect(draft.content).toEqual([ul([p('Gao')], [p('Kidal')])])
  })

  it('take a heading as an item, which is a paragraph then', () => {
    const draft = new Draft([{ type: 'heading', attrs: { level: 2 }, content: p('Gao').content }]).at('Gao')
    draft.run('bullets')
    expect(draft.content).toEqual([ul([p('Gao')])])
  })

  it('go a level down under the item before, and up again with what followed', () => {
    const draft = new Draft([ul([p('Mali')], [p('Gao')], [p('Kidal')], [p('Mopti')])]).at('Gao')
    expect(draft.run('indent')).toBe(true)
    draft.at('Kidal').run('indent')
    expect(draft.content).toEqual([ul([p('Mali'), ul([p('Gao')], [p('Kidal')])], [p('Mopti')])])
    draft.at('Gao').run('outdent')
    expect(draft.content).toEqual([ul([p('Mali')], [p('Gao'), ul([p('Kidal')])], [p('Mopti')])])
  })

  it('cannot go a level down where nothing stands before', () => {
    expect(new Draft([ul([p('Gao')])]).at('Gao').run('indent')).toBe(false)
  })

  it('get a new item with Enter, and end where the item is empty', () => {
    const draft = new Draft([ul([p('GaoKidal')])]).at('Gao')
    splitItem(draft.state, draft.dispatch)
    expect(draft.content).toEqual([ul([p('Gao')], [p('Kidal')])])
    draft.at('Kidal')
    splitItem(draft.state, draft.dispatch)
    splitItem(draft.state, draft.dispatch)
    expect(draft.content).toEqual([ul([p('Gao')], [p('Kidal')]), p('')])
  })

  it('lose the mark of an item by Backspace at its beginning, and only there', () => {
    const draft = new Draft([ul([p('Gao')], [p('Kidal')])]).at('Kidal', 'before')
    expect(unlistAtStart(draft.state, draft.dispatch)).toBe(true)
    expect(draft.content).toEqual([ul([p('Gao')]), p('Kidal')])
    expect(unlistAtStart(draft.at('Ga').state, draft.dispatch)).toBe(false)
  })

  it('keep a place in their words: no step takes words out and puts them back', () => {
    const draft = new Draft([p('Gao'), p('Kidal')]).from('Gao', 'Kidal')
    const place = draft.state.selection.to
    let mapped = 0
    COMMANDS.bullets.run(draft.state, (tr) => {
      mapped = tr.mapping.map(place)
      draft.dispatch(tr)
    })
    expect(draft.state.doc.textBetween(mapped - 5, mapped)).toBe('Kidal')
  })
})
