import type { ActorId, SourceId } from '../../ids.ts'
import { displayName, inLanguage } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { EntryPageKind } from '../../story/addresses.ts'
import { pathTo } from '../../story/addresses.ts'
import type { Newspaper } from '../../story/section.ts'

/** In which words rows are written: the paper's own language, and whole addresses. */
export interface ExportContext {
  readonly newspaper: Newspaper
  /** Without a slash at the end. */
  readonly siteUrl: string
}

/** What happened to people, or to which equipment: `killed`, `equipment-lost(helicopters)`. */
export const measureWords = ({ measure, equipment }: { measure: string; equipment: string | null }): string =>
  equipment === null ? measure : `${measure}(${equipment})`

/** Several values in one cell. */
export const joined = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('; '))

/** Who says so: the name, or the description of somebody unnamed. */
export function sourceWords(set: RecordSet, id: SourceId, { newspaper }: ExportContext): string {
  const source = set.sources.get(id)?.content
  if (!source) return id
  if (source.names.length > 0) return displayName(source.names, newspaper.defaultLanguage)
  return source.description?.text ?? 'unnamed'
}

export function actorWords(set: RecordSet, id: ActorId | null, { newspaper }: ExportContext): string | null {
  const actor = id === null ? undefined : set.actors.get(id)
  return actor ? displayName(actor.content.names, newspaper.defaultLanguage) : id
}

export const titleOf = ({ content }: EntryOf<'event'>, { newspaper }: ExportContext): string =>
  inLanguage(content.titles, newspaper.defaultLanguage)

/** The whole address of an entry's page, in the paper's own language. */
export const pageUrl = (kind: EntryPageKind, slug: string, { newspaper, siteUrl }: ExportContext): string =>
  siteUrl + pathTo({ kind, language: newspaper.defaultLanguage, slug }, newspaper)
