import type { AppearanceId } from '../../ids.ts'
import type { Appearance } from '../../record/appearance.ts'
import type { Outcome } from '../act.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { checkEntries } from './check-entries.ts'
import { draftsNeededBy, statusOfNew } from './going-live.ts'
import { performOnRecord, toRevision, write } from './record-act.ts'

/** Records one more place where a claim stood: the claim stays one claim. Live when the claim is. */
export const addAppearance = (newsroom: Newsroom, appearance: Appearance): Promise<Outcome<AppearanceId>> =>
  performOnRecord(newsroom, 'add-appearance', async (desk) => {
    const { tx, act } = desk
    const id = newId(newsroom, 'appearance')
    const [proposal] = await checkEntries(tx, [{ type: 'appearance', id, content: appearance }])
    if (!proposal) return { result: id, subject: id, revisions: [] }
    const status = await statusOfNew(tx, proposal)
    const needed = status === 'live' ? await draftsNeededBy(tx, [proposal]) : []
    const revisions = await write(desk, [
      ...needed.map((draft) => toRevision(draft, { status: 'live', act })),
      toRevision(proposal, { status, act }),
    ])
    return { result: id, subject: id, revisions }
  })
