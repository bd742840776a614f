import { Readable } from 'node:stream'

/** What a test asks this process for: one command of the built program, as its words would be typed. */
export interface CommandAsked {
  readonly number: number
  readonly words: readonly string[]
  readonly input: string
}

/** What came of it. */
export interface CommandRan {
  readonly number: number
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

interface Program {
  readonly runCommandLine: (words: readonly string[], app: unknown) => Promise<number>
  readonly application: (env: NodeJS.ProcessEnv) => unknown
}

/**
 * Does commands of the built program one after the other, each as if it were alone: half a second of loading is spared
 * at each. Started by `newsroom-at-work.ts` in the newsroom's folder, with its environment.
 */
async function answerCommands(folder: string): Promise<void> {
  const { runCommandLine } = (await import(`${folder}/cli/command-line.js`)) as Program
  const { application } = (await import(`${folder}/app.js`)) as Program
  let last: Promise<unknown> = Promise.resolve()
  process.on('message', (asked: CommandAsked) => {
    last = last.then(() => answer(asked, () => runCommandLine(asked.words, application(process.env))))
  })
}

async function answer({ number, input }: CommandAsked, run: () => Promise<number>): Promise<void> {
  const out = heard(process.stdout)
  const err = heard(process.stderr)
  Object.defineProperty(process, 'stdin', { configurable: true, value: Readable.from([Buffer.from(input)]) })
  const exitCode = await run().catch((error: unknown) => {
    process.stderr.write(String(error instanceof Error ? error.stack : error))
    return 1
  })
  process.send?.({ number, exitCode, out: out.end(), err: err.end() } satisfies CommandRan)
}

/** Listens to what is written to a stream, and keeps it from the screen. */
function heard(stream: NodeJS.WriteStream): { readonly end: () => string } {
  const write = stream.write.bind(stream)
  let text = ''
  stream.write = (chunk: string | Uint8Array, ...more: unknown[]) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    const done = more.findLast((one) => typeof one === 'function')
    if (done) queueMicrotask(done as () => void)
    return true
  }
  return {
    end: () => {
      stream.write = write
      return text
    },
  }
}

await answerCommands(process.argv[2] ?? '')
