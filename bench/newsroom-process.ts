import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { PressStats } from '../src/press/press.ts'
import type { StoryId } from '../src/ids.ts'
import type { NewsroomQuestion } from './newsroom-server.ts'

export interface NewsroomNumbers {
  readonly cpuMicros: number
  readonly rssBytes: number
  readonly press: PressStats
}

/** A newsroom under measurement, in a process of its own. */
export interface NewsroomProcess {
  readonly port: number
  /** From the start of the process until it listened, in milliseconds. */
  readonly startedInMs: number
  fill(stories: number): Promise<void>
  draft(headline: string): Promise<StoryId>
  publish(id: StoryId): Promise<string>
  numbers(): Promise<NewsroomNumbers>
  stop(): Promise<void>
}

/** Starts a newsroom on a data folder, new or filled before. */
export async function startNewsroom(dataFolder: string): Promise<NewsroomProcess> {
  const began = performance.now()
  const child = fork(fileURLToPath(new URL('newsroom-server.ts', import.meta.url)), [], {
    env: { PATH: process.env['PATH'], ONRECORD_DATA: dataFolder, ONRECORD_PORT: '0' },
    execArgv: ['--max-semi-space-size=16'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const startedInMs = performance.now() - began
  const ask = async <Answer>(question: NewsroomQuestion): Promise<Answer> => {
    const answer = once(child, 'message')
    child.send(question)
    return (await answer)[0] as Answer
  }
  return {
    port,
    startedInMs,
    fill: async (stories) => void (await ask({ ask: 'fill', stories })),
    draft: async (headline) => (await ask<{ id: StoryId }>({ ask: 'draft', headline })).id,
    publish: async (id) => (await ask<{ path: string }>({ ask: 'publish', id })).path,
    numbers: () => ask<NewsroomNumbers>({ ask: 'numbers' }),
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}
