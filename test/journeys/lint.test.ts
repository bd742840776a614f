import { mkdir, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LintJson } from '../../src/desk/lint-json.ts'
import { aNewsroomAtWork, type NewsroomAtWork } from './newsroom-at-work.ts'

const CLAIM = 'The Malian army said that 20 rebels were killed on Saturday in Kidal.'
const QUIET = 'The market in the town has been closed since the rains began, and prices have doubled.'

describe('reading texts without a newsroom', () => {
  let newsroom: NewsroomAtWork
  const file = (name: string) => join(newsroom.folder, name)

  beforeAll(async () => {
    newsroom = await aNewsroomAtWork()
    await writeFile(file('claim.txt'), CLAIM)
    await writeFile(file('quiet.txt'), QUIET)
    await writeFile(file('page.html'), `<p>${CLAIM}</p>`)
    await mkdir(file('folder'))
  })
  afterAll(() => newsroom.remove())

  const json = async (input: string, ...words: string[]): Promise<LintJson> =>
    JSON.parse((await newsroom.feed(input, 'lint', '--json', ...words)).out) as LintJson

  it('finds who says what in the standard input, with the day that was meant', async () => {
    const { claims } = await json(CLAIM, '--published', '2024-07-29')
    expect(claims).toMatchObject([
      {
        start: 0,
        end: CLAIM.length,
        sentence: CLAIM,
        effect: 'killed',
        figure: { min: 20, max: 20, approx: false, vague: null },
        date: '2024-07-27',
        stance: 'claims',
      },
    ])
    expect(claims[0]?.claimant).toContain('Malian army')
  })

  it('underlines a day that will mean another, and leaves with 1', async () => {
    const ran = await newsroom.run('lint', file('claim.txt'), '--published', '2024-07-29')
    expect(ran.exitCode).toBe(1)
    expect(ran.out).toContain('date-rots')
    expect(ran.out).toContain('~~~')
    expect(ran.out).toMatch(/\d findings?, 1 suggested claim\./)
  })

  it('tells only the kinds that are wanted', async () => {
    const { findings } = await json(CLAIM, '--without', 'date-rots,hidden-source')
    expect(findings.map(({ kind }) => kind)).not.toContain('date-rots')
    const only = await json(CLAIM, '--only', 'date-rots')
    expect(new Set(only.findings.map(({ kind }) => kind))).toEqual(new Set(['date-rots']))
  })

  it('leaves with 0 where nothing was found, and makes no data folder', async () => {
    expect(await newsroom.run('lint', file('quiet.txt'))).toMatchObject({ exitCode: 0, err: '' })
    expect(existsSync(join(newsroom.folder, 'data'))).toBe(false)
  })

  it('prints a line for each of several, and what can be read in spite of what cannot', async () => {
    const ran = await newsroom.run('lint', '--json', file('claim.txt'), file('none.txt'), file('page.html'))
    const lines = ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as LintJson & { file: string })
    expect(lines.map(({ file }) => file.split('/').at(-1))).toEqual(['claim.txt', 'page.html'])
    expect(lines[0]?.claims[0]?.figure).toEqual(lines[1]?.claims[0]?.figure)
    expect(JSON.parse(ran.err)).toMatchObject({ error: { code: 'not-found' } })
    expect(ran.exitCode).toBe(4)
  })

  it('reads French by itself, and offsets count characters', async () => {
    const text = '🕊 Bamako.\n\nL’armée malienne a affirmé que vingt rebelles avaient été tués samedi à Kidal.'
    const { claims } = await json(text, '--published', '2024-07-29', '--zone', 'Africa/Bamako')
    expect(claims[0]).toMatchObject({ effect: 'killed', figure: { min: 20, max: 20 } })
    expect(Array.from(text).slice(claims[0]?.start, claims[0]?.end).join('')).toBe(claims[0]?.sentence)
  })

  it('knows names from a file', async () => {
    await writeFile(file('names.csv'), 'name,aliases,kind\nForces armées maliennes,Malian army,state-armed-force\n')
    const { claims } = await json(CLAIM, '--known', file('names.csv'))
    expect(claims).toHaveLength(1)
  })

  it.each([
    [['folder'], 3, 'is a folder'],
    [['none.txt'], 4, 'there is no such file'],
    [['claim.txt', '--zone', 'Mars/Base'], 3, 'no time zone'],
    [['claim.txt', '--published', '31 June'], 3, 'no date'],
    [['claim.txt', '--published', '2024-06-31'], 3, 'no date'],
    [['claim.txt', '--lang', 'de'], 3, 'does not read'],
    [['claim.txt', '--only', 'typos'], 3, 'no kind of finding'],
    [['claim.txt', '--record'], 5, 'no newsroom'],
    [['claim.txt', '--nonsense'], 2, 'unknown option'],
  ])('says what is wrong with %o', async ([name = '', ...words], exitCode, why) => {
    const ran = await newsroom.run('lint', file(name), ...words)
    expect(ran).toMatchObject({ exitCode, out: '' })
    expect(ran.err).toContain(why)
  })

  it('says what is wrong with a text that it cannot read', async () => {
    expect(await newsroom.feed('', 'lint')).toMatchObject({ exitCode: 3, err: expect.stringContaining('is empty') })
    const spanish =
      'El ejército dijo que veinte rebeldes murieron en la ciudad del norte y que otros huyeron a las montañas.'
    expect((await newsroom.feed(spanish, 'lint')).err).toContain('English (en) and French (fr)')
  })
})

describe('reading texts with a newsroom', () => {
  let newsroom: NewsroomAtWork

  beforeAll(async () => {
    newsroom = await aNewsroomAtWork()
    await newsroom.run('sample', 'load')
  })
  afterAll(() => newsroom.remove())

  it('reads its stories as they are exported, and knows the names of its record', async () => {
    const [story] = JSON.parse((await newsroom.run('story', 'list', '--json')).out) as { id: string }[]
    const shown = await newsroom.run('story', 'show', story?.id ?? '', '--json')
    const ran = await newsroom.feed(shown.out, 'lint', '--json', '--record')
    expect(ran.err).toBe('')
    expect(JSON.parse(ran.out)).toMatchObject({ claims: expect.any(Array) as unknown })
    const exported = await newsroom.run('export')
    const stories = exported.out.split('\n').filter((line) => line.includes('"kind":"story"'))
    const all = await newsroom.feed(exported.out, 'lint', '--json', '--record')
    // One in a language that the desk does not read keeps no other from being read.
    expect(all.out.trim().split('\n').length + all.err.trim().split('\n').length).toBe(stories.length)
    expect(all).toMatchObject({ exitCode: 3, err: expect.stringContaining('does not read') as unknown })
  })
})
