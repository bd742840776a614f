import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CellSummary } from '../../src/record/cell-summary.ts'
import { textOf } from '../tooling/repository.ts'
import { aNewsroomAtWork, type NewsroomAtWork, type Ran } from './newsroom-at-work.ts'

interface Kept {
  readonly id: string
  readonly status: string
}

interface ShownEvent extends Kept {
  readonly path: string | null
  readonly ledger: { readonly cells: readonly { readonly summary: CellSummary }[] }
}

/** What a command that went well says to a program. */
function parsed({ exitCode, out, err }: Ran): unknown {
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
  return JSON.parse(out)
}

/** A desk that keeps its record with commands and files, as an editor would. */
function atTheDesk(newsroom: NewsroomAtWork) {
  const json = async <Value>(...words: string[]): Promise<Value> =>
    parsed(await newsroom.run(...words, '--json')) as Value
  return {
    json,
    /** Gives a command its file on the standard input. */
    feed: async (content: unknown, ...words: string[]) =>
      parsed(await newsroom.feed(JSON.stringify(content), ...words, '-', '--json')) as Kept,
    refused: (content: unknown, ...words: string[]) => newsroom.feed(JSON.stringify(content), ...words, '-'),
    figureOf: async (event: string) => (await json<ShownEvent>('record', 'show', event)).ledger.cells[0]?.summary,
    file: async (name: string, content: string) => {
      await writeFile(join(newsroom.folder, name), content)
      return name
    },
  }
}

const name = (text: string) => [{ text, lang: 'en' }]
const said = (text: string, verbatim: string, more: object) => ({
  saidAt: '2024-07-28',
  wording: { text, lang: 'en' },
  figure: { verbatim, lang: 'en', ...more },
})

describe('a record made from nothing with the commands', () => {
  let newsroom: NewsroomAtWork
  let desk: ReturnType<typeof atTheDesk>
  let event: Kept
  let group: Kept
  let fifty: Kept

  const battle = {
    titles: { en: 'Battle of Tinzaouaten' },
    type: 'battle',
    when: '2024-07-22/2024-07-27',
    where: { placeId: 'tinzaouaten', relation: 'at', precision: 2 },
  }
  const about = () => ({ kind: 'measure', eventId: event.id, groupId: group.id, measure: 'killed' })

  beforeAll(async () => {
    newsroom = await aNewsroomAtWork()
    desk = atTheDesk(newsroom)
    await newsroom.run('init', '--name', 'A Paper', '--zone', 'Africa/Bamako', '--languages', 'en,fr')
    await desk.feed({ names: name('Tinzaouaten'), kind: 'settlement', country: 'ML' }, 'record', 'add', 'place')
    await desk.feed({ names: name('JNIM'), kind: 'non-state-armed-group' }, 'record', 'add', 'actor')
    await desk.feed({ names: name('Wagner'), kind: 'private-military-company' }, 'record', 'add', 'actor')
    const sides = ['jnim', 'wagner'].map((slug) => ({ label: { en: slug }, actorIds: [slug] }))
    event = await desk.feed({ ...battle, sides }, 'record', 'add', 'event')
    group = await desk.feed(
      { eventId: event.id, affiliation: 'wagner', standing: 'combatant', labels: { en: 'Wagner fighters' } },
      'record',
      'add',
      'victim-group',
    )
    await desk.feed({ kind: 'organisation', names: name('JNIM'), actorId: 'jnim' }, 'record', 'add', 'source')
    await desk.feed({ kind: 'organisation', names: name('SITE') }, 'record', 'add', 'source')
    await desk.feed({ kind: 'channel', names: name('military bloggers') }, 'record', 'add', 'source')
    const dispatch = { publisherId: 'site', title: 'Statement on the ambush', language: 'en' }
    const document = await desk.feed(dispatch, 'record', 'add', 'document')
    fifty = await desk.feed(
      {
        claimantId: 'jnim',
        about: about(),
        ...said('50 were killed', '50', { kind: 'exact', n: 50 }),
        appearances: [{ documentId: document.id, via: ['site'] }],
      },
      'record',
      'add',
      'claim',
    )
  })
  afterAll(() => newsroom.remove())

  it('goes before readers as a whole, and the event says who says what', async () => {
    expect(event.status).toBe('draft')
    const published = await newsroom.run('record', 'publish', 'battle-of-tinzaouaten-2024')
    expect(published.out).toContain('Battle of Tinzaouaten: live.')

    const shown = await newsroom.run('record', 'show', 'battle-of-tinzaouaten-2024')
    expect(shown.out).toContain('Wagner fighters killed: 50')
    expect(shown.out).toContain('JNIM claims 50')
    expect(shown.out).toContain('SITE, “Statement on the ambush”')
    expect(shown.out).toContain('22 to 27 July 2024')

    const whole = await desk.json<ShownEvent>('record', 'show', event.id)
    expect(whole).toMatchObject({ status: 'live', path: '/record/battle-of-tinzaouaten-2024' })
    expect(whole.ledger.cells.map(({ summary }) => [summary.low, summary.high])).toEqual([[50, 50]])
  })

  it('takes a later word of the claimant, and keeps the earlier one in history', async () => {
    const later = await desk.feed(
      said('more than 60 were killed', 'more than 60', { kind: 'moreThan', n: 60 }),
      'record',
      'revise',
      fifty.id,
    )
    expect(await desk.figureOf(event.id)).toMatchObject({ low: 60, high: 60, open: true })
    expect((await newsroom.run('record', 'show', event.id)).out).toContain('Not counted now:')

    await desk.feed(
      { saidAt: '2024-07-30', wording: { text: 'We take this back.', lang: 'en' } },
      'record',
      'retract',
      later.id,
    )
    expect(await desk.figureOf(event.id)).toMatchObject({ low: null, high: null })

    const history = await newsroom.run('record', 'history', event.id)
    for (const words of ['JNIM claims 50', 'more than 60', 'retract-claim', 'Battle of Tinzaouaten']) {
      expect(history.out).toContain(words)
    }
  })

  it('takes a denial and an amendment with its reason, and shows what an amendment changed', async () => {
    const claim = await desk.feed(
      { claimantId: 'military-bloggers', about: about(), ...said('20 died', '20', { kind: 'exact', n: 20 }) },
      'record',
      'add',
      'claim',
    )
    await desk.feed(
      { claimantId: 'jnim', saidAt: '2024-08-01', wording: { text: 'Not so.', lang: 'en' } },
      'record',
      'deny',
      claim.id,
    )
    expect(await desk.figureOf(event.id)).toMatchObject({ low: 20, disputed: true })

    await desk.feed(
      { figure: { kind: 'exact', n: 21, verbatim: '21', lang: 'en' } },
      'record',
      'amend',
      claim.id,
      '--reason',
      'We had misread the figure.',
    )
    expect(await desk.figureOf(event.id)).toMatchObject({ low: 21, high: 21 })
    const history = await newsroom.run('record', 'history', claim.id)
    expect(history.out).toContain('changed: figure')
    expect(history.out).toContain('reason: We had misread the figure.')
  })

  it('is amended with what was shown, and only while nobody amended it since', async () => {
    const shown = await newsroom.run('record', 'show', group.id, '--json')
    const edited = shown.out.replace('Wagner fighters', 'Fighters of Wagner')
    const file = await desk.file('group.json', edited)
    const amend = ['record', 'amend', group.id, file, '--reason', 'Their own name for themselves.']
    expect(await newsroom.run(...amend)).toMatchObject({ exitCode: 0 })
    expect(await newsroom.run(...amend)).toMatchObject({ exitCode: 6 })
  })

  it('is found by type, state and name', async () => {
    const claims = await desk.json<Kept[]>('record', 'list', '--type', 'claim', '--state', 'live')
    expect(claims.map(({ id }) => id)).toContain(fifty.id)
    const found = await desk.json<Kept[]>('record', 'list', '--named', 'tinzawaten')
    expect(found.length).toBeLessThanOrEqual(1)
    expect((await newsroom.run('record', 'list', '--named', 'Battle')).out).toContain(event.id)
    expect((await newsroom.run('place', 'search', 'Tinzaouâten')).out).toContain('tinzaouaten')
  })

  it('refuses what the record cannot hold: what, why, and what to do next', async () => {
    const claim = (more: object) => ({ claimantId: 'jnim', about: about(), ...said('lots', 'lots', more) })
    const bloggers = { claimantId: 'military-bloggers', ...said('5', '5', { kind: 'exact', n: 5 }) }
    const add = ['record', 'add'] as const
    const refusals: readonly (readonly [Ran, number, readonly string[]])[] = [
      [await desk.refused(claim({ kind: 'lots' }), ...add, 'claim'), 3, ['“lots”', 'vague', 'atLeast']],
      [await desk.refused(claim({ kind: 'range', lo: 20, hi: 10 }), ...add, 'claim'), 3, ['20', '10']],
      [await desk.refused({ ...battle, when: '2024-06-31' }, ...add, 'event'), 3, ['2024-06-31']],
      [await desk.refused({ ...battle, where: undefined }, ...add, 'event'), 3, ['where']],
      [await desk.refused(bloggers, 'record', 'revise', fifty.id), 5, ['claim']],
      [
        await desk.refused({ partOf: [event.id] }, 'record', 'amend', event.id, '--reason', 'Part of itself.'),
        5,
        ['part of itself', 'Take one of these out'],
      ],
      [await desk.refused({ names: name('Wagner'), kind: 'person' }, ...add, 'actor'), 5, ['may have it already']],
      [await desk.refused({ claimantId: 'nobody' }, ...add, 'claim'), 4, ['“nobody”', 'source']],
      [await desk.refused([], ...add, 'place'), 3, ['no entry']],
      [await desk.refused({}, ...add, 'rumour'), 3, ['“rumour”', 'victim-group']],
      [await newsroom.feed('{"names": [', ...add, 'place', '-'), 3, ['not JSON']],
      [await newsroom.run(...add, 'place', 'missing.json'), 4, ['missing.json']],
      [await newsroom.run('record', 'show', 'jnim'), 3, ['several', 'act_', 'src_']],
      [await newsroom.run('record', 'show', 'evt_0000000000000000'), 4, ['evt_0000000000000000']],
      [await newsroom.run('record', 'withdraw', event.id), 2, ['--reason']],
      [await newsroom.run('task', 'done', 'sty_0000000000000000'), 4, ['no story']],
    ]
    for (const [{ exitCode, err }, code, words] of refusals) {
      expect({ exitCode, err }).toMatchObject({ exitCode: code })
      for (const word of words) expect(err).toContain(word)
      // What and why, and in a sentence of its own what to do next.
      expect(err.trim()).toMatch(/[.!][ \n]+\S[^]*\.|\(--help/)
      expect(err).not.toContain('    at ')
    }
  })
})

describe('the record file of the documentation', () => {
  let newsroom: NewsroomAtWork

  beforeAll(async () => {
    newsroom = await aNewsroomAtWork()
    await newsroom.run('init', '--name', 'A Paper', '--zone', 'Africa/Bamako', '--languages', 'en')
  })
  afterAll(() => newsroom.remove())

  it('is read from the standard input, once, and goes before readers', async () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(textOf('docs/formats/record-file.md')) ?? []
    const first = await newsroom.feed(example, 'record', 'import', '-', '--publish', '--json')
    expect(parsed(first)).toMatchObject({ changed: 0, unchanged: 0, left: [] })
    const again = await newsroom.feed(example, 'record', 'import', '-')
    expect(again.out).toContain('0 added, 0 changed')
    const shown = await newsroom.run('record', 'show', 'battle-of-tinzaouaten-2024')
    expect(shown.out).toContain('only: Ambush south of Tinzaouaten')
    expect(shown.out).toContain('deny the figure of JNIM: 50')
  })

  it('can be merged, withdrawn and brought back', async () => {
    const wagner = { names: [{ text: 'ЧВК Вагнер', lang: 'ru' }], kind: 'private-military-company' }
    const added = await newsroom.feed(JSON.stringify(wagner), 'record', 'add', 'actor', '--despite', '-', '--json')
    const { id } = JSON.parse(added.out) as Kept
    const reason = ['--reason', 'One company, in two scripts.']
    expect(await newsroom.run('record', 'merge', id, id, ...reason)).toMatchObject({ exitCode: 5 })
    const actors = JSON.parse((await newsroom.run('record', 'list', '--type', 'actor', '--json')).out) as Kept[]
    const other = (
      JSON.parse((await newsroom.run('record', 'list', '--named', 'Wagner', '--json')).out) as Kept[]
    ).find((one) => one.id.startsWith('act_'))
    expect(actors.map((one) => one.id)).toContain(other?.id)
    expect((await newsroom.run('record', 'merge', id, other?.id ?? '', ...reason)).out).toContain('live')
    expect((await newsroom.run('record', 'show', other?.id ?? '')).out).toContain('ЧВК Вагнер')
    const slug = 'ambush-south-of-tinzaouaten-2024'
    const gone = await newsroom.run('record', 'withdraw', slug, '--reason', 'Told twice.')
    expect(gone.out).toContain('withdrawn')
    expect((await newsroom.run('record', 'publish', slug)).out).toContain('live')
  })
})

describe('what must stay secret or go for good', () => {
  let newsroom: NewsroomAtWork
  let desk: ReturnType<typeof atTheDesk>
  let source: Kept

  beforeAll(async () => {
    newsroom = await aNewsroomAtWork()
    desk = atTheDesk(newsroom)
    const description = { text: 'a nurse in the town', lang: 'en' }
    source = await desk.feed({ kind: 'person', description, category: 'medical' }, 'record', 'add', 'source')
  })
  afterAll(() => newsroom.remove())

  it('is sealed from the standard input, and opens with a key of its owner only', async () => {
    const early = await newsroom.feed('A. Name', 'source', 'seal', source.id)
    expect(early).toMatchObject({ exitCode: 5 })

    const key = await desk.json<{ identity: string; recipient: string }>(
      'source',
      'key',
      'make',
      '--label',
      'A. Editor',
      '--yes',
    )
    expect((await newsroom.run('source', 'key', 'list')).out).toContain(key.recipient)
    expect(await newsroom.feed('A. Name, by the well', 'source', 'seal', source.id)).toMatchObject({ exitCode: 0 })

    const file = await desk.file('key.txt', `# made today\n${key.identity}\n`)
    expect((await newsroom.run('source', 'open', source.id, '--key-file', file)).out).toContain('A. Name, by the well')
    const other = await desk.json<{ identity: string }>('source', 'key', 'make')
    const wrong = await desk.file('other.txt', other.identity)
    expect(await newsroom.run('source', 'open', source.id, '--key-file', wrong)).toMatchObject({ exitCode: 5, out: '' })
    const pasted = await newsroom.run('source', 'key', 'add', key.identity, '--label', 'Mine')
    expect(pasted.exitCode).toBe(3)
    expect(pasted.err).not.toContain(key.identity)
    for (const words of [
      ['record', 'show', source.id, '--json'],
      ['record', 'history', source.id, '--json'],
      ['export'],
    ]) {
      expect((await newsroom.run(...words)).out).not.toContain('by the well')
    }
  })

  it('is captured from a file, and never from the machine’s own network', async () => {
    const document = await desk.feed(
      { publisherId: source.id, title: 'A list', language: 'fr' },
      'record',
      'add',
      'document',
    )
    const file = await desk.file('list.txt', 'one name')
    expect((await newsroom.run('record', 'capture', document.id, file)).out).toContain('Captured.')
    expect((await newsroom.run('record', 'capture', document.id, file)).out).toContain('The same bytes')
    const own = await newsroom.run('record', 'capture', document.id, 'http://127.0.0.1/list')
    expect(own).toMatchObject({ exitCode: 5 })
  })

  it('is erased only when it is meant, and leaves a mark in history', async () => {
    const erase = ['record', 'erase', source.id, '--reason']
    expect(await newsroom.run(...erase, 'personal-data')).toMatchObject({ exitCode: 3 })
    expect(await newsroom.run(...erase, 'because', '--yes')).toMatchObject({ exitCode: 3 })
    expect((await newsroom.run(...erase, 'source-in-danger', '--yes')).out).toContain('Erased: 1 revisions')
    const history = await newsroom.run('record', 'history', source.id)
    expect(history.out).toContain('source-in-danger')
    expect(history.out).not.toContain('nurse')
  })
})

describe('the walk-through', () => {
  const page = textOf('docs/operate/keeping-a-record.md')
  const files = new Map(
    [...page.matchAll(/\*\*([\w-]+\.json)\*\*\n\n```json\n([\s\S]*?)```/g)].map(([, file = '', text = '']) => [
      file,
      text,
    ]),
  )
  let newsroom: NewsroomAtWork

  beforeAll(async () => {
    newsroom = await aNewsroomAtWork()
    await newsroom.run('init', '--name', 'A Paper', '--zone', 'Africa/Bamako', '--languages', 'en,fr')
  })
  afterAll(() => newsroom.remove())

  it('leads where it says, file by file', async () => {
    const ids = new Map<string, string>()
    const withIds = (text: string) =>
      text.replaceAll(/(\w{3})_…/g, (placeholder, kind: string) => ids.get(kind) ?? placeholder)
    await writeFile(join(newsroom.folder, 'statement.pdf'), '%PDF-1.7')
    for (const [file, text] of files) await writeFile(join(newsroom.folder, file), text)
    const commands = [...page.matchAll(/^\.\/onrecord (record (?:add|capture|publish|revise|amend) [^#\n]*)/gm)]
    expect(commands.length).toBeGreaterThan(10)
    for (const [, line = ''] of commands) {
      for (const [file, text] of files) await writeFile(join(newsroom.folder, file), withIds(text))
      const words = [...withIds(line).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
      const ran = await newsroom.run(...words, '--json')
      const { id } = parsed(ran) as Kept
      ids.set(id.slice(0, 3), id)
    }
    const shown = await newsroom.run('record', 'show', 'ambush-south-of-tinzaouaten-2024')
    expect(shown.out).toContain('Malian soldiers killed: at least 12')
    expect(shown.out).toContain('“according to first reports”')
  })
})
