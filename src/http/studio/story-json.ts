import type { z } from 'zod'
import type { StoryId } from '../../ids.ts'
import { currentPen } from '../../newsroom/take-pen.ts'
import { findWorkingStory } from '../../newsroom/working-story.ts'
import { can } from '../../staff/can.ts'
import { accountNames } from '../../store/accounts.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { Pen } from '../../store/presence.ts'
import { countOpenSideCopies } from '../../store/side-copies.ts'
import { versionsInGroup } from '../../store/story-group.ts'
import { storyAccess } from '../../store/story-access.ts'
import { pendingTasks } from '../../store/story-tasks.ts'
import type { WorkingCopy } from '../../store/working-copies.ts'
import type { Story } from '../../story/story.ts'
import type { storyAtWork } from '../contract/story-at-work.ts'
import type { Visit } from './visit.ts'

type StoryJson = z.input<typeof storyAtWork>

/** More than any story ever has open; what is counted beyond is not told. */
const MANY_TASKS = 1_000

/** A story at work, for its desk: the one form in which it leaves. */
export async function storyJson({ newsroom }: Visit, storyId: StoryId): Promise<StoryJson> {
  const { db } = newsroom
  const { story, working } = await findWorkingStory(db, storyId)
  const access = (await storyAccess(db, storyId)) ?? { state: story.state, deskId: null, authors: [] }
  const pen = await currentPen(db, storyId, newsroom.now())
  const { content: _, ...rest } = story
  return {
    ...rest,
    access,
    working: workingJson(working),
    pen: penJson(pen),
    openTasks: (await pendingTasks(db, { storyId, limit: MANY_TASKS })).length,
    openSideCopies: await countOpenSideCopies(db, storyId),
    versionsInGroup: await otherLanguages(newsroom, story),
    names: await namesOf(db, [
      working.by,
      pen?.by,
      ...access.authors,
      ...working.margin.suggestions.map(({ by }) => by),
    ]),
  }
}

/** The versions in other languages that whoever asks may know of. */
async function otherLanguages({ db, actor }: Visit['newsroom'], story: Story): Promise<StoryJson['versionsInGroup']> {
  const others = (await versionsInGroup(db, story.groupId)).filter(({ id }) => id !== story.id)
  const visible = await Promise.all(
    others.map(async ({ id }) => {
      const access = await storyAccess(db, id)
      return !actor.staff || (access !== undefined && can(actor.staff, 'read-story', access))
    }),
  )
  return others.filter((_, index) => visible[index])
}

export const workingJson = ({ version, content, margin, savedAt, by }: WorkingCopy): StoryJson['working'] => ({
  version,
  content,
  margin,
  savedAt,
  by,
})

export const penJson = (pen: Pen | null): StoryJson['pen'] =>
  pen && { by: pen.by, device: pen.device, since: pen.since, seenAt: pen.seenAt }

/** What these accounts are called; whoever acted on the server's own machine has no account, and is left out. */
export const namesOf = async (
  db: NewsroomDb,
  ids: readonly (string | null | undefined)[],
): Promise<Record<string, string>> =>
  Object.fromEntries(
    await accountNames(
      db,
      ids.filter((id) => typeof id === 'string'),
    ),
  )
