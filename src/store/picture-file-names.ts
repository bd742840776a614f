import type { Rendition } from '../story/public-picture.ts'
import type { NewsroomDb } from './newsroom-db.ts'

const PORTION = 500

/** The names of all files that readers may get of pictures, each once. */
export async function pictureFileNames(db: NewsroomDb): Promise<string[]> {
  const names = new Set<string>()
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('pictures')
      .select(['id', 'renditions'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PORTION)
      .execute()
    for (const { renditions } of rows) {
      for (const { name } of JSON.parse(renditions) as Rendition[]) names.add(name)
    }
    if (rows.length < PORTION) return [...names]
    after = rows.at(-1)?.id ?? after
  }
}
