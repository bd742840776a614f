import { history, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { smartInput, smartQuotes, takeBack } from '../../src/studio/editor/smart-quotes.ts'
import { fromStoryDocument } from '../../src/studio/editor/story-document.ts'
import type { Inline } from '../../src/story/document.ts'

function empty(language: string, content: readonly Inline[] = []): EditorState {
  const doc = fromStoryDocument({ type: 'doc', version: 2, content: [{ type: 'paragraph', content }] })
  const state = EditorState.create({ doc, plugins: [smartQuotes(language), history()] })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, doc.content.size - 1)))
}

/** Types one key after the other; ⌫ is Backspace as the plugin has it. */
function type(state: EditorState, keys: string, language: string): EditorState {
  let now = state
  for (const text of keys) {
    const { from, to } = now.selection
    const tr = text === '⌫' ? takeBack(now) : smartInput(now, { from, to, text }, language)
    now = now.apply(tr ?? now.tr.insertText(text))
  }
  return now
}
const typed = (keys: string, language: string) => type(empty(language), keys, language).doc.textContent

describe('signs set while typing', () => {
  it.each([
    ['She said "no" twice', 'She said “no” twice'],
    [`"They said 'go'," he said`, '“They said ‘go’,” he said'],
    [`the reporters' notes, it's`, 'the reporters’ notes, it’s'],
    [`in the '90s`, 'in the ’90s'],
    [`'tis so`, '’tis so'],
    ['("x") -- y--z --- w', '(“x”) – y–z — w'],
    ['wait...', 'wait…'],
    ['Bamako--"', 'Bamako–“'],
  ])('are English in English: %s', (keys, expected) => expect(typed(keys, 'en')).toBe(expected))

  it.each([
    ['Il dit "non" ; oui', 'Il dit «\u00A0non\u00A0»\u202F; oui'],
    ['Il dit "non " : oui', 'Il dit «\u00A0non\u00A0»\u00A0: oui'],
    ["L'armée ? Non!", 'L’armée\u202F? Non\u202F!'],
    ['à 12:30', 'à 12:30'],
    ['"l\'un" et "l\'autre"', '«\u00A0l’un\u00A0» et «\u00A0l’autre\u00A0»'],
  ])('are French in French, with spaces that no line breaks at: %s', (keys, expected) =>
    expect(typed(keys, 'fr-FR')).toBe(expected),
  )

  it('are German in German, and as typed in Arabic', () => {
    expect(typed(`"Nein", 'ja'`, 'de')).toBe('„Nein“, ‚ja‘')
    expect(typed('"لا" ...', 'ar')).toBe('"لا" …')
  })

  it('are those of the language that words are marked as', () => {
    const marks = [{ type: 'language', attrs: { language: 'fr' } }] as const
    const state = empty('en', [{ type: 'text', text: 'mot ', marks }])
    expect(type(state, '"', 'en').doc.textContent).toBe('mot «\u00A0')
  })

  it('stay as typed in addresses and links, and where dashes begin a block', () => {
    expect(typed("http://a.example/x?y='--z", 'fr')).toBe("http://a.example/x?y='--z")
    expect(typed('---', 'en')).toBe('---')
    const marks = [{ type: 'link', attrs: { href: 'https://a.example' } }] as const
    const inLink = empty('en', [{ type: 'text', text: 'link', marks }])
    const middle = inLink.apply(inLink.tr.setSelection(TextSelection.create(inLink.doc, 3)))
    expect(type(middle, '"', 'en').doc.textContent).toBe('li"nk')
  })

  it('go back to what was typed with Backspace, once and only at once', () => {
    expect(typed('a "⌫', 'en')).toBe('a "')
    expect(typed('Quoi ?⌫', 'fr')).toBe('Quoi ?')
    expect(typed('wait...⌫', 'en')).toBe('wait...')
    expect(takeBack(type(empty('en'), '"a', 'en'))).toBeNull()
    const moved = type(empty('en'), 'a "', 'en')
    expect(takeBack(moved.apply(moved.tr.setSelection(TextSelection.create(moved.doc, 1))))).toBeNull()
  })

  it('are not set anew by an undo', () => {
    let state = type(empty('en'), 'a "b"', 'en')
    undo(state, (tr) => (state = state.apply(tr)))
    expect(state.doc.textContent).toBe('')
    expect(takeBack(state)).toBeNull()
  })
})
