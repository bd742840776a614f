import type { IncomingSection, IncomingStory } from './incoming.ts'
import { toSection } from './section-kind.ts'

/** What becomes of a tag: another tag, a section, or, as null, nothing. */
type TagTarget = string | null | { readonly section: string }

/**
 * What a source's names become here, before the newsroom looks for its own sections and bylines: the old name, folded,
 * and the new one. Null leaves the name out; a name that is not in it stays as it is.
 */
export interface NameMapping {
  readonly sections: ReadonlyMap<string, string | null>
  readonly tags: ReadonlyMap<string, TagTarget>
  readonly authors: ReadonlyMap<string, string | null>
  readonly languages: ReadonlyMap<string, string | null>
}

/** Every name stays as it is. */
export const EMPTY_MAPPING: NameMapping = {
  sections: new Map(),
  tags: new Map(),
  authors: new Map(),
  languages: new Map(),
}

export const NAME_KINDS = ['sections', 'tags', 'authors', 'languages'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Accents, case and the space around and between words make no other name. */
export const foldName = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** What was read of a mapping file: the mapping, or everything that is wrong with it. */
export type ParsedMapping =
  | { readonly kind: 'mapping'; readonly mapping: NameMapping }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

/** Keys that a mapping may have besides the names: what we wrote for whoever edits it. */
const REMARKS = new Set(['format', 'counts', 'notes'])

/**
 * Reads a mapping: what stood in its file as JSON.
 *
 * `{ "format": 1, "sections": { "Old name": "New name or slug" }, "tags": { "old": { "section": "Name" } },
 * "authors": { "admin": null }, "languages": { "en-GB": "en" } }`. Whatever is left out stays as it is.
 */
export function parseNameMapping(value: unknown): ParsedMapping {
  if (!isObject(value)) return { kind: 'faults', faults: ['A mapping is a JSON object, in braces.'] }
  const faults: string[] = []
  if (value['format'] !== 1) faults.push('format: must be 1.')
  for (const key of Object.keys(value)) {
    if (!REMARKS.has(key) && !NAME_KINDS.some((kind) => kind === key)) {
      faults.push(`${key}: is unknown. Known are ${NAME_KINDS.join(', ')}.`)
    }
  }
  const mapping: NameMapping = {
    sections: namesOf('sections', value['sections'], faults, isName),
    tags: namesOf('tags', value['tags'], faults, isTagTarget),
    authors: namesOf('authors', value['authors'], faults, isName),
    languages: namesOf('languages', value['languages'], faults, isName),
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'mapping', mapping }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isName = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && value.trim() !== '')

const isTagTarget = (value: unknown): value is TagTarget =>
  isName(value) ||
  (isObject(value) && Object.keys(value).join() === 'section' && value['section'] !== null && isName(value['section']))

const MAY_BE: Readonly<Record<NameKind, string>> = {
  sections: 'a name, or null to leave it out',
  tags: 'a name, { "section": "name" }, or null to leave it out',
  authors: 'a name, or null for no byline',
  languages: 'a language such as "en", or null',
}

function namesOf<Target>(
  kind: NameKind,
  value: unknown,
  faults: string[],
  isTarget: (value: unknown) => value is Target,
): Map<string, Target> {
  const names = new Map<string, Target>()
  if (value === undefined) return names
  if (!isObject(value)) {
    faults.push(`${kind}: must be names with what they become, in braces.`)
    return names
  }
  for (const [old, target] of Object.entries(value)) {
    const key = foldName(old)
    const before = names.get(key)
    if (!isTarget(target)) faults.push(`${kind}.${old}: must be ${MAY_BE[kind]}.`)
    else if (before !== undefined && JSON.stringify(before) !== JSON.stringify(target)) {
      faults.push(`${kind}.${old}: stands there twice, but for accents and case, and becomes two things.`)
    } else names.set(key, target)
  }
  return names
}

/** The story under its new names; the same one when none of its names is another. */
export function mapNames(story: IncomingStory, mapping: NameMapping): IncomingStory {
  if (NAME_KINDS.every((kind) => mapping[kind].size === 0)) return story
  const tags = story.keywords.map((tag) => targetOf(mapping.tags, tag))
  const madeSections = tags.flatMap((target) => (isObject(target) ? [toSection(target.section)] : []))
  return {
    ...story,
    sectionPath: distinct([...mappedPath(story.sectionPath, mapping), ...madeSections], ({ label }) => label),
    keywords: distinct(
      tags.filter((target) => typeof target === 'string'),
      (tag) => tag,
    ),
    bylines: distinct(
      story.bylines.flatMap((name) => targetOf(mapping.authors, name) ?? []),
      (name) => name,
    ),
    language: story.language === null ? null : targetOf(mapping.languages, story.language),
  }
}

/** What a name becomes; itself where the mapping does not say. */
function targetOf<Target>(names: ReadonlyMap<string, Target>, name: string): Target | string {
  const target = names.get(foldName(name))
  return target === undefined ? name : target
}

const mappedPath = (path: readonly IncomingSection[], { sections }: NameMapping): IncomingSection[] =>
  path.flatMap((section) => {
    const label = targetOf(sections, section.label)
    if (label === null) return []
    return [label === section.label ? section : { ...toSection(label), kind: kindOf(section, label) }]
  })

/** A new name tells better what it is than the old one; where it tells nothing, the old one's kind stays. */
const kindOf = (old: IncomingSection, label: string): IncomingSection['kind'] => {
  const { kind } = toSection(label)
  return kind === 'subject' ? old.kind : kind
}

function distinct<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const known = new Set<string>()
  return items.filter((item) => {
    const key = foldName(nameOf(item))
    const isNew = !known.has(key)
    known.add(key)
    return isNew
  })
}
