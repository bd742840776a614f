import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import { findStory } from '../newsroom/find-story.ts'
import { reviseStory } from '../newsroom/revise-story.ts'
import { parseDocument } from '../story/document-schema.ts'
import type { StoryContent } from '../story/story.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { readGivenJson } from './given-file.ts'
import { type Printing, strong, tell, tellJson } from './terminal.ts'

/** Its words; its sections and bylines stay as they are. */
const words = z.object({
  kicker: z.string().nullable().exactOptional(),
  headline: z.string().min(1).exactOptional(),
  standfirst: z.string().exactOptional(),
  keywords: z.array(z.string()).exactOptional(),
  body: z.unknown().optional(),
})

/** A story as `story show --json` prints it, or its content alone. */
const shown = z.object({ revision: z.number().int().exactOptional(), content: words })

/**
 * Saves a story's words anew, from a file in the form of `story show --json`. What the file leaves out stays as it was.
 *
 * @throws OnrecordError `bad-input`; `stale-revision` when the file was made from an older revision than the newest
 */
export async function revise(app: Application, storyId: StoryId, file: string, printing: Printing): Promise<void> {
  const { revision = null, content } = readShown(await readGivenJson(file))
  const { body, ...given } = content
  const document = body === undefined ? {} : { body: parseDocument(body) }
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const before = await findStory(newsroom.db, storyId)
    const revised: StoryContent = { ...before.content, ...given, ...document }
    const story = await reviseStory(newsroom, { storyId, revision: revision ?? before.revision, content: revised })
    tell(printing, `${strong(story.content.headline)}: revision ${story.revision}.`)
    tell(printing, `Put it before readers with: ./onrecord story publish ${story.id}`)
    tellJson(printing, { id: story.id, state: story.state, revision: story.revision })
  })
}

function readShown(json: unknown): z.infer<typeof shown> {
  const whole = typeof json === 'object' && json !== null && 'content' in json && !Array.isArray(json.content)
  const read = shown.safeParse(whole ? json : { content: json })
  if (read.success) return read.data
  const [fault] = read.error.issues
  throw new OnrecordError('bad-input', `This is no story: ${fault?.path.join('.')}: ${fault?.message}.`, {
    remedy: 'Begin with what `./onrecord story show ID --json` prints.',
  })
}
