import { OnrecordError } from '../../errors.ts'
import { wholeText } from '../../desk/desk-text.ts'
import { type DeskLanguage, deskLanguage } from '../../desk/language.ts'
import { namesToSend, type ProviderReading, type ProviderRequest } from '../../desk/provider.ts'
import { readProviderReply } from '../../desk/provider-reply.ts'
import { deskTextOf } from '../../desk/story-text.ts'
import type { StoryId } from '../../ids.ts'
import type { Story } from '../../story/story.ts'
import { dateIn } from '../../time.ts'
import { record } from '../act.ts'
import { assertMay } from '../assert-may.ts'
import type { Newsroom } from '../newsroom.ts'
import { theNewspaper } from '../story-path.ts'
import { textAtWork } from '../text-at-work.ts'
import { namesForReading } from './names-for-reading.ts'

/** The newsroom's own language model. */
export interface DeskModel {
  readonly host: string
  /** May it be told names of the record? */
  readonly hearsNames: boolean
  ask(question: string): Promise<unknown>
}

/** What a model found in a story. */
export interface AskedModel extends ProviderReading {
  /** The version of the text that it was asked about. */
  readonly version: number
}

/** Fifty times a long story. */
const MOST_LETTERS = 200_000

/**
 * Asks the newsroom's own language model about a story, once, because somebody wants it.
 *
 * It gets headline, standfirst and text as they stand, and nothing else: no byline, no remark, no source. Who asked, when,
 * which server and how many letters is in the audit before anything leaves, so that it is there however it ends. What comes
 * back is held against the text and enters nothing: somebody looks at it.
 *
 * @throws OnrecordError `forbidden`, `not-found`; `refused` where no model is set, for a language that the desk does not
 *   read and for a text that is too long; `fetch-failed` where it does not answer, or makes no sense
 */
export async function askModel(newsroom: Newsroom, storyId: StoryId, model: DeskModel | null): Promise<AskedModel> {
  const { db, actor } = newsroom
  await assertMay(db, actor, ['ask-model', storyId])
  if (!model) throw noneIsSet()
  const { story, version } = await textAtWork(db, storyId)
  const { request, known } = await questionOf(newsroom, story, model)
  await record(newsroom, ['ask-model', storyId], async () => {
    const detail = { host: model.host, letters: request.text.length, names: request.knownNames.length }
    return { result: undefined, subject: storyId, detail }
  })
  const answer = await model.ask(JSON.stringify(request))
  const { text, language, publishedOn } = request
  const reading = readProviderReply({ text, language, publishedOn, known }, answer)
  if (reading) return { ...reading, version }
  throw new OnrecordError('fetch-failed', `${model.host} answered with something that is no reading.`, {
    remedy: 'It must answer as `onrecord lint --json` does; see docs/decisions/043.',
  })
}

async function questionOf({ db, now }: Newsroom, story: Story, model: DeskModel) {
  const language = readLanguage(story)
  const text = wholeText(deskTextOf(story.content))
  if (text.length > MOST_LETTERS) throw tooLong()
  const { zone } = await theNewspaper(db)
  const known = await namesForReading(db, language)
  const request: ProviderRequest = {
    version: 1,
    text,
    language,
    publishedOn: dateIn(zone, story.firstPublished?.at ?? now()),
    zone,
    knownNames: model.hearsNames ? namesToSend(known) : [],
  }
  return { request, known }
}

function readLanguage({ language }: Story): DeskLanguage {
  const read = deskLanguage(language)
  if (read) return read
  throw new OnrecordError('refused', 'The desk reads English and French alone.', {
    remedy: 'Look at the story’s version in one of these.',
  })
}

const noneIsSet = () =>
  new OnrecordError('refused', 'No language model is set: the desk reads by itself.', {
    remedy: 'Whoever runs the server sets one with ONRECORD_DESK_PROVIDER_URL.',
  })

const tooLong = () =>
  new OnrecordError('refused', `The text has more than ${MOST_LETTERS} letters: it is not sent.`, {
    remedy: 'Divide it into stories.',
  })
