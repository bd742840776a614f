import { readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { IncomingProblem, IncomingStory } from '../src/intake/incoming.ts'
import { openInputs } from '../src/newsroom/importing/open-inputs.ts'
import { inputRuns } from '../src/newsroom/importing/read-inputs.ts'
import type { OnrecordError } from '../src/errors.ts'
import { isPlainObject, expectedFor } from './intake-expected.ts'
import { filesUnder } from './intake-files.ts'

// What our readers make of real exports, feeds and pages, beside what is known of them.
// node bench/intake-samples.ts FOLDER… [--wrong] [--text]

const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const onlyWrong = process.argv.includes('--wrong')
const showText = process.argv.includes('--text')

interface Got {
  readonly kind: string
  readonly stories: readonly IncomingStory[]
  readonly problems: readonly IncomingProblem[]
  readonly ms: number
}

async function read(path: string): Promise<Got | string> {
  const began = performance.now()
  try {
    const inputs = await openInputs([path], null)
    const stories: IncomingStory[] = []
    const problems: IncomingProblem[] = [...inputs.problems]
    const runs = inputRuns(inputs, { reading: { readOn: null, zone: null } })
    for (const { incoming } of runs)
      for await (const item of incoming) {
        if (item.kind === 'story') stories.push(item)
        else if (item.kind === 'problem') problems.push(item)
      }
    await inputs.close()
    return { kind: runs.map(({ kind }) => kind).join('+'), stories, problems, ms: performance.now() - began }
  } catch (error) {
    const { message, name } = error as OnrecordError
    return name === 'OnrecordError' ? `refused: ${message}` : `THREW ${String((error as Error).stack)}`
  }
}

const dateOf = ({ published }: IncomingStory): string =>
  published === null ? '–' : published.precision === 'day' ? published.on : published.at.slice(0, 16)

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

let right = 0
let wrong = 0
for (const folder of folders) {
  const expectedFile = join(statSync(folder).isDirectory() ? folder : join(folder, '..'), 'expected.json')
  const expected: unknown = (() => {
    try {
      return JSON.parse(readFileSync(expectedFile, 'utf8'))
    } catch {
      return {}
    }
  })()
  for (const path of filesUnder(folder)) {
    const name = relative(folder, path) || basename(path)
    const got = await read(path)
    if (typeof got === 'string') {
      console.log(`| ${name} | ${cut(got, 300)} |`)
      continue
    }
    const checks = expectedFor(folder, name, isPlainObject(expected) ? expected : {}, got.stories)
    const faults = checks.filter(({ isRight }) => !isRight)
    right += checks.length - faults.length
    wrong += faults.length
    if (onlyWrong && faults.length === 0) continue
    const [first] = got.stories
    const shown = first
      ? `“${cut(first.headline, 60)}” · ${dateOf(first)} · ${first.status} · ${first.bylines.join(', ')} · ${first.language ?? '–'}`
      : cut(got.problems[0]?.what ?? 'nothing', 160)
    console.log(
      `| ${name} | ${got.kind} | ${got.stories.length} stories, ${got.problems.length} told | ${shown} | ${faults.length === 0 ? `agrees (${checks.length})` : faults.map(({ what }) => what).join('; ')} | ${Math.round(got.ms)} ms |`,
    )
    if (showText) console.log(JSON.stringify(got, null, 1).slice(0, 20_000))
  }
}
console.log(`\n${right} as expected, ${wrong} not`)
