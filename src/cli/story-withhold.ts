import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import { findStory } from '../newsroom/find-story.ts'
import { withholdVersions } from '../newsroom/withhold-versions.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

export interface WithholdOptions extends Printing {
  readonly before: string
  readonly reason: string
}

/** Takes earlier texts of a story from readers, and says which. */
export async function withhold(app: Application, storyId: StoryId, options: WithholdOptions): Promise<void> {
  const before = versionFrom(options.before)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const { result, isLive } = await withholdVersions(newsroom, { storyId, before, reason: options.reason })
    const { content } = await findStory(newsroom.db, storyId)
    tell(
      options,
      `${strong(content.headline)}: ${result.length === 1 ? 'version' : 'versions'} ${result.join(', ')} withheld.`,
    )
    if (!isLive) tell(options, faint('Readers lose it in a moment: the edition is busy.'))
    tell(
      options,
      '',
      'Its corrections, its address and its former addresses were not touched: look whether they say it too.',
    )
    tellJson(options, { id: storyId, withheld: result, isLive })
  })
}

/** A version's number; null for "all but the present one". */
function versionFrom(text: string): number | null {
  if (text === 'all-earlier') return null
  const version = Number(text)
  if (Number.isInteger(version) && version > 0) return version
  throw new OnrecordError('bad-input', `“${text}” is no version.`, {
    remedy: 'Give the first version that readers keep, as in --before 3, or --before all-earlier.',
  })
}
