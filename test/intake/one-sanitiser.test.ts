import { describe, expect, it } from 'vitest'
import type { IncomingStory } from '../../src/intake/incoming.ts'
import { INPUT_KINDS } from '../../src/intake/input-kinds.ts'
import { READERS } from '../../src/intake/readers.ts'
import type { StoryDocument } from '../../src/story/document.ts'
import { parseDocument } from '../../src/story/document-schema.ts'
import { documentFromClipboard } from '../../src/studio/editor/paste-document.ts'
import { aStoryOfWords } from '../promises/every-field.ts'
import { collectedTexts, OWN_TEXTS } from '../promises/hostile-texts.ts'
import { readAll } from './given-file.ts'
import { HOSTILE_FILES } from './hostile-files.ts'
import { faultsIn, pageHtml } from './page-html.ts'

const ATTACKS = [...OWN_TEXTS, ...collectedTexts()]

/** What a document would put into a page that no harmless one would; a document of another form is not let in at all. */
const faultsOf = (document: StoryDocument): string[] => faultsIn(pageHtml(parseDocument(document)))

/** A document with one of its texts, wherever in it, put in another's place: as a program sends it to the API. */
function* withOneText(value: unknown, text: string): Generator {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) for (const other of withOneText(one, text)) yield value.with(at, other)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      for (const other of withOneText(one, text)) yield { ...value, [name]: other }
    }
  } else if (typeof value === 'string') yield text
}

describe.each(INPUT_KINDS)('a file of the kind %s', (kind) => {
  it('brings nothing that runs into a story, in whatever place of it that stands', { timeout: 240_000 }, async () => {
    const read = await READERS[kind]()
    const faults: string[] = []
    let stories = 0
    for (const attack of ATTACKS) {
      const written = { words: `Words ${attack}`, html: `<p>before</p>${attack}<p>after</p>` }
      const found = await readAll(read, HOSTILE_FILES[kind](written))
      const bodies = found.filter((item): item is IncomingStory => item.kind === 'story').map(({ body }) => body)
      stories += bodies.length
      faults.push(...bodies.flatMap(faultsOf).map((fault) => `${attack}: ${fault}`))
    }
    expect(faults).toEqual([])
    expect(stories).toBeGreaterThan(ATTACKS.length * 0.9)
  })
})

describe('a clipboard', () => {
  it('brings nothing that runs, as markup or as text', () => {
    const faults = ATTACKS.flatMap((attack) =>
      [
        { html: `<p>before</p>${attack}<p>after</p>`, text: '' },
        { html: '', text: `before\n\n${attack}\n\nafter` },
        { html: `<p title='${attack}'>x</p>`, text: '' },
        { html: `<a href="${attack}">x</a><img src="${attack}"><blockquote cite="${attack}">y</blockquote>`, text: '' },
      ].flatMap((given) => faultsOf(documentFromClipboard(given, 'en').document).map((fault) => `${attack}: ${fault}`)),
    )
    expect(faults).toEqual([])
  })
})

describe('a document that a program sends', () => {
  const { body } = aStoryOfWords(() => 'words', { plain: 'plain', claimId: 'clm_plain' as never })

  it('is not let in, or brings nothing that runs, whichever of its texts is the attack', { timeout: 240_000 }, () => {
    const faults: string[] = []
    let letIn = 0
    for (const [at, attack] of ATTACKS.entries()) {
      // Every attack in every ninth place, and every place with every ninth attack: the others are as like them as may be.
      for (const [place, sent] of [...withOneText(body, attack)].entries()) {
        if ((at + place) % 9 !== 0) continue
        const document = letInOrNot(sent)
        if (document === null) continue
        letIn += 1
        faults.push(...faultsIn(pageHtml(document)).map((fault) => `${attack}: ${fault}`))
      }
    }
    expect(faults).toEqual([])
    expect(letIn).toBeGreaterThan(ATTACKS.length)
  })

  it.each([
    { type: 'html', content: '<script>fire()</script>' },
    { type: 'paragraph', content: [{ type: 'html', html: '<b>' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'style', attrs: { style: 'x' } }] }] },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:fire()' } }] }],
    },
    { type: 'heading', attrs: { level: 'x onclick=fire()' }, content: [] },
    { type: 'list', attrs: { ordered: true, start: '1" onclick="fire()' }, content: [] },
    { type: 'embed', attrs: { url: 'javascript:fire()', title: 'x', provider: 'x' } },
    { type: 'embed', attrs: { url: 'data:text/html,<script>fire()</script>', title: 'x', provider: 'x' } },
    { type: '__proto__', content: [] },
  ])('is not let in with a block that we do not have: %j', (block) => {
    expect(letInOrNot({ ...body, content: [block] })).toBeNull()
  })
})

function letInOrNot(sent: unknown): StoryDocument | null {
  try {
    return parseDocument(sent)
  } catch {
    return null
  }
}
