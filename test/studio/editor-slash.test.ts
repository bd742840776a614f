import type { Block } from '../../src/story/document.ts'
import { countWords } from '../../src/story/plain-text.ts'
import { describe, expect, it } from 'vitest'
import { countStory } from '../../src/studio/editor/counts.ts'
import { shownKeys } from '../../src/studio/editor/show-keys.ts'
import { slashMenuOf, slashPlugin } from '../../src/studio/editor/slash-menu.ts'
import { toStoryDocument } from '../../src/studio/editor/story-document.ts'
import { en } from '../../src/studio/messages/en/en.ts'
import { Draft, p, ul, words } from './editor-drive.ts'

/** Opens the menu as typing a slash does, without a view: the plugin's own key tells it where. */
function afterSlash(query: string) {
  const draft = new Draft([p('')])
  const key = draft.state.plugins.find(
    (plugin) => plugin.spec.key && slashPlugin(() => en.editor.commands).spec.key === plugin.spec.key,
  )
  if (!key) throw new Error('There is no slash menu.')
  draft.dispatch(draft.state.tr.insertText('/').setMeta(key, { from: 1, chosen: 0 }))
  if (query) draft.type(query)
  return slashMenuOf(draft.state, en.editor.commands)
}

describe('the menu behind a slash', () => {
  it('has what can be put in here, and nothing that this studio cannot do', () => {
    const names = afterSlash('')?.choices
    expect(names).toContain('heading2')
    expect(names).not.toContain('ledger')
    expect(names).not.toContain('picture')
  })

  it('finds by the beginning of any word, or by another word for it', () => {
    expect(afterSlash('pul')?.choices).toEqual(['pullQuote'])
    expect(afterSlash('blockq')?.choices).toEqual(['quote'])
  })

  it('is shut where a date, a path or a sentence is being written', () => {
    expect(afterSlash('7')).toBeNull()
    expect(afterSlash(' or')).toBeNull()
    expect(afterSlash('var/log')).toBeNull()
    expect(afterSlash('nothing of ours')).toBeNull()
  })
})

describe('the length of a text', () => {
  const content: readonly Block[] = [
    p('Ten people died.'),
    ul([p('In Gao')], [p('In Kidal')]),
    { type: 'footnote', attrs: { id: 'n1' }, content: words('Our own count') },
  ]

  it('is what readers are told, before a change and after it', () => {
    const draft = new Draft(content)
    expect(countStory(draft.state.doc).words).toBe(countWords({ type: 'doc', version: 2, content }))
    draft.at('Gao').type(' and Mopti')
    expect(countStory(draft.state.doc).words).toBe(countWords(toStoryDocument(draft.state.doc)))
  })
})

it('writes keys as they stand on the keyboard', () => {
  expect(shownKeys('Mod-Alt-1', false)).toBe('Ctrl+Alt+1')
  expect(shownKeys('Mod-Shift-8', true)).toBe('⌘⇧8')
  expect(shownKeys('Alt-Shift-ArrowUp', false)).toBe('Alt+Shift+↑')
})
