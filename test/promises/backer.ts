import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { OnrecordError } from '../../src/errors.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { backUpAside } from '../../src/upkeep/backups/back-up-aside.ts'
import { aContent } from '../builders.ts'
import { openHouse } from './house.ts'

// Run as a process of its own, to be killed or kept from writing large files: it makes a backup, says what came of it,
// and then shows that the newsroom goes on.

const [folder = '', shelf = '', recipient = ''] = process.argv.slice(2)
const { newsroom, close } = await openHouse(folder, () => randomBytes(16))
const job = {
  dataFolder: folder,
  newsroom: { kind: 'sqlite', file: join(folder, 'newsroom.db') },
  place: shelf,
  s3: null,
  recipients: [recipient],
  keep: null,
  release: 'tests',
  picturesElsewhere: false,
} as const
const result = await backUpAside(job).then(
  ({ name }) => ({ name }),
  (error: unknown) => ({ code: error instanceof OnrecordError ? error.code : String(error) }),
)
const content = aContent()
const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
const { isLive } = await publishStory(newsroom, { storyId: id, revision: 1 })
writeSync(1, JSON.stringify({ ...result, isLive }))
await close()
