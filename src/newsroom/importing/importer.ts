import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { revisionAuthor } from '../../store/stories.ts'
import { workingCopyOf } from '../../store/working-copies.ts'
import type { Story } from '../../story/story.ts'

/** The author of imported revisions; a revision by anyone else means that staff have worked on the story. */
export const IMPORTER = 'import'

/** Has anybody here written in the story since it was imported? */
export const isStaffWork = async (db: NewsroomDb, story: Pick<Story, 'id' | 'revision'>): Promise<boolean> =>
  (await revisionAuthor(db, story)) !== IMPORTER || (await workingCopyOf(db, story.id)) !== undefined

/** Has anybody here taken the story up since it was imported: written in it, stopped it, or moved it along the desk? */
export const isWithStaff = async (db: NewsroomDb, story: Omit<Story, 'content'>): Promise<boolean> =>
  (story.state !== 'draft' && story.state !== 'published') ||
  story.hold !== null ||
  story.embargoUntil !== null ||
  (await isStaffWork(db, story))
