import { NodeSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { makeId } from '../../src/ids.ts'
import { COMMAND_LIST, COMMANDS } from '../../src/studio/editor/commands.ts'
import { footnoteNumbers } from '../../src/studio/editor/footnote-numbers.ts'
import { enterInFootnote, removeFootnote } from '../../src/studio/editor/footnote-commands.ts'
import { insertOfEvents, leaveTextblock } from '../../src/studio/editor/insert-commands.ts'
import { markWords } from '../../src/studio/editor/mark-commands.ts'
import { storySchema } from '../../src/studio/editor/schema.ts'
import { nextCell, previousCell } from '../../src/studio/editor/table-commands.ts'
import { Draft, p, ul, words } from './editor-drive.ts'

const heading = (text: string) => ({ type: 'heading', attrs: { level: 2 }, content: words(text) }) as const

const shape = (draft: Draft) =>
  draft.content.flatMap((block) =>
    block.type === 'table'
      ? block.content.map((row) => row.content.map((cell) => (cell.attrs.header ? 'h' : '-')).join(''))
      : [],
  )

const cell = (text: string, colspan: number) => ({
  type: 'tableCell' as const,
  attrs: { header: false, colspan, rowspan: 1 },
  content: words(text),
})

describe('blocks', () => {
  it('become a heading, and a paragraph again when asked a second time', () => {
    const draft = new Draft([p('Background')]).at('Background')
    draft.run('heading2')
    expect(draft.content).toEqual([heading('Background')])
    draft.run('heading2')
    expect(draft.content).toEqual([p('Background')])
  })

  it('stand in a quote or a box, and stay when the frame goes', () => {
    const draft = new Draft([p('One'), p('Two')]).at('One')
    draft.run('quote')
    expect(draft.content[0]).toEqual({
      type: 'blockquote',
      attrs: { attribution: null, source: null },
      content: [p('One')],
    })
    draft.run('quote')
    draft.run('box')
    expect(draft.content[0]).toEqual({ type: 'aside', attrs: { title: null }, content: [p('One')] })
    draft.run('box')
    expect(draft.content).toEqual([p('One'), p('Two')])
  })

  it('move past their neighbours with the cursor in them, and items within their list', () => {
    const draft = new Draft([p('One'), ul([p('Gao')], [p('Kidal')])]).at('Kidal')
    draft.run('moveUp')
    expect(draft.content[1]).toEqual(ul([p('Kidal')], [p('Gao')]))
    draft.type('!')
    expect(draft.content[1]).toEqual(ul([p('Kidal!')], [p('Gao')]))
    expect(draft.run('moveUp')).toBe(false)
    draft.at('One').run('moveDown')
    expect(draft.content[1]).toEqual(p('One'))
    expect(draft.run('moveDown')).toBe(false)
  })

  it('keep a place in the words that are moved', () => {
    const draft = new Draft([p('One'), p('Two')]).at('Two', 'before')
    const place = draft.state.selection.from
    let mapped = 0
    COMMANDS.moveUp.run(draft.state, (tr) => {
      mapped = tr.mapping.map(place)
      draft.dispatch(tr)
    })
    expect(draft.state.doc.textBetween(mapped, mapped + 3)).toBe('Two')
  })

  it('come in place of an empty paragraph, with one after them to go on in', () => {
    const draft = new Draft([p('')])
    draft.run('rule')
    expect(draft.content).toEqual([{ type: 'rule' }, p('')])
    expect(draft.state.selection.$from.parent.type.name).toBe('paragraph')
  })

  it('stand after the whole list where the cursor is in a list', () => {
    const draft = new Draft([ul([p('Gao')]), p('End')]).at('Gao')
    draft.run('rule')
    expect(draft.content.map(({ type }) => type)).toEqual(['list', 'rule', 'paragraph'])
  })

  it('of the record are offered only where somebody can choose an event', async () => {
    const ledger = COMMANDS.ledger
    expect(ledger.isOffered(new Draft([p('')]).state)).toBe(false)
    expect(ledger.isOffered(new Draft([p('')], { chooseEvents: async () => null }).state)).toBe(true)
    const draft = new Draft([p('')])
    const eventId = makeId('event', new Uint8Array(16))
    insertOfEvents('ledger', [eventId])(draft.state, draft.dispatch)
    expect(draft.content[0]).toEqual({ type: 'ledger', attrs: { eventId } })
  })

  it('leave a paragraph where everything was taken out', () => {
    const draft = new Draft([{ type: 'rule' }])
    draft.dispatch(draft.state.tr.delete(0, draft.state.doc.content.size))
    expect(draft.content).toEqual([p('')])
  })

  it('of a caption are left by Enter, without cutting it in two', () => {
    const draft = new Draft([
      {
        type: 'figure',
        attrs: {
          picture: { kind: 'missing', name: 'a.jpg', url: null },
          alt: '',
          decorative: false,
          credit: null,
          licence: null,
        },
        content: words('The bridge'),
      },
    ]).at('The')
    leaveTextblock(draft.state, draft.dispatch)
    expect(draft.content.map(({ type }) => type)).toEqual(['figure', 'paragraph'])
  })
})

describe('words', () => {
  it('get a link, another one, and none, from anywhere within it', () => {
    const draft = new Draft([p('See the report here')]).at('report', 'all')
    markWords(storySchema.marks.link, { href: 'https://example.org/a' })(draft.state, draft.dispatch)
    draft.at('rep')
    markWords(storySchema.marks.link, { href: 'https://example.org/b' })(draft.state, draft.dispatch)
    expect(draft.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'See the ' },
          { type: 'text', text: 'report', marks: [{ type: 'link', attrs: { href: 'https://example.org/b' } }] },
          { type: 'text', text: ' here' },
        ],
      },
    ])
    markWords(storySchema.marks.link, null)(draft.at('rep').state, draft.dispatch)
    expect(draft.content).toEqual([p('See the report here')])
  })

  it('typed after a link or a claim are no part of it', () => {
    const draft = new Draft([
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'ten',
            marks: [{ type: 'claim', attrs: { claimId: makeId('claim', new Uint8Array(16)) } }],
          },
        ],
      },
    ]).at('ten')
    draft.type(' dead')
    expect(draft.content[0]).toMatchObject({ content: [{ text: 'ten' }, { type: 'text', text: ' dead' }] })
  })
})

describe('footnotes', () => {
  it('come with a mark in the text and a note at the end, and are numbered by their marks', () => {
    const draft = new Draft([p('One and two')]).at('two')
    draft.run('footnote')
    draft.type('Second').at('One')
    draft.run('footnote')
    draft.type('First')
    const notes = draft.content.flatMap((block) => (block.type === 'footnote' ? [block] : []))
    const numbers = footnoteNumbers(draft.state.doc)
    expect(notes.map(({ attrs, content }) => [numbers.get(attrs.id), content])).toEqual([
      [2, words('Second')],
      [1, words('First')],
    ])
  })

  it('lead from the note back to its mark, by Enter at its end as by its key', () => {
    const draft = new Draft([p('One and two')]).at('One')
    draft.run('footnote')
    draft.type('A note')
    enterInFootnote(draft.state, draft.dispatch)
    draft.type('!')
    expect(draft.content[0]).toMatchObject({
      content: [{ text: 'One' }, { type: 'footnoteReference' }, { text: '! and two' }],
    })
    draft.dispatch(draft.state.tr.setSelection(NodeSelection.create(draft.state.doc, 4)))
    draft.run('footnote')
    expect(draft.state.selection.$from.parent.textContent).toBe('A note')
  })

  it('never stand in one another', () => {
    const draft = new Draft([p('One'), { type: 'footnote', attrs: { id: 'n1' }, content: words('Note') }]).at('Note')
    expect(draft.run('footnote')).toBe(false)
  })

  it('go with every mark that leads to them', () => {
    const draft = new Draft([p('One')]).at('One')
    draft.run('footnote')
    const id: string = draft.state.selection.$from.parent.attrs['id']
    removeFootnote(id)(draft.state, draft.dispatch)
    expect(draft.content).toEqual([p('One')])
  })

  it('get an id of their own when one is pasted a second time', () => {
    const note = { type: 'footnote', attrs: { id: 'n1' }, content: words('Note') } as const
    const draft = new Draft([p('One'), note])
    draft.dispatch(draft.state.tr.insert(draft.state.doc.content.size, draft.state.doc.child(1)))
    const ids = draft.content.flatMap((block) => (block.type === 'footnote' ? [block.attrs.id] : []))
    expect(new Set(ids).size).toBe(2)
    expect(ids[0]).toBe('n1')
  })
})

describe('tables', () => {
  it('begin with a row of headings, and grow by rows and columns that know what they are', () => {
    const draft = new Draft([p('')])
    draft.run('table')
    expect(shape(draft)).toEqual(['hhh', '---', '---'])
    draft.run('columnAfter')
    draft.run('headerColumn')
    draft.run('rowAfter')
    expect(shape(draft)).toEqual(['hhhh', 'h---', 'h---', 'h---'])
    draft.run('deleteColumn')
    draft.run('deleteRow')
    draft.run('headerRow')
    expect(shape(draft).length).toBe(3)
  })

  it('are walked by Tab, which adds a row after the last cell', () => {
    const draft = new Draft([p('')])
    draft.run('table')
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']) {
      draft.type(text)
      nextCell(draft.state, draft.dispatch)
    }
    previousCell(draft.state, draft.dispatch)
    expect(draft.state.selection.$from.parent.textContent).toBe('j')
    expect(shape(draft)).toEqual(['hhh', '---', '---', '---'])
  })

  it('keep a cell that spans others, and can part it again', () => {
    const table = {
      type: 'table' as const,
      attrs: { caption: 'Figures' },
      content: [
        { type: 'tableRow' as const, content: [cell('wide', 2)] },
        { type: 'tableRow' as const, content: [cell('a', 1), cell('b', 1)] },
      ],
    }
    const draft = new Draft([table]).at('a')
    expect(draft.content).toEqual([table])
    draft.at('wide').run('splitCell')
    expect(shape(draft)).toEqual(['--', '--'])
  })
})

describe('undo', () => {
  it('takes back a command apart from the words that were typed before it', () => {
    const draft = new Draft([p('')]).type('Gao')
    draft.run('bullets')
    draft.run('undo')
    expect(draft.content).toEqual([p('Gao')])
    draft.run('undo')
    expect(draft.content).toEqual([p('')])
    draft.run('redo')
    expect(draft.content).toEqual([p('Gao')])
  })

  it('takes back what was written in one go, and stops where the cursor was moved', () => {
    const draft = new Draft([p('')]).type('On ').type('Sunday')
    draft.at('On', 'after').at('Sunday', 'after').type(' morning')
    draft.run('undo')
    expect(draft.content).toEqual([p('On Sunday')])
    draft.run('undo')
    expect(draft.content).toEqual([p('')])
  })
})

it('gives no shortcut to two commands', () => {
  const keys = COMMAND_LIST.flatMap(([, { shortcuts }]) => shortcuts)
  expect(new Set(keys).size).toBe(keys.length)
})
