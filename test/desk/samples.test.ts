import { describe, expect, it } from 'vitest'
import { goldStories } from '../../bench/desk/gold-story.ts'
import { readBytes } from '../../bench/desk/read-bytes.ts'
import { ratio } from '../../bench/desk/share.ts'
import { scoreStories } from '../../bench/desk/score-stories.ts'
import type { LintClaim } from '../../src/desk/lint-json.ts'
import { parseLocalDate } from '../../src/time.ts'
import { sampleFiles, samplePath, sampleText, whereSamples } from '../intake/samples.ts'

const STORIES = whereSamples('stories')
const SEED = whereSamples('seed')

/** The score of the stories in one language. */
async function scoreOf(spoken: 'en' | 'fr') {
  const judged = []
  for (const { id, file, bytes, language, claims: key } of await goldStories(samplePath('stories'))) {
    if (language !== spoken) continue
    const { json, text } = await readBytes(bytes, file, { language, publishedOn: null })
    judged.push({ id, text, claims: json.claims, key })
  }
  return scoreStories(judged)
}

/** What the desk suggests for the body of the page. */
async function claimsOf(): Promise<readonly LintClaim[]> {
  const page = sampleText('seed', sampleFiles('seed', /\.txt$/)[0] ?? '')
  const body = page.slice(page.indexOf('An affiliate of Al Qaeda has'), page.indexOf('\nHow Fear Fuels'))
  const publishedOn = parseLocalDate('2024-07-29') ?? null
  return (await readBytes(new TextEncoder().encode(body), 'seed.txt', { language: 'en', publishedOn })).json.claims
}

describe.skipIf(STORIES.skip)(`annotated stories${STORIES.note}`, () => {
  it.each([
    ['en', 0.7],
    ['fr', 0.65],
  ] as const)('are read in %s as well as was promised', async (spoken, leastRecall) => {
    const { recall, precision, fields, faults } = await scoreOf(spoken)
    const { figure, claimant, via, stance, date, place, who } = fields.lenient
    expect(ratio(recall)).toBeGreaterThanOrEqual(leastRecall)
    expect(ratio(precision)).toBeGreaterThanOrEqual(0.85)
    expect(ratio(figure)).toBeGreaterThanOrEqual(0.95)
    for (const field of [stance, date]) expect(ratio(field)).toBeGreaterThanOrEqual(0.85)
    for (const field of [claimant, via, place, who]) expect(ratio(field)).toBeGreaterThanOrEqual(0.8)
    expect(faults.filter(({ kind }) => kind === 'figure-not-in-text' || kind === 'wrong-side')).toEqual([])
  })
})

describe.skipIf(SEED.skip)(`the page that started it all${SEED.note}`, () => {
  it('has each of its figures by whoever said it, through whom, and of which day, and no other', async () => {
    const told = (await claimsOf()).map(({ claimant, via, figure, date, stance }) => [
      claimant,
      via,
      figure.text,
      date,
      stance,
    ])
    const [affiliate, site] = ['An affiliate of Al Qaeda', 'SITE Intelligence Group']
    const framework = 'Permanent Strategic Framework for Peace, Security, and Development'
    expect(told).toEqual([
      [affiliate, site, '50 Russian Wagner mercenaries', '2024-07-27', 'claims'],
      [affiliate, site, '10 Malian soldiers', '2024-07-27', 'claims'],
      [framework, null, 'heavy casualties', '2024-07-27', 'claims'],
      ['Wagner', null, 'significant losses', '2024-07-22/2024-07-27', 'admits'],
      ['Wagner', null, 'their commander', '2024-07-22/2024-07-27', 'admits'],
      ['Several Russian military bloggers', null, 'at least 20 Wagner fatalities', '2024-07-22/2024-07-27', 'reports'],
    ])
  })
})
