import type { StoryDocument } from './document.ts'
import type { Node } from './merge-nodes.ts'
import { isSame, type Three } from './merge-three.ts'

/**
 * Gives footnotes of mine other numbers where both have added one under the same: each reference keeps its own text.
 */
export function partFootnotes({ base, mine, theirs }: Three<StoryDocument>): StoryDocument {
  const known = new Set(footnotesIn(base).keys())
  const others = footnotesIn(theirs)
  const taken = new Set([...known, ...others.keys(), ...footnotesIn(mine).keys()])
  const renamed = new Map<string, string>()
  for (const [id, note] of footnotesIn(mine)) {
    const other = others.get(id)
    if (known.has(id) || !other || isSame(note, other)) continue
    const free = freeId(id, taken)
    taken.add(free)
    renamed.set(id, free)
  }
  return renamed.size === 0 ? mine : { ...mine, content: mine.content.map((block) => rename(block, renamed)) }
}

const footnotesIn = ({ content }: StoryDocument) =>
  new Map(content.flatMap((block) => (block.type === 'footnote' ? [[block.attrs.id, block] as const] : [])))

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let count = 2; ; count += 1) {
    if (!taken.has(`${id}-${count}`)) return `${id}-${count}`
  }
}

function rename<Part extends Node>(node: Part, ids: ReadonlyMap<string, string>): Part {
  const isNote = node.type === 'footnote' || node.type === 'footnoteReference'
  const id = isNote ? ids.get(String(node.attrs?.['id'])) : undefined
  return {
    ...node,
    ...(id === undefined ? {} : { attrs: { ...node.attrs, id } }),
    ...(node.content ? { content: node.content.map((child) => rename(child, ids)) } : {}),
  }
}
