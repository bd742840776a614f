import { OnrecordError } from '../errors.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { addActor } from '../newsroom/record/add-actor.ts'
import { addAppearance } from '../newsroom/record/add-appearance.ts'
import { addDocument } from '../newsroom/record/add-document.ts'
import { addEvidence } from '../newsroom/record/add-evidence.ts'
import { addPlace } from '../newsroom/record/add-place.ts'
import { addSource } from '../newsroom/record/add-source.ts'
import { addVictimGroup } from '../newsroom/record/add-victim-group.ts'
import { assessClaim, type Judgement } from '../newsroom/record/assess-claim.ts'
import { denyClaim } from '../newsroom/record/deny-claim.ts'
import { recordClaim, type RecordedClaim } from '../newsroom/record/record-claim.ts'
import { recordEvent } from '../newsroom/record/record-event.ts'
import { retractClaim } from '../newsroom/record/retract-claim.ts'
import { reviseClaim } from '../newsroom/record/revise-claim.ts'
import type { Outcome } from '../newsroom/act.ts'
import type { EntryType } from '../record/entry.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { asFields, claimFields, type Fields, newEntry, someFields } from './entry-fields.ts'
import { idOfType } from './entry-id.ts'
import { readGivenJson } from './given-file.ts'
import { typeFrom } from './record-list.ts'
import { type Came, tellEntry } from './tell-entry.ts'
import { type Printing, tell } from './terminal.ts'

type Adding = (newsroom: Newsroom, content: Fields, options: { despite: boolean }) => Promise<Came>

const draft = async (adding: Promise<Came['id']>): Promise<Came> => ({ id: await adding, isLive: true })

/** What adds an entry of each type. The verb checks the content: it is anything until then. */
const ADD: { readonly [Type in Exclude<EntryType, 'claim' | 'assessment'>]: Adding } = {
  place: (newsroom, content, options) => draft(addPlace(newsroom, content as never, options)),
  actor: (newsroom, content, options) => draft(addActor(newsroom, content as never, options)),
  source: (newsroom, content, options) => draft(addSource(newsroom, content as never, options)),
  event: (newsroom, content) => draft(recordEvent(newsroom, content as never)),
  'victim-group': (newsroom, content) => draft(addVictimGroup(newsroom, content as never)),
  document: (newsroom, content) => draft(addDocument(newsroom, content as never)),
  evidence: (newsroom, content) => draft(addEvidence(newsroom, content as never)),
  appearance: async (newsroom, content) => {
    const { result, isLive } = await addAppearance(newsroom, content as never)
    return { id: result, isLive }
  },
}

/** Records one entry from a file: a claim with its appearances, anything else by itself. */
export async function addFromFile(
  app: Application,
  { typeName, file }: { typeName: string; file: string },
  options: Printing & { readonly despite: boolean },
): Promise<void> {
  const type = typeFrom(typeName)
  if (type === 'assessment') {
    throw new OnrecordError('bad-input', 'An assessment is signed, not added.', {
      remedy: 'Sign it with `./onrecord record assess FILE`.',
    })
  }
  const json = await readGivenJson(file)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const came =
      type === 'claim'
        ? claimCame(await recordClaim(newsroom, (await claimFields(newsroom.db, json, newEntry)) as never))
        : await ADD[type](newsroom, await newEntry(newsroom.db, type, asFields(json)), options)
    await tellEntry(app, newsroom, options, came)
  })
}

const claimCame = ({ result, isLive }: Outcome<RecordedClaim>): Came => ({
  id: result.claim.id,
  isLive,
  more: { appearanceIds: result.appearanceIds },
})

const ANSWERS = { revise: reviseClaim, retract: retractClaim, deny: denyClaim } as const

/** Records what a claimant said later of a claim, or somebody else against it: a claim of its own. */
export async function answerClaim(
  app: Application,
  how: keyof typeof ANSWERS,
  { claim, file, ...printing }: Printing & { readonly claim: string; readonly file: string },
): Promise<void> {
  const json = await readGivenJson(file)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const claimId = await idOfType(newsroom.db, 'claim', claim)
    const said = await claimFields(newsroom.db, json, someFields)
    const came = claimCame(await ANSWERS[how](newsroom, { claimId, ...said } as never))
    await tellEntry(app, newsroom, printing, came)
  })
}

/** Signs a judgement on a claim or a figure. */
export async function assessFromFile(app: Application, file: string, printing: Printing): Promise<void> {
  const json = await readGivenJson(file)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const given = await newEntry(newsroom.db, 'assessment', asFields(json))
    // Who signs, when, and what it takes the place of, is not for the file to say.
    const { at: _, by: __, signers: ___, supersedes: ____, ...judgement } = given
    const { result, isLive } = await assessClaim(newsroom, judgement as unknown as Judgement)
    await tellEntry(app, newsroom, printing, { id: result.id, isLive, more: { signers: result.content.signers } })
    if (result.status === 'draft' && result.content.signers < 2) {
      tell(printing, '“Verified” and “refuted” wait for a second person, who signs the same file.')
    }
  })
}
