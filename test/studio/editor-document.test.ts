import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/story/document-schema.ts'
import type { StoryDocument } from '../../src/story/document.ts'
import { fromStoryDocument, toStoryDocument } from '../../src/studio/editor/story-document.ts'
import { anyDocument } from './generated-documents.ts'

const ORDER = ['link', 'claim', 'language', 'strong', 'emphasis']

/** The same words with the same marks, written the one way in which the editor writes them. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical).reduce<unknown[]>(joined, [])
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === 'marks' ? inOrder(part) : canonical(part)]),
  )
}

const inOrder = (marks: { type: string }[]) =>
  marks.toSorted((left, right) => ORDER.indexOf(left.type) - ORDER.indexOf(right.type))

interface Run {
  readonly type: 'text'
  readonly text: string
  readonly marks?: unknown
}

const isRun = (value: unknown): value is Run =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'text'

function joined(before: unknown[], next: unknown): unknown[] {
  const last = before.at(-1)
  if (!isRun(next) || !isRun(last) || JSON.stringify(last.marks) !== JSON.stringify(next.marks))
    return [...before, next]
  return [...before.slice(0, -1), { ...last, text: last.text + next.text }]
}

describe('a document on its way through the editor', () => {
  it('comes back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(anyDocument, (json) => {
        const document = canonical(parseDocument(json)) as StoryDocument
        expect(toStoryDocument(fromStoryDocument(document))).toEqual(document)
      }),
      { numRuns: 300 },
    )
  })

  it('comes back in its canonical form where it was written another way, and is valid', () => {
    fc.assert(
      fc.property(anyDocument, (json) => {
        const document = parseDocument(json)
        const back = toStoryDocument(fromStoryDocument(document))
        expect(parseDocument(structuredClone(back))).toEqual(canonical(document))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps the very blocks that did not change', () => {
    const doc = fromStoryDocument({
      type: 'doc',
      version: 2,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Kidal' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Gao' }] },
      ],
    })
    const before = toStoryDocument(doc).content
    const after = toStoryDocument(doc.replace(1, 2, doc.slice(0, 0))).content
    expect(after[0]).not.toBe(before[0])
    expect(after[1]).toBe(before[1])
  })
})
