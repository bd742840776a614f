import type { VictimGroupId } from '../../ids.ts'
import type { VictimGroup } from '../../record/victim-group.ts'
import type { Newsroom } from '../newsroom.ts'
import { addEntry } from './add-entry.ts'

/**
 * Adds those who were hurt in an event, as far as somebody says who they were. A draft until a live claim speaks of them.
 *
 * @throws OnrecordError `bad-input`, `refused` for a circle of sub-groups
 */
export const addVictimGroup = (newsroom: Newsroom, group: VictimGroup): Promise<VictimGroupId> =>
  addEntry(newsroom, 'add-victim-group', { type: 'victim-group', content: group })
