import { undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { deskStoryOf } from '../../src/desk/story-text.ts'
import type { DeskFinding, SuggestedClaim, SuggestedResponsibility } from '../../src/desk/reading.ts'
import type { ClaimId } from '../../src/ids.ts'
import { itemBeside, itemHere } from '../../src/studio/attribution/attribution-commands.ts'
import { attributionPlugin } from '../../src/studio/attribution/attribution-plugin.ts'
import { attributionOf, openIn, withAttribution } from '../../src/studio/attribution/attribution-state.ts'
import { type DeskItem, itemsOf } from '../../src/studio/attribution/desk-items.ts'
import { withFound, withModelFound } from '../../src/studio/attribution/take-found.ts'
import { cite } from '../../src/studio/citing/claim-marks.ts'
import { toStoryDocument } from '../../src/studio/editor/story-document.ts'
import type { Block } from '../../src/story/document.ts'
import { Draft, p, ul } from './editor-drive.ts'

const titles = { claim: () => 'claim', finding: () => 'finding', responsibility: () => 'responsibility' }

class ReadDraft extends Draft {
  readonly head = { headline: '', standfirst: '' }

  constructor(content: readonly Block[], headline = '') {
    super(content, {}, [attributionPlugin()])
    this.head.headline = headline
  }

  /** What the desk would say of these words, wherever they stand in the text. */
  found(findings: readonly string[], claims: readonly string[] = [], by: DeskItem['by'] = 'desk'): DeskItem[] {
    const read = deskStoryOf({ ...this.head, body: toStoryDocument(this.state.doc) })
    const text = read.text.paragraphs.map((paragraph) => paragraph.text).join('\n')
    const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    return itemsOf(
      this.state.doc,
      read,
      {
        findings: findings.map((words) => aFinding({ ...spanOf(words), words, key: `finding ${words}` })),
        claims: claims.map((words) =>
          aClaim({ ...spanOf(words), figure: { ...spanOf(words), words, quantity: null }, key: words }),
        ),
        by,
      },
      titles,
    )
  }

  read(findings: readonly string[], claims: readonly string[] = []): this {
    this.dispatch(withFound(this.state.tr, this.state, this.found(findings, claims)))
    return this
  }

  get underlined(): string[] {
    return attributionOf(this.state)
      .marks.find()
      .map(({ from, to }) => this.state.doc.textBetween(from, to, ' ', '¶'))
  }
}

const aFinding = (over: Partial<DeskFinding>): DeskFinding => ({
  key: 'aaaaaaaa',
  kind: 'date-rots',
  words: '',
  fix: null,
  facts: {},
  confidence: 0.9,
  rule: 'date-rots',
  start: 0,
  end: 0,
  ...over,
})

const aClaim = (over: Partial<SuggestedClaim>): SuggestedClaim => ({
  key: 'bbbbbbbb',
  claimant: null,
  via: null,
  act: 'assert',
  stance: 'claims',
  measure: 'killed',
  who: null,
  standing: 'unknown',
  figure: { start: 0, end: 0, words: '', quantity: null },
  date: null,
  place: null,
  hedge: null,
  confidence: 0.9,
  rule: 'said-by-verb',
  start: 0,
  end: 0,
  ...over,
})

const note: Block = {
  type: 'paragraph',
  content: [
    { type: 'text', text: 'The army' },
    { type: 'footnoteReference', attrs: { id: 'fn1' } },
    { type: 'text', text: ' said on Saturday' },
    { type: 'hardBreak' },
    { type: 'text', text: 'that 12 soldiers died.' },
  ],
}

const aResponsibility = (over: Partial<SuggestedResponsibility>): SuggestedResponsibility => ({
  key: 'cccccccc',
  actor: { text: 'JNIM', span: { start: 0, end: 0 }, carried: null, entryId: null },
  kind: 'claimed',
  claimant: null,
  via: null,
  confidence: 0.9,
  rule: 'claimed',
  start: 0,
  end: 0,
  ...over,
})

/** What is listed of a headline and a body of which these claims and responsibilities were read. */
function listed(headline: string, body: string, figures: readonly (readonly [string, number])[]): string[] {
  const draft = new ReadDraft([p(body)], headline)
  const read = deskStoryOf({ ...draft.head, body: toStoryDocument(draft.state.doc) })
  const text = `${headline}\n${body}`
  const claims = figures.map(([said, n], index) => {
    const start = text.indexOf(said)
    const quantity = { kind: 'exact', n, verbatim: said, lang: 'en' } as const
    return aClaim({ key: `claim ${index}`, figure: { start, end: start + said.length, words: said, quantity } })
  })
  const responsibilities = [...text.matchAll(/JNIM|The Front/g)].map(({ index, 0: name }) =>
    aResponsibility({
      key: `who ${index}`,
      actor: { text: name, span: { start: index, end: index + name.length }, carried: null, entryId: null },
    }),
  )
  return itemsOf(draft.state.doc, read, { claims, responsibilities, findings: [], by: 'desk' }, titles).map(
    (item) =>
      `${item.place.in}: ${item.kind === 'claim' ? item.claim.figure.words : item.kind === 'responsibility' ? item.responsibility.actor.text : ''}`,
  )
}

const words = (item: DeskItem | null): string | null => (item?.kind === 'finding' ? item.finding.words : null)

describe('what the attribution desk found, in the text', () => {
  it('stands at its words, in lists and behind notes and line breaks too', () => {
    const draft = new ReadDraft(
      [p('A first paragraph.'), note, ul([p('Yesterday 3 people died.')])],
      'Attack on Sunday',
    )
    draft.read(['on Saturday', 'Yesterday', 'on Sunday'], ['12 soldiers'])
    expect(draft.underlined).toEqual(['on Saturday', '12 soldiers', 'Yesterday'])
    expect(openIn(draft.state).map(({ place }) => place.in)).toEqual(['headline', 'body', 'body', 'body'])
  })

  it('moves with its words while others write before them, and goes with them', () => {
    const draft = new ReadDraft([p('The army said on Saturday that 12 soldiers died.')]).read(
      ['on Saturday'],
      ['12 soldiers'],
    )
    draft.at('The army', 'before').type('In the town: ')
    expect(draft.underlined).toEqual(['on Saturday', '12 soldiers'])
    draft.at('on Saturday', 'all').type('then')
    expect(draft.underlined).toEqual(['12 soldiers'])
  })

  it('has nothing new to show beside the text with a letter, and says where its words stand when it is asked', () => {
    const draft = new ReadDraft([p('The army said on Saturday that 12 soldiers died.')]).read(
      ['on Saturday'],
      ['12 soldiers'],
    )
    draft.dispatch(withAttribution(draft.state.tr, { dismissed: new Set(['12 soldiers']) }))
    const before = attributionOf(draft.state)
    draft.at('The army', 'before').type('Here ')
    const after = attributionOf(draft.state)
    expect([after.changes, after.items]).toEqual([before.changes, before.items])
    expect(after.edits).toBeGreaterThan(before.edits)
    expect(openIn(draft.state).map(({ place }) => place)).toEqual([{ in: 'body', from: 20, to: 31 }])
    draft.dispatch(withAttribution(draft.state.tr, { dismissed: new Set() }))
    expect(draft.underlined).toEqual(['on Saturday', '12 soldiers'])
  })

  it('is gone for good once somebody has written in its words, put aside or not', () => {
    const draft = new ReadDraft([p('He came on Saturday, she on Sunday.')]).read(['on Saturday', 'on Sunday'])
    draft.dispatch(withAttribution(draft.state.tr, { dismissed: new Set(['finding on Sunday']) }))
    draft.at('on Sat', 'after').type('x')
    draft.at('on Sun', 'after').type('x')
    expect(attributionOf(draft.state).items).toEqual([])
  })

  it('leaves a paragraph alone that says something else by now', () => {
    const draft = new ReadDraft([p('He came on Saturday.'), p('She came on Sunday.')])
    const found = draft.found(['on Saturday', 'on Sunday'])
    const read = deskStoryOf({ ...draft.head, body: toStoryDocument(draft.state.doc) })
    draft.at('She came', 'after').type(' back')
    expect(
      itemsOf(
        draft.state.doc,
        read,
        { findings: found.flatMap((one) => (one.kind === 'finding' ? one.finding : [])), claims: [], by: 'desk' },
        titles,
      ),
    ).toHaveLength(1)
  })

  it('asks nothing of words behind which a claim stands', () => {
    const draft = new ReadDraft([p('The army said that 12 soldiers died on Saturday.')]).read(
      ['on Saturday'],
      ['12 soldiers'],
    )
    const { from, to } = draft.at('12', 'all').state.selection
    draft.dispatch(cite(draft.state, { from, to }, 'clm_0123456789abcdef' as ClaimId))
    expect(draft.underlined).toEqual(['on Saturday'])
    draft.read(['on Saturday'], ['12 soldiers'])
    expect(draft.underlined).toEqual(['on Saturday'])
  })

  it('is no step of undo', () => {
    const draft = new ReadDraft([p('He came on Saturday.')])
    draft.at('Saturday.').type(' She')
    draft.read(['on Saturday'])
    undo(draft.state, draft.dispatch)
    expect(draft.state.doc.textContent).toBe('He came on Saturday.')
    expect(draft.underlined).toEqual(['on Saturday'])
  })

  it('is not underlined once it was put aside, and is again once it was brought back', () => {
    const draft = new ReadDraft([p('He came on Saturday, she on Sunday.')]).read(['on Saturday', 'on Sunday'])
    draft.dispatch(withAttribution(draft.state.tr, { dismissed: new Set(['finding on Sunday']) }))
    expect(draft.underlined).toEqual(['on Saturday'])
    draft.read(['on Saturday', 'on Sunday'])
    expect(draft.underlined).toEqual(['on Saturday'])
    draft.dispatch(withAttribution(draft.state.tr, { dismissed: new Set() }))
    expect(draft.underlined).toEqual(['on Saturday', 'on Sunday'])
  })

  it('is gone to one after the other from where the cursor stands, round the ends', () => {
    const draft = new ReadDraft([p('He came on Saturday, she on Sunday, they on Monday.')]).read([
      'on Saturday',
      'on Sunday',
      'on Monday',
    ])
    draft.at('they', 'before')
    expect([
      words(itemBeside(draft.state, 1)),
      words(itemBeside(draft.state, -1)),
      words(itemHere(draft.state)),
    ]).toEqual(['on Monday', 'on Sunday', null])
    draft.at('on Monday', 'all')
    expect([words(itemBeside(draft.state, 1)), words(itemHere(draft.state))]).toEqual(['on Saturday', 'on Monday'])
  })

  it('keeps what the model found through the next reading, but not at words of which the desk speaks itself', () => {
    const draft = new ReadDraft([p('He came on Saturday, she on Sunday.')]).read(['on Saturday'])
    draft.dispatch(withModelFound(draft.state.tr, draft.state, draft.found(['on Saturday', 'on Sunday'], [], 'model')))
    expect(openIn(draft.state).map(({ by }) => by)).toEqual(['desk', 'model'])
    draft.at('He came', 'before').type('Then ')
    draft.read(['on Saturday'])
    expect(openIn(draft.state).map(({ by }) => by)).toEqual(['desk', 'model'])
    draft.read(['on Saturday', 'on Sunday'])
    expect(openIn(draft.state).map(({ by }) => by)).toEqual(['desk', 'desk'])
  })

  it('tells two apart that say the same of the same words', () => {
    const draft = new ReadDraft([p('He came on Saturday.'), p('She came on Saturday.')])
    const read = deskStoryOf({ ...draft.head, body: toStoryDocument(draft.state.doc) })
    const findings = [8, 30].map((start) => aFinding({ start, end: start + 11, words: 'on Saturday' }))
    const items = itemsOf(draft.state.doc, read, { findings, claims: [], by: 'desk' }, titles)
    expect(new Set(items.map(({ id }) => id)).size).toBe(2)
    expect(new Set(items.map(({ key }) => key)).size).toBe(1)
  })

  it('is shown once where headline and body say the same, and in the headline where the body does not', () => {
    const body = 'The army said that 12 soldiers had died.'
    expect(
      listed('Army counts twelve dead', body, [
        ['twelve', 12],
        ['12 soldiers', 12],
      ]),
    ).toEqual(['body: 12 soldiers'])
    expect(
      listed('Army counts nine dead', body, [
        ['nine', 9],
        ['12 soldiers', 12],
      ]),
    ).toEqual(['headline: nine', 'body: 12 soldiers'])
  })

  it('names who did it once, in the body where that says so', () => {
    expect(listed('JNIM says it did it', 'JNIM said so. JNIM said so again. The Front said so too.', [])).toEqual([
      'body: JNIM',
      'body: The Front',
    ])
  })
})
