import { useMemo } from 'react'
import { instantOf } from '../../time.ts'
import { usePaper } from '../api/session.ts'
import type { CiteGround } from './cite-fields.ts'

/** In which language figures and days are read, and what “yesterday” means: the newsroom's own day. */
export function useCiteGround(language: string): CiteGround {
  const { zone } = usePaper()
  return useMemo(() => ({ language, zone, now: instantOf(new Date()) }), [language, zone])
}
