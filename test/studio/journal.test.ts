import { describe, expect, it } from 'vitest'
import type { AccountId, StoryId } from '../../src/ids.ts'
import { EMPTY_MARGIN } from '../../src/story/margin.ts'
import { plainText } from '../../src/story/plain-text.ts'
import { Transform } from 'prosemirror-transform'
import { editableDocument } from '../../src/studio/writing/editable-document.ts'
import { destroyJournal, unsentStories } from '../../src/studio/writing/journal.ts'
import { openRow, sealRow } from '../../src/studio/writing/journal-cipher.ts'
import { journalInMemory, type JournalStore, makeJournalKey } from '../../src/studio/writing/journal-store.ts'
import type { Entry, Text } from '../../src/studio/writing/kept-story.ts'
import { replay } from '../../src/studio/writing/replay.ts'
import { storyJournal } from '../../src/studio/writing/story-journal.ts'
import { aBody, aContent, aParagraph } from '../builders.ts'

const ANA = 'acc_ana' as AccountId
const STORY = 'sty_a' as StoryId
const story = { id: STORY }

const text: Text = { content: aContent({ body: aBody(aParagraph('Four')) }), margin: EMPTY_MARGIN }
const journalOn = (store: JournalStore, troubles: unknown[] = []) =>
  storyJournal<unknown>({ store, account: ANA, storyId: STORY, onTrouble: (trouble) => troubles.push(trouble) })

/** Types letters at the end of the first paragraph, as the editor would report them. */
function typing(after: string, letters: string): Entry[] {
  let doc = editableDocument(aBody(aParagraph(after)))
  return letters.split('').map((letter) => {
    const tr = new Transform(doc).insert(doc.content.size - 1, doc.type.schema.text(letter))
    doc = tr.doc
    return { steps: tr.steps.map((step) => step.toJSON() as unknown), fields: {}, margin: null }
  })
}

const wordsIn = async (store: JournalStore): Promise<string> => {
  const replayed = replay(await journalOn(store).read())
  return replayed ? plainText(replayed.content.body) : 'nothing'
}

describe('the journal of a story', () => {
  it('has every letter, in its order, before, during and after a save', async () => {
    const store = journalInMemory()
    const journal = journalOn(store)
    await journal.saved({ ...text, version: 1, story })
    for (const entry of typing('Four', ' died')) journal.append(entry)
    await journal.sending({ ...grown(' died'), version: 1, saveId: 'a', settles: [] })
    for (const entry of typing('Four died', ' today')) journal.append(entry)
    await journal.saved({ ...grown(' died'), version: 2, story })
    expect(await wordsIn(store)).toBe('Four died today')
  })

  it('is empty of unsent words once the server has them', async () => {
    const store = journalInMemory()
    const journal = journalOn(store)
    await journal.saved({ ...text, version: 1, story })
    for (const entry of typing('Four', '!')) journal.append(entry)
    await journal.sending({ ...grown('!'), version: 1, saveId: 'a', settles: [] })
    expect(await unsentStories(ANA, store)).toEqual([{ storyId: STORY, headline: text.content.headline }])
    await journal.saved({ ...grown('!'), version: 2, story })
    expect(await unsentStories(ANA, store)).toEqual([])
  })

  it('says when the disk refuses, and is whole again with the next text written as a whole', async () => {
    const memory = journalInMemory()
    let isFull = false
    const store: JournalStore = {
      ...memory,
      apply: (change) => (isFull ? Promise.reject(new Error('QuotaExceededError')) : memory.apply(change)),
    }
    const troubles: unknown[] = []
    const journal = journalOn(store, troubles)
    await journal.saved({ ...text, version: 1, story })
    const [first, ...rest] = typing('Four', ' died')
    isFull = true
    if (first) journal.append(first)
    await journal.saved({ ...text, version: 1, story })
    isFull = false
    for (const entry of rest) journal.append(entry)
    expect(journal.appended).toBe(Number.POSITIVE_INFINITY)
    await journal.whole(grown(' died'))
    expect(troubles).toEqual(['cannot-keep', null])
    expect(await wordsIn(store)).toBe('Four died')
  })

  it('cannot be read once it was destroyed, even where its rows were left behind', async () => {
    const store = journalInMemory()
    await journalOn(store).saved({ ...text, version: 1, story })
    const [row] = await store.rowsOf(ANA, STORY)
    await destroyJournal(ANA, store)
    expect(await store.rowsOf(ANA, STORY)).toEqual([])
    expect(row && (await openRow(await store.keyOf(ANA), row))).toBe(undefined)
  })

  it('takes no row for another story’s', async () => {
    const key = await makeJournalKey()
    const row = await sealRow(key, { account: ANA, storyId: STORY, part: 'text', number: 0 }, 'words')
    expect(await openRow(key, row)).toBe('words')
    expect(await openRow(key, { ...row, storyId: 'sty_b' as StoryId })).toBe(undefined)
    expect(key.extractable).toBe(false)
  })
})

const grown = (letters: string): Text => ({
  content: aContent({ body: aBody(aParagraph(`Four${letters}`)) }),
  margin: EMPTY_MARGIN,
})
