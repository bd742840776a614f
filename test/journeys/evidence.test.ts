import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewsroomAtWork, type NewsroomAtWork, type RunningServer } from './newsroom-at-work.ts'

const VERIFIER = fileURLToPath(new URL('../../docs/formats/verify.py', import.meta.url))

/** The other verifier, in another language: whatever it finds, its exit code tells. */
const python = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync('python3', [VERIFIER, ...words], { encoding: 'utf8' })
  return { exitCode: status, said: stdout + stderr }
}

const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython && process.env['CI'] === 'true')
  throw new Error('With CI=true, python3 has to be there: two verifiers must agree.')

describe.skipIf(!hasPython)('what the sample edition’s readers have had, by two verifiers', () => {
  let newsroom: NewsroomAtWork
  let server: RunningServer
  let log: string
  let file: string

  beforeAll(async () => {
    newsroom = await aNewsroomAtWork()
    server = await newsroom.serve('start')
    log = (await server.get('/data/evidence.jsonl')).body
    file = join(newsroom.folder, 'evidence.jsonl')
    await writeFile(file, log)
  })
  afterAll(() => newsroom.remove())

  const both = async (...words: string[]) => ({
    ours: (await newsroom.run('verify', ...words)).exitCode,
    theirs: python(...words).exitCode,
  })

  it('is as it was, and both tell the same head', async () => {
    expect(await both(file)).toEqual({ ours: 0, theirs: 0 })
    const { hash, number } = JSON.parse((await server.get('/data/evidence-head.json')).body) as {
      hash: string
      number: number
    }
    expect(number).toBeGreaterThan(100)
    expect((await newsroom.run('verify', file)).out).toContain(hash)
    expect(python(file).said).toContain(hash)
    expect(await both(file, '--head', hash)).toEqual({ ours: 0, theirs: 0 })
    expect(await both(file, '--head', '1'.repeat(64))).toEqual({ ours: 20, theirs: 1 })
    expect((await newsroom.run('verify')).exitCode).toBe(0)
  })

  it('gives a flipped byte away to both, wherever it is', async () => {
    const changed = join(newsroom.folder, 'changed.jsonl')
    for (let part = 1; part < 12; part += 1) {
      // A digit or a letter within a line: never the marks of JSON, which make it no log at all.
      const from = Math.floor((log.length * part) / 12)
      const index = from + log.slice(from).search(/[0-9a-f]/)
      const other = log[index] === '7' ? '8' : '7'
      await writeFile(changed, log.slice(0, index) + other + log.slice(index + 1))
      const { ours, theirs } = await both(changed)
      expect([ours, theirs], `at ${index}: ${log.slice(index - 20, index + 20)}`).not.toContain(0)
    }
  })

  it('proves one story to somebody who has nothing but the folder', async () => {
    const [story] = JSON.parse((await newsroom.run('story', 'list', '--json')).out) as [{ id: string }]
    const folder = join(newsroom.folder, 'proof')
    const made = JSON.parse((await newsroom.run('evidence', 'export', story.id, folder, '--json')).out) as {
      head: string
    }
    const proof = join(folder, 'evidence.jsonl')
    expect(await both(proof, '--partial', '--head', made.head)).toEqual({ ours: 0, theirs: 0 })
    expect(await both(proof)).toEqual({ ours: 20, theirs: 1 })
    const readme = await readFile(join(folder, 'README.txt'), 'utf8')
    expect(readme).toContain(made.head)
    expect(readme).toContain(story.id)
    expect((await newsroom.run('evidence', 'export', story.id, folder)).exitCode).toBe(5)
  })
})
