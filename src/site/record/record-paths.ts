import type { ClaimId } from '../../ids.ts'
import { type EntryPageKind, pathTo } from '../../story/addresses.ts'
import type { Month } from '../../time.ts'
import type { PageContext } from '../props.ts'

type Where = Pick<PageContext, 'newspaper' | 'language'>

export const recordPath = ({ newspaper, language }: Where): string =>
  pathTo({ kind: 'record-front', language }, newspaper)

export const recordMonthPath = ({ newspaper, language }: Where, month: Month): string =>
  pathTo({ kind: 'record-month', language, month }, newspaper)

export const entryPath = ({ newspaper, language }: Where, kind: EntryPageKind, slug: string): string =>
  pathTo({ kind, language, slug }, newspaper)

export const claimPath = ({ newspaper, language }: Where, id: ClaimId): string =>
  pathTo({ kind: 'claim', language, id }, newspaper)

export const howWeCountPath = ({ newspaper, language }: Where): string =>
  pathTo({ kind: 'how-we-count', language }, newspaper)

export const dataPath = ({ newspaper, language }: Where): string => pathTo({ kind: 'data', language }, newspaper)

/** Where a search of the record is sent to: its answers are never kept. */
export const findPath = (where: Where): string => `${recordPath(where)}/find`
