import type { IncomingStory } from '../../intake/incoming.ts'
import { OnrecordError } from '../../errors.ts'
import type { IncomingCopyId, PersonaId, StoryId } from '../../ids.ts'
import { desksFor } from '../../staff/story-reach.ts'
import { readPersonas } from '../../store/house.ts'
import { copyById, type IncomingCopy, updateCopy } from '../../store/incoming-copy.ts'
import { inTransaction, type NewsroomDb } from '../../store/newsroom-db.ts'
import type { WatchedSource } from '../../store/watched-sources.ts'
import type { Block, Inline } from '../../story/document.ts'
import type { Newspaper } from '../../story/section.ts'
import type { Language, StoryContent } from '../../story/story.ts'
import { perform } from '../act.ts'
import { assertMay } from '../assert-may.ts'
import { commentOnStory } from '../comment-on-story.ts'
import { createStory } from '../create-story.ts'
import type { Newsroom } from '../newsroom.ts'
import { theNewspaper } from '../story-path.ts'
import { storyOf } from './copy-text.ts'
import { findIncoming, findWatched } from './find-incoming.ts'
import { documentOf } from './incoming-document.ts'
import { originWords } from './origin-words.ts'

/**
 * Begins a story from an item: a draft with its headline and text, a line of credit below, a remark in the margin that
 * tells where it comes from, and its text as a document of the record, to be cited from.
 *
 * Whoever wrote it there never becomes a byline here. An agency that the paper itself has among its bylines, as an
 * organisation, stands as one.
 *
 * @throws OnrecordError `forbidden`, `not-found`, `refused` when somebody was faster or it was put away
 */
export async function takeIncoming(newsroom: Newsroom, id: IncomingCopyId): Promise<StoryId> {
  await assertMay(newsroom.db, newsroom.actor, ['create-story', null])
  const copy = await claim(newsroom, id)
  try {
    const watched = await findWatched(newsroom.db, copy.watchedId)
    const story = storyOf(copy)
    const newspaper = await theNewspaper(newsroom.db)
    const content = await contentOf(newsroom.db, watched, story)
    const language = languageFor(copy.language, newspaper)
    const deskId = deskFor(newsroom)
    const draft = await createStory(newsroom, { language, translatedFrom: null, slug: null, content, deskId })
    await settle(newsroom, id, (now) => ({ ...now, storyId: draft.id }))
    await documentOf(newsroom, await findIncoming(newsroom.db, id))
    const text = originWords(newspaper.defaultLanguage, { watched, copy, story })
    const quote = creditOf(watched, story)
    await commentOnStory(newsroom, { storyId: draft.id, replyTo: null, text, quote })
    return draft.id
  } catch (error) {
    // Nothing was begun: somebody else may take it. What was begun stays begun.
    await settle(newsroom, id, (now) => (now.storyId === null ? { ...now, state: 'waiting', settled: null } : now))
    throw error
  }
}

/** Two who take one item at one moment: the second is told. */
async function claim(newsroom: Newsroom, id: IncomingCopyId): Promise<IncomingCopy> {
  const { result } = await perform(newsroom, 'take-incoming', async (tx, now) => {
    const copy = await findIncoming(tx, id)
    if (copy.state !== 'waiting') throw notWaiting(copy)
    const settled = { by: newsroom.actor.name, at: now }
    const taken: IncomingCopy = { ...copy, state: 'taken', settled, openedAt: copy.openedAt ?? now }
    await updateCopy(tx, taken)
    return { result: taken, subject: id }
  })
  return result
}

const notWaiting = ({ state, storyId }: IncomingCopy) =>
  state === 'taken'
    ? new OnrecordError('refused', `A story was begun from this already${storyId === null ? '' : `: ${storyId}`}.`, {
        remedy: 'Work on that one.',
      })
    : new OnrecordError('refused', 'The item was put away.', { remedy: 'Bring it back first.' })

const settle = (newsroom: Newsroom, id: IncomingCopyId, change: (copy: IncomingCopy) => IncomingCopy): Promise<void> =>
  inTransaction(newsroom.db, async (tx) => {
    const now = await copyById(tx, id)
    if (now) await updateCopy(tx, change(now))
  })

async function contentOf(db: NewsroomDb, watched: WatchedSource, story: IncomingStory): Promise<StoryContent> {
  const credit: Block = { type: 'paragraph', content: [creditLine(watched, story)] }
  return {
    kicker: story.kicker,
    headline: story.headline,
    standfirst: story.standfirst,
    dateline: null,
    sectionIds: [],
    bylines: await agencyByline(db, watched),
    keywords: story.keywords,
    body: { ...story.body, content: [...story.body.content, credit] },
  }
}

/** The agency as the paper's own byline, where the paper has made it one. */
async function agencyByline(db: NewsroomDb, { name }: WatchedSource): Promise<PersonaId[]> {
  const agency = (await readPersonas(db)).find(
    (persona) => persona.kind === 'organisation' && persona.name.toLowerCase() === name.toLowerCase(),
  )
  return agency ? [agency.id] : []
}

/** Who is to be credited: the agency, and its authors where it names them. */
const creditOf = ({ name }: WatchedSource, { bylines }: IncomingStory): string =>
  [name, ...bylines.filter((author) => author.toLowerCase() !== name.toLowerCase())].join(' / ')

function creditLine(watched: WatchedSource, story: IncomingStory): Inline {
  const text = creditOf(watched, story)
  const { address } = story
  const isWeb = address !== null && /^https?:$/.test(URL.parse(address)?.protocol ?? '')
  return { type: 'text', text, marks: isWeb ? [{ type: 'link', attrs: { href: address } }] : [{ type: 'emphasis' }] }
}

/** The item's language where the paper has it; `fr-FR` counts as `fr`. */
function languageFor(language: string | null, { languages, defaultLanguage }: Newspaper): Language {
  const primary = language?.split('-')[0]
  return languages.find((own) => own === language) ?? languages.find((own) => own === primary) ?? defaultLanguage
}

/** Whoever writes for one desk alone begins it for that desk; otherwise whichever desk takes it up. */
function deskFor({ actor }: Newsroom) {
  const mine = actor.staff ? desksFor(actor.staff, 'create-story') : 'all'
  return mine === 'all' ? null : (mine[0] ?? null)
}
