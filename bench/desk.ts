import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { goldStories } from './desk/gold-story.ts'
import { mucTemplates } from './desk/muc-keys.ts'
import { mucTexts } from './desk/muc-texts.ts'
import { readBytes } from './desk/read-bytes.ts'
import { type JudgedMessage, type MucScore, scoreMuc } from './desk/score-muc.ts'
import { type JudgedStory, scoreStories } from './desk/score-stories.ts'
import { faultLine, mucTable, rulesTable, type ScoresByLanguage, storiesTable } from './desk/score-tables.ts'
import { speedTable } from './desk/speed.ts'

const USAGE = `npm run bench:desk -- [--stories FOLDER] [--muc4 FOLDER] [--speed] [--errors] [--json]

  --stories  a folder of annotated stories: NN.txt (a line of JSON, an empty line, the text) and gold.json
  --muc4     a folder of MUC-4: messages (dev-muc3-…) and keys (key-dev-….muc4)
  --speed    how fast the desk reads, and texts that nobody writes
  --errors   list what was missed, wrong or too much
  --json     print the scores as JSON`

const { values: asked } = parseArgs({
  options: {
    stories: { type: 'string' },
    muc4: { type: 'string' },
    speed: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const tell = (...lines: readonly string[]) => {
  if (!asked.json) for (const line of lines) console.log(line)
}

for (const folder of [asked.stories, asked.muc4]) {
  if (folder === undefined || existsSync(folder)) continue
  console.error(`There is no folder ${folder}.\n\n${USAGE}`)
  process.exit(1)
}
if (asked.stories === undefined && asked.muc4 === undefined && !asked.speed) console.log(USAGE)
const stories = asked.stories === undefined ? undefined : await benchStories(asked.stories)
const muc4 = asked.muc4 === undefined ? undefined : await benchMuc(asked.muc4)
if (asked.speed) tell('Speed', speedTable())
if (asked.json) console.log(JSON.stringify({ stories, muc4 }, null, 2))

async function benchStories(folder: string): Promise<ScoresByLanguage> {
  const judged: (JudgedStory & { language: string })[] = []
  for (const { id, file, bytes, language, claims: key } of await goldStories(folder)) {
    const { json, text } = await readBytes(bytes, file, { language, publishedOn: null })
    judged.push({ id, language, text, claims: json.claims, key })
  }
  const of = (language: string) => scoreStories(judged.filter((story) => story.language === language))
  const scores = { all: scoreStories(judged), en: of('en'), fr: of('fr') }
  tell(`Stories: ${judged.length}`, storiesTable(scores), '')
  if (asked.errors) tell(...scores.all.faults.map(faultLine), '')
  return scores
}

async function benchMuc(folder: string): Promise<MucScore> {
  const files = await Promise.all(
    (await readdir(folder)).sort().map(async (name) => ({ name, text: await readFile(join(folder, name), 'latin1') })),
  )
  const templates = Map.groupBy(
    files.filter(({ name }) => name.startsWith('key-')).flatMap(({ text }) => mucTemplates(text)),
    ({ document }) => document,
  )
  const judged: JudgedMessage[] = []
  for (const { id, text, sentOn } of files
    .filter(({ name }) => /-muc\d-/.test(name))
    .flatMap((one) => mucTexts(one.text))) {
    const own = templates.get(id)
    if (!own) continue
    const { json } = await readBytes(new TextEncoder().encode(text), id, { language: 'en', publishedOn: sentOn })
    judged.push({ id, text, templates: own, read: json })
  }
  const score = scoreMuc(judged)
  tell(`MUC-4: ${score.messages} messages with a template`, mucTable(score), '')
  if (asked.errors) {
    tell(rulesTable(score), '')
    for (const { id, found, wanted } of score.faults) {
      tell(id, `    found  ${found.join('; ') || '–'}`, `    wanted ${wanted.join('; ') || '–'}`)
    }
  }
  return score
}
