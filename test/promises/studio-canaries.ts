import type { AccountId } from '../../src/ids.ts'
import { addAuthor } from '../../src/newsroom/add-author.ts'
import { assignStory } from '../../src/newsroom/assign-story.ts'
import { setDesk } from '../../src/newsroom/change-desk.ts'
import { moveStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { invite } from '../../src/newsroom/entering/invite.ts'
import { resetAccount } from '../../src/newsroom/entering/reset-account.ts'
import { keepRevision } from '../../src/newsroom/keep-revision.ts'
import { makeKey } from '../../src/newsroom/make-key.ts'
import { sharePreview } from '../../src/newsroom/preview-links.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { addSealKey } from '../../src/newsroom/record/add-seal-key.ts'
import { makeSealKey } from '../../src/newsroom/record/make-seal-key.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { saveWorkingCopy } from '../../src/newsroom/save-working-copy.ts'
import { sealByline } from '../../src/newsroom/seal-byline.ts'
import { sendBackStory } from '../../src/newsroom/send-back-story.ts'
import { giveSign } from '../../src/newsroom/take-pen.ts'
import { timeFrontChange } from '../../src/newsroom/time-front-change.ts'
import { translateStory } from '../../src/newsroom/translate-story.ts'
import { undoPublication } from '../../src/newsroom/undo-publication.ts'
import { insertAccount } from '../../src/store/accounts.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { at, type TestNewsroom } from '../builders.ts'
import { aDraft, aLiveStory, CANARY, canaryContent } from './canaries.ts'

const EMPTY = { comments: [], suggestions: [] }

/** Whoever works here: their id, too, is a word that nobody outside may ever read. */
export const STAFF = `acc_${CANARY}ana` as AccountId

/** The newsroom in the hands of somebody with an account, whose name and mail address are nobody's business. */
async function withSomebody(newsroom: TestNewsroom): Promise<TestNewsroom> {
  const account = {
    id: STAFF,
    name: `${CANARY} staff name`,
    email: `${CANARY}@staff.example`,
    language: 'en',
    state: 'active' as const,
    createdAt: newsroom.now(),
    seenOn: null,
    grants: [{ role: 'owner' as const, deskId: null }],
  }
  await inTransaction(newsroom.db, (tx) => insertAccount(tx, account))
  const staff = { accountId: STAFF, grants: account.grants, scopes: null }
  return { ...newsroom, actor: { name: STAFF, via: 'studio', staff } }
}

/** @returns every secret that was handed over once: no database and no export may hold one */
async function writeWhoWorksHere(newsroom: TestNewsroom): Promise<string[]> {
  const desk = await setDesk(newsroom, null, { names: { en: `${CANARY} desk` }, sectionIds: [] })
  const person = { name: `${CANARY} invited`, email: `${CANARY}@invited.example` }
  const invited = await invite(newsroom, { ...person, grants: [{ role: 'reporter', deskId: desk.id }] })
  const reset = await resetAccount(newsroom, STAFF)
  const key = await makeKey(newsroom, { name: `${CANARY} key`, scopes: ['read'], expiresAt: null })
  const { recipient } = await makeSealKey()
  await addSealKey(newsroom, { recipient, label: `${CANARY} seal key` })
  const { result: byline } = await addAuthor(newsroom, { name: 'A. Pen', kind: 'person' })
  await sealByline(newsroom, { slug: byline.slug, accountId: STAFF, words: `${CANARY} sealed words` })
  const storyId = await aDraft(newsroom, 'assigned')
  await assignStory(newsroom, storyId, { deskId: desk.id, authors: [STAFF] })
  const preview = await sharePreview(newsroom, { storyId, label: `${CANARY} preview`, hours: 2, revision: null })
  return [invited.token, reset.token, key.token, preview.token]
}

/** Words around stories that readers have: kept, sent back, translated, scheduled, taken back, chosen for tomorrow. */
async function writeWhatIsAroundStories(newsroom: TestNewsroom): Promise<void> {
  const device = `${CANARY} device`
  const write = (storyId: Awaited<ReturnType<typeof aLiveStory>>, where: string, base = 0) =>
    saveWorkingCopy(newsroom, {
      storyId,
      base,
      content: canaryContent(where),
      margin: EMPTY,
      device,
      saveId: where,
      settles: [],
    })
  const live = await aLiveStory(newsroom)
  await write(live, 'kept revision')
  await keepRevision(newsroom, { storyId: live, name: `${CANARY} revision name` })
  await giveSign(newsroom, { storyId: live, device, pen: 'ask', at: 3 })
  const sentBack = await aDraft(newsroom, 'sent back')
  await moveStory(newsroom, sentBack, 'in-review')
  await sendBackStory(newsroom, sentBack, `${CANARY} word of the desk`)
  const translation = await translateStory(newsroom, await aLiveStory(newsroom), 'fr')
  await write(translation.id, 'translation')
  const scheduled = await aLiveStory(newsroom)
  await reviseStory(newsroom, { storyId: scheduled, revision: null, content: canaryContent('scheduled update') })
  await scheduleStory(newsroom, scheduled, at('2030-01-01T00:00:00Z'))
  const tomorrow = {
    list: 'all' as const,
    language: 'en',
    position: 1,
    fromAt: at('2030-01-01T00:00:00Z'),
    until: null,
  }
  await timeFrontChange(newsroom, { ...tomorrow, storyId: await aDraft(newsroom, 'for tomorrow') })
}

/** Stories that went out by mistake and were taken back: one as it was, one as nothing. */
export async function writeWhatWasTakenBack(newsroom: TestNewsroom): Promise<void> {
  const again = await aLiveStory(newsroom)
  await reviseStory(newsroom, { storyId: again, revision: null, content: canaryContent('published by mistake') })
  await publishStory(newsroom, { storyId: again, revision: null, change: `${CANARY} change by mistake` })
  await undoPublication(newsroom, again)
  const first = await aDraft(newsroom, 'first by mistake')
  await publishStory(newsroom, { storyId: first, revision: null })
  await undoPublication(newsroom, first)
}

/** Everything that the studio keeps besides texts at work. @returns the secrets that were handed over */
export async function writeWhatTheStudioKeeps(newsroom: TestNewsroom): Promise<string[]> {
  const inHand = await withSomebody(newsroom)
  await writeWhatIsAroundStories(inHand)
  return writeWhoWorksHere(inHand)
}
