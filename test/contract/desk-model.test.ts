import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProviderRequest } from '../../src/desk/provider.ts'
import type { PersonaId, StoryId } from '../../src/ids.ts'
import { addAuthor } from '../../src/newsroom/add-author.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { addActor } from '../../src/newsroom/record/add-actor.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { modelServer } from '../../src/outbound/model-server.ts'
import { auditLines } from '../../src/store/audit.ts'
import { anActor } from '../record/builders.ts'
import { aBody, aContent, aNewspaper, aParagraph } from '../builders.ts'
import { aServer } from '../outbound/a-server.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { withoutSlug } from './record-at-work.ts'

const SENTENCE = 'The army says that four people died on Saturday 27 July 2024.'

/** What a model says of that sentence. */
const GOOD = {
  claims: [
    {
      sentence: SENTENCE,
      claimant: 'The army',
      via: null,
      effect: 'killed',
      who: 'people',
      figure: { text: 'four', min: 4, max: 4, approx: false, vague: null },
      date: '2024-07-27',
      place: null,
      stance: 'claims',
      confidence: 0.99,
    },
    { sentence: 'Forty people died.', effect: 'killed', stance: 'claims', figure: { text: 'Forty', min: 40, max: 40 } },
  ],
  findings: [],
}

/** A language model on this machine that remembers what it was asked. */
async function aModel() {
  const model = {
    asked: [] as { request: ProviderRequest; authorization: string | undefined }[],
    answer: JSON.stringify(GOOD),
    status: 200,
    isSilent: false,
  }
  const server = await aServer((request, response) => {
    void text(request).then((body) => {
      model.asked.push({ request: JSON.parse(body), authorization: request.headers.authorization })
      if (model.isSilent) return response
      return response.writeHead(model.status, { 'content-type': 'application/json' }).end(model.answer)
    })
  })
  return { ...server, model }
}

async function aStory({ newsroom }: TestStudio, bylines: PersonaId[] = []): Promise<StoryId> {
  const content = aContent({ body: aBody(aParagraph(SENTENCE)), keywords: ['a secret plan'], bylines })
  return (await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })).id
}
const ask = (who: Caller, storyId: StoryId) =>
  who.ask('POST /stories/{storyId}/desk/ask', { params: { storyId }, body: {} })

describe.each(databases)('a language model of the newsroom’s own, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let machine: Awaited<ReturnType<typeof aModel>>
  let model: Awaited<ReturnType<typeof aModel>>['model']

  beforeEach(async () => {
    dbs = await open()
    machine = await aModel()
    model = machine.model
  })
  afterEach(async () => {
    await machine.close()
    await dbs.close()
  })

  interface Set {
    readonly isPrivate?: boolean
    readonly hearsNames?: boolean
    readonly isSet?: boolean
  }

  async function aDesk({ isPrivate = true, hearsNames = false, isSet = true }: Set = {}) {
    const settings = { url: `http://127.0.0.1:${machine.port}/desk`, key: 'a-key', timeoutMs: 500, isPrivate }
    const studio = aStudio(dbs, { model: isSet ? { ...modelServer(settings), hearsNames } : null })
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: [] })
    return { studio, ana: await studio.staff('Ana', 'reporter') }
  }

  it('is none until one is set: nothing is sent, and whoever asks is told so', async () => {
    const { studio, ana } = await aDesk({ isSet: false })
    const storyId = await aStory(studio)
    expect((await ana.ask('GET /stories/{storyId}/desk', { params: { storyId } })).model).toBeNull()
    await expect(ask(ana, storyId)).rejects.toThrow(/409.*ONRECORD_DESK_PROVIDER_URL/)
    expect(machine.visits).toEqual([])
  })

  it('is asked only when somebody asks, and is sent the text and nothing else', async () => {
    const { studio, ana } = await aDesk()
    const { result: byline } = await addAuthor(studio.newsroom, { name: 'Hidden Hand', kind: 'person' })
    const storyId = await aStory(studio, [byline.id])
    await ana.ask('POST /stories/{storyId}/comments', {
      params: { storyId },
      body: { text: 'The colonel told me.', quote: 'four people' },
    })
    expect((await ana.ask('GET /stories/{storyId}/desk', { params: { storyId } })).model).toEqual({
      host: `127.0.0.1:${machine.port}`,
    })
    expect(model.asked).toEqual([])
    await ask(ana, storyId)
    expect(model.asked).toEqual([
      {
        authorization: 'Bearer a-key',
        request: {
          version: 1,
          text: `Two tolls for one shelling\nThe army and the movement do not agree.\n${SENTENCE}`,
          language: 'en',
          publishedOn: '2024-08-01',
          zone: 'Africa/Bamako',
          knownNames: [],
        },
      },
    ])
  })

  it('has its answer held against the text: what is not in it is refused, and nothing enters the record', async () => {
    const { studio, ana } = await aDesk()
    const answer = await ask(ana, await aStory(studio))
    expect(answer).toMatchObject({
      version: 0,
      claims: [{ claimant: { text: 'The army' }, figure: { words: 'four', quantity: { n: 4 } }, rule: 'provider' }],
      findings: [],
      refused: ['claim 2: its sentence is not in the text'],
    })
    expect(answer.claims[0]?.confidence).toBeLessThan(0.9)
    expect(await dbs.newsroom.selectFrom('record_revisions').selectAll().execute()).toEqual([])
  })

  it('stands in the audit with who asked, which server, and how much was sent, but not what', async () => {
    const { studio, ana } = await aDesk()
    const storyId = await aStory(studio)
    model.status = 500
    await expect(ask(ana, storyId)).rejects.toThrow('502')
    const lines = (await auditLines(dbs.newsroom, 0, 100)).filter(({ act }) => act === 'ask-model')
    expect(lines).toMatchObject([
      {
        actor: ana.accountId,
        subject: storyId,
        detail: { host: `127.0.0.1:${machine.port}`, letters: expect.any(Number), names: 0 },
      },
    ])
    expect(JSON.stringify(lines)).not.toContain('army')
  })

  it('hears names of the record only where that is allowed', async () => {
    const { studio, ana } = await aDesk({ hearsNames: true })
    await addActor(studio.newsroom, withoutSlug(anActor('The Movement').content))
    await ask(ana, await aStory(studio))
    expect(model.asked[0]?.request.knownNames).toEqual(['The Movement'])
  })

  it.each([
    ['no JSON', 'It was four people.', /502.*no JSON/],
    ['no reading', '[1, 2]', /502.*no reading/],
  ])('that answers with %s is told as that', async (_, answer, told) => {
    const { studio, ana } = await aDesk()
    model.answer = answer
    await expect(ask(ana, await aStory(studio))).rejects.toThrow(told)
  })

  it('that does not answer in time is not waited for', async () => {
    const { studio, ana } = await aDesk()
    model.isSilent = true
    await expect(ask(ana, await aStory(studio))).rejects.toThrow(/502.*did not answer in time/)
  })

  it('on the own machine is reached only where that is allowed', async () => {
    const { studio, ana } = await aDesk({ isPrivate: false })
    await expect(ask(ana, await aStory(studio))).rejects.toThrow(/409.*ONRECORD_DESK_PROVIDER_PRIVATE/)
    expect(machine.visits).toEqual([])
  })

  it('is asked by whoever writes in the house: by no contributor, and by no program', async () => {
    const { studio } = await aDesk()
    const storyId = await aStory(studio)
    const carl = await studio.staff('Carl', 'contributor')
    await dbs.newsroom.insertInto('story_authors').values({ story_id: storyId, account_id: carl.accountId }).execute()
    await expect(ask(carl, storyId)).rejects.toThrow('403')
    expect(machine.visits).toEqual([])
  })

  it('is not asked about a text in a language that the desk does not read', async () => {
    const { studio, ana } = await aDesk()
    const storyId = await aStory(studio)
    await dbs.newsroom.updateTable('stories').set({ language: 'ar' }).where('id', '=', storyId).execute()
    await expect(ask(ana, storyId)).rejects.toThrow('409')
    expect(machine.visits).toEqual([])
  })
})
