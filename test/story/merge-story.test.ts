import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Inline } from '../../src/story/document.ts'
import { parseDocument } from '../../src/story/document-schema.ts'
import type { PersonaId } from '../../src/ids.ts'
import { mergeStory } from '../../src/story/merge-story.ts'
import { linesOf } from '../../src/story/word-diff-lines.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { aBody, aContent, aParagraph } from '../builders.ts'
import { documents } from './documents.ts'

const text = (...paragraphs: string[]): StoryContent => aContent({ body: aBody(...paragraphs.map(aParagraph)) })
const blocks = (...content: Block[]): StoryContent => aContent({ body: aBody(...content) })
const paragraphsIn = ({ body }: StoryContent): string[] => linesOf(body).map((line) => line.text)

const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const footnote = (id: string, words: string): Block => ({
  type: 'footnote',
  attrs: { id },
  content: [{ type: 'text', text: words }],
})

const row = (...cells: string[]) => ({
  type: 'tableRow' as const,
  content: cells.map((words) => ({
    type: 'tableCell' as const,
    attrs: { header: false, colspan: 1, rowspan: 1 },
    content: [{ type: 'text' as const, text: words }],
  })),
})
const table = (...rows: ReturnType<typeof row>[]) => blocks({ type: 'table', attrs: { caption: null }, content: rows })

describe('merging two texts that came of one', () => {
  it('takes from each what only that one changed, in one paragraph too', () => {
    const base = text('The army says that four people died on Saturday.', 'The movement denies it.')
    const mine = text('The army says that at least four people died on Saturday.', 'The movement denies it.')
    const theirs = text('The army says that four people died on Sunday.', 'The movement denies it.', 'More follows.')
    const merged = mergeStory({ base, mine, theirs })
    expect(merged.kind).toBe('merged')
    expect(paragraphsIn(merged.content)).toEqual([
      'The army says that at least four people died on Sunday.',
      'The movement denies it.',
      'More follows.',
    ])
  })

  it('keeps both versions where both changed the same words, and theirs stand', () => {
    const merged = mergeStory({ base: text('Four died.'), mine: text('Six died.'), theirs: text('Seven died.') })
    expect(merged).toMatchObject({
      kind: 'conflict',
      conflicts: [{ path: ['body', 0], base: 'Four', mine: 'Six', theirs: 'Seven', stands: 'theirs' }],
    })
    expect(paragraphsIn(merged.content)).toEqual(['Seven died.'])
  })

  it('takes mine where I choose it', () => {
    const three = { base: text('Four died.'), mine: text('Six died.'), theirs: text('Seven died.') }
    expect(paragraphsIn(mergeStory(three, ['mine']).content)).toEqual(['Six died.'])
  })

  it('puts mine and then theirs where I choose both', () => {
    const three = { base: text('Four died.'), mine: text('Six died.'), theirs: text('Seven died.') }
    expect(paragraphsIn(mergeStory(three, ['both']).content)).toEqual(['Six Seven died.'])
    const ends = { base: text('They said'), mine: text('They said so.'), theirs: text('They said no.') }
    expect(paragraphsIn(mergeStory(ends, ['both']).content)).toEqual(['They said so. no.'])
  })

  it('lets nobody have both a paragraph and its absence', () => {
    const three = { base: text('One.', 'Two.'), mine: text('One.', 'Two, and more.'), theirs: text('One.') }
    const merged = mergeStory(three, ['both'])
    expect(merged).toMatchObject({ kind: 'conflict', conflicts: [{ canBeBoth: false, stands: 'mine' }] })
  })

  it('never makes a figure that nobody wrote', () => {
    const base = text('At least 20 people died.')
    const mine = text('At least 25 people died.')
    const theirs = text('At least 20 civilians died.')
    expect(mergeStory({ base, mine, theirs })).toMatchObject({
      kind: 'conflict',
      conflicts: [{ base: '20 people', mine: '25 people', theirs: '20 civilians' }],
    })
  })

  it('lets a paragraph stand that one took out while the other went on writing it, and says so', () => {
    const base = text('One stays.', 'Two is here for now.')
    const mine = text('One stays.', 'Two is here for now, and for long.')
    const merged = mergeStory({ base, mine, theirs: text('One stays.') })
    expect(merged).toMatchObject({ kind: 'conflict', conflicts: [{ theirs: '', stands: 'mine' }] })
    expect(paragraphsIn(merged.content)).toEqual(['One stays.', 'Two is here for now, and for long.'])
  })

  it('takes out what one took out and the other left alone', () => {
    const merged = mergeStory({
      base: text('One.', 'Two.', 'Three.'),
      mine: text('One.', 'Three.'),
      theirs: text('One.', 'Two.', 'Three, at last.'),
    })
    expect(paragraphsIn(merged.content)).toEqual(['One.', 'Three, at last.'])
  })

  it('puts in both paragraphs where both put one in', () => {
    const merged = mergeStory({
      base: text('One.', 'Two.'),
      mine: text('One.', 'From me.', 'Two.'),
      theirs: text('One.', 'By her.', 'Two.'),
    })
    expect(paragraphsIn(merged.content)).toEqual(['One.', 'By her.', 'From me.', 'Two.'])
  })

  it('keeps a citation that one made in words that the other left, beside what the other wrote', () => {
    const claim = { type: 'claim', attrs: { claimId: 'clm_1' } } as const
    const base = blocks(paragraph({ type: 'text', text: 'They say that four people died there.' }))
    const mine = blocks(
      paragraph(
        { type: 'text', text: 'They say that ' },
        { type: 'text', text: 'four people', marks: [claim as never] },
        { type: 'text', text: ' died there.' },
      ),
    )
    const theirs = blocks(paragraph({ type: 'text', text: 'They say again that four people died there.' }))
    expect(mergeStory({ base, mine, theirs }).content.body.content).toEqual([
      paragraph(
        { type: 'text', text: 'They say again that ' },
        { type: 'text', text: 'four people', marks: [claim as never] },
        { type: 'text', text: ' died there.' },
      ),
    ])
  })

  it('puts a space between words that come to stand beside each other', () => {
    const merged = mergeStory({
      base: text('Yesterday the army came from the north.'),
      mine: text('the army came from the north.'),
      theirs: text('Yesterday the army came from the north. More follows.'),
    })
    expect(paragraphsIn(merged.content)).toEqual(['the army came from the north. More follows.'])
  })

  it('merges a heading made of a paragraph with the words written in it', () => {
    const base = text('What is known so far')
    const heading: Block = {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'What is known so far' }],
    }
    const merged = mergeStory({ base, mine: blocks(heading), theirs: text('What is known so far of the attack') })
    expect(merged.content.body.content).toEqual([
      { ...heading, content: [{ type: 'text', text: 'What is known so far of the attack' }] },
    ])
  })

  it('keeps two footnotes apart that were made under one number', () => {
    const reference: Inline = { type: 'footnoteReference', attrs: { id: '1' } }
    const base = text('One is said.', 'Two is said.')
    const mine = blocks(
      paragraph({ type: 'text', text: 'One is said.' }, reference),
      aParagraph('Two is said.'),
      footnote('1', 'To us, by telephone.'),
    )
    const theirs = blocks(
      aParagraph('One is said.'),
      paragraph({ type: 'text', text: 'Two is said.' }, reference),
      footnote('1', 'In a statement.'),
    )
    const { body } = mergeStory({ base, mine, theirs }).content
    const notes = body.content.flatMap((block) => (block.type === 'footnote' ? [block.attrs.id] : []))
    expect(notes).toEqual(['1', '1-2'])
    expect(body.content[0]).toEqual(
      paragraph({ type: 'text', text: 'One is said.' }, { type: 'footnoteReference', attrs: { id: '1-2' } }),
    )
  })

  it('merges what stands around the body field by field', () => {
    const [ana, moussa] = ['per_ana', 'per_moussa'] as PersonaId[]
    const base = aContent({ headline: 'Two tolls for one shelling', keywords: ['mali', 'war'] })
    const mine = aContent({ ...base, headline: 'Three tolls for one shelling', keywords: ['mali', 'war', 'drones'] })
    const theirs = aContent({ ...base, bylines: [ana, moussa].filter((id) => id !== undefined), keywords: ['mali'] })
    expect(mergeStory({ base, mine, theirs })).toEqual({
      kind: 'merged',
      content: { ...theirs, headline: mine.headline, keywords: ['mali', 'drones'] },
    })
  })

  it('merges a table cell by cell', () => {
    const merged = mergeStory({
      base: table(row('Army', 'four soldiers'), row('Movement', 'none')),
      mine: table(row('Army', 'six soldiers'), row('Movement', 'none')),
      theirs: table(row('Army', 'four soldiers'), row('Movement', 'none at all'), row('Witness', 'ten')),
    })
    expect(merged).toEqual({
      kind: 'merged',
      content: table(row('Army', 'six soldiers'), row('Movement', 'none at all'), row('Witness', 'ten')),
    })
  })
})

/** Three texts of one kin: what a document becomes when blocks are taken out, put in and words of it changed. */
const stories = documents.map((body) => aContent({ body }))
const words = fc.constantFrom('four', 'people', 'died', 'army', 'says', 'near', 'town', 'Friday', '20', 'again')
const sentences = fc.array(words, { minLength: 1, maxLength: 8 }).map((some) => some.join(' '))
const kin = fc
  .tuple(
    fc.array(sentences, { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(5), fc.nat(7), fc.nat(2)), { maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(5), fc.nat(7), fc.nat(2)), { maxLength: 4 }),
  )
  .map(([base, mine, theirs]) => ({
    base: text(...base),
    mine: text(...edited(base, mine, 'mine')),
    theirs: text(...edited(base, theirs, 'hers')),
  }))

/** Words put in, replaced or taken out; each word that comes in is one of a kind. */
function edited(lines: readonly string[], edits: readonly (readonly number[])[], whose: string): string[] {
  const changed = lines.map((line) => line.split(' '))
  edits.forEach(([line = 0, word = 0, kind = 0], index) => {
    const found = changed[line % changed.length]
    const put = kind === 2 ? [] : [`${whose}${index}`]
    found?.splice(word % (found.length + 1), kind === 0 ? 0 : 1, ...put)
  })
  return changed.map((some) => some.join(' ')).filter((line) => line !== '')
}

describe('whatever the texts', () => {
  it('what nobody else changed is as one has it', () => {
    fc.assert(
      fc.property(stories, stories, (base, other) => {
        expect(mergeStory({ base, mine: base, theirs: other })).toEqual({ kind: 'merged', content: other })
        expect(mergeStory({ base, mine: other, theirs: base })).toEqual({ kind: 'merged', content: other })
        expect(mergeStory({ base, mine: other, theirs: other })).toEqual({ kind: 'merged', content: other })
      }),
      { numRuns: 60 },
    )
  })

  it('a merge of any three is a story document', () => {
    fc.assert(
      fc.property(stories, stories, stories, (base, mine, theirs) => {
        const merged = mergeStory({ base, mine, theirs })
        const places = merged.kind === 'conflict' ? merged.conflicts : []
        const both = mergeStory(
          { base, mine, theirs },
          places.map(() => 'both'),
        )
        for (const { body } of [merged.content, both.content]) expect(parseDocument(body)).toEqual(body)
      }),
      { numRuns: 100 },
    )
  })

  it('no word that somebody put in is lost: it stands in the text or in a conflict', () => {
    fc.assert(
      fc.property(kin, (three) => {
        const merged = mergeStory(three)
        const conflicts = merged.kind === 'conflict' ? merged.conflicts : []
        const kept = [
          paragraphsIn(merged.content).join(' '),
          ...conflicts.flatMap(({ mine, theirs }) => [mine, theirs]),
        ]
        const found = new Set(kept.join(' ').split(/\s+/))
        const added = [three.mine, three.theirs].flatMap(
          (one) =>
            paragraphsIn(one)
              .join(' ')
              .match(/\b(?:mine|hers)\d\b/g) ?? [],
        )
        expect(added.filter((word) => !found.has(word))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('the same conflicts come again when they were chosen between', () => {
    fc.assert(
      fc.property(kin, (three) => {
        const merged = mergeStory(three)
        if (merged.kind === 'merged') return
        const again = mergeStory(
          three,
          merged.conflicts.map(() => 'mine'),
        )
        expect(again.kind === 'conflict' && again.conflicts.map(({ base, mine }) => [base, mine])).toEqual(
          merged.conflicts.map(({ base, mine }) => [base, mine]),
        )
      }),
      { numRuns: 100 },
    )
  })
})
