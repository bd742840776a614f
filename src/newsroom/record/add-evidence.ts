import type { EvidenceId } from '../../ids.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Newsroom } from '../newsroom.ts'
import { addEntry } from './add-entry.ts'

/** Adds something a claim can be held against, as a draft. Evidence that is not public never leaves the newsroom. */
export const addEvidence = (newsroom: Newsroom, evidence: Evidence): Promise<EvidenceId> =>
  addEntry(newsroom, 'add-evidence', { type: 'evidence', content: evidence })
