import { OnrecordError } from '../errors.ts'
import { deleteHousePage, writeHousePage } from '../store/house-pages.ts'
import { parseDocument } from '../story/document-schema.ts'
import type { HousePage, HousePageKind } from '../story/house-page.ts'
import type { Language } from '../story/story.ts'
import { type Outcome, perform } from './act.ts'
import type { Newsroom } from './newsroom.ts'
import { theNewspaper } from './story-path.ts'
import { assertLanguages } from './translated-texts.ts'
import { openPrompts, type ReadPage, readPage, type WrittenPage } from './written-page.ts'

/**
 * Puts one of the paper's own pages before readers, in place of what stood there.
 *
 * @throws OnrecordError `bad-input` when it has no title or no text, or is in a language the paper does not have;
 *   `refused` while prompts of the template stand in it, naming them
 */
export const setPage = (newsroom: Newsroom, written: WrittenPage): Promise<Outcome<ReadPage>> =>
  perform(newsroom, 'set-page', async (tx, now) => {
    const { kind, language, markdown } = written
    assertLanguages(await theNewspaper(tx), { [language]: markdown })
    const read = readPage(written, now)
    assertFilledIn(read.page)
    await writeHousePage(tx, read.page)
    return { result: read, subject: kind, detail: { kind, language }, changes: [{ kind: 'house' }] }
  })

/**
 * The same with a page that was written as a document, in the studio.
 *
 * @throws OnrecordError as `setPage`
 */
export const setPageDocument = (
  newsroom: Newsroom,
  written: Omit<HousePage, 'updatedAt' | 'body'> & { readonly body: unknown },
): Promise<Outcome<HousePage>> =>
  perform(newsroom, 'set-page', async (tx, now) => {
    const { kind, language, title } = written
    assertLanguages(await theNewspaper(tx), { [language]: title })
    const page: HousePage = { kind, language, title, body: parseDocument(written.body), updatedAt: now }
    if (page.body.content.length === 0) throw new OnrecordError('bad-input', 'The page has a title and no text.')
    assertFilledIn(page)
    await writeHousePage(tx, page)
    return { result: page, subject: kind, detail: { kind, language }, changes: [{ kind: 'house' }] }
  })

/** Takes such a page away. @throws OnrecordError `not-found` when there is none */
export const removePage = (newsroom: Newsroom, kind: HousePageKind, language: Language): Promise<Outcome<null>> =>
  perform(newsroom, 'remove-page', async (tx) => {
    if (!(await deleteHousePage(tx, kind, language))) {
      throw new OnrecordError('not-found', `The paper has no page “${kind}” in “${language}”.`, {
        remedy: '`./onrecord page list` shows the pages it has.',
      })
    }
    return { result: null, subject: kind, detail: { kind, language }, changes: [{ kind: 'house' }] }
  })

function assertFilledIn(page: HousePage): void {
  const prompts = openPrompts(page)
  if (prompts.length === 0) return
  throw new OnrecordError('refused', `The page still asks its writer: ${prompts.join(' ')}`, {
    remedy: 'Write your own words in place of each passage in square brackets, or take it out.',
  })
}
