import { foldName, NAME_KINDS, type NameKind, parseNameMapping } from '../../intake/name-mapping.ts'
import type { AnswerTo } from '../api/api.ts'

export type Preview = AnswerTo<'POST /imports/preview'>

/** What somebody wrote beside the old names; a name nobody touched is not in it. Empty leaves the name out. */
export type NameEdits = Readonly<Record<NameKind, Readonly<Record<string, string>>>>

export const NO_EDITS: NameEdits = { sections: {}, tags: {}, authors: {}, languages: {} }

/** The edits with one name changed; a name that becomes itself is no edit. */
export function withEdit(edits: NameEdits, kind: NameKind, name: string, becomes: string): NameEdits {
  const { [name]: _before, ...others } = edits[kind]
  return { ...edits, [kind]: becomes === name ? others : { ...others, [name]: becomes } }
}

/** The edits as the mapping that an import takes; see docs/formats/imports.md. */
export const asMapping = (edits: NameEdits) => ({
  format: 1,
  ...Object.fromEntries(
    NAME_KINDS.map((kind) => [
      kind,
      Object.fromEntries(Object.entries(edits[kind]).map(([name, becomes]) => [name, becomes.trim() || null])),
    ]),
  ),
})

/** The file of names that is saved: every name there is, edited or not, so that it can be gone on with elsewhere. */
export const mappingFile = (edits: NameEdits, names: Preview['names']) => ({
  format: 1,
  ...Object.fromEntries(
    NAME_KINDS.map((kind) => [
      kind,
      Object.fromEntries(
        names[kind].map(({ name }) => {
          const becomes = edits[kind][name] ?? name
          return [name, becomes.trim() || null]
        }),
      ),
    ]),
  ),
})

/**
 * The edits that a file of names makes to the names of a preview; undefined when it is no such file. A tag that becomes
 * a section cannot be edited here and keeps its name.
 */
export function editsFrom(text: string, names: Preview['names']): NameEdits | undefined {
  const parsed = parseNameMapping(jsonOr(text))
  if (parsed.kind === 'faults') return undefined
  const editsOf = (kind: NameKind) =>
    Object.fromEntries(
      names[kind].flatMap(({ name }): [string, string][] => {
        const becomes = parsed.mapping[kind].get(foldName(name))
        if (becomes === undefined || becomes === name || typeof becomes === 'object')
          return becomes === null ? [[name, '']] : []
        return [[name, becomes]]
      }),
    )
  return {
    sections: editsOf('sections'),
    tags: editsOf('tags'),
    authors: editsOf('authors'),
    languages: editsOf('languages'),
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
