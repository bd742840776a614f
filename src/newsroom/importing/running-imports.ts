import type { FileKind } from '../../intake/recognise.ts'
import { OnrecordError } from '../../errors.ts'
import type { Instant } from '../../time.ts'
import { EMPTY_REPORT, type ImportReport } from './import-report.ts'
import { importStories } from './import-stories.ts'
import { openInput, recognisedAt } from './input-file.ts'
import type { IntakeFile } from '../../intake/intake-file.ts'
import { READERS as READER_OF } from '../../intake/readers.ts'
import type { InputKind } from '../../intake/input-kinds.ts'
import type { Newsroom } from '../newsroom.ts'

/** An import that somebody began in the studio: how far it is, or what came of it. */
export interface RunningImport {
  readonly id: string
  /** What the file was called where it came from. */
  readonly name: string
  readonly beganAt: Instant
  readonly endedAt: Instant | null
  /** Why it ended early. What was done until then stays, and beginning again goes on from there. */
  readonly failure: string | null
  readonly report: ImportReport
}

export interface ImportRequest {
  readonly id: string
  readonly name: string
  /** Where the file lies. */
  readonly path: string
  readonly publish: boolean
  /** A name for where it comes from; null takes the kind of the file. */
  readonly source: string | null
  /** Told when the file is not needed any more. */
  readonly onEnd: () => Promise<void>
}

/** Imports of this process, the newest first. They are forgotten when it ends; what they brought in is not. */
export interface RunningImports {
  all(): readonly RunningImport[]
  /** Begins one, and answers when it is under way. @throws OnrecordError `bad-input`, `refused` while another runs */
  begin(newsroom: Newsroom, request: ImportRequest): Promise<void>
  /** Resolves when none is under way. */
  settled(): Promise<void>
}

/** Which reader makes something of which file. */
const READERS: Readonly<Partial<Record<FileKind, InputKind>>> = { wxr: 'wxr', feed: 'feed', 'page-text': 'page-text' }

/** How many of the past are remembered. */
const REMEMBERED = 20

/** One import at a time: two would hold each other up. */
export function runningImports(): RunningImports {
  let known: readonly RunningImport[] = []
  let running: Promise<void> | null = null
  const change = (id: string, next: Partial<RunningImport>) => {
    known = known.map((one) => (one.id === id ? { ...one, ...next } : one))
  }
  return {
    all: () => known,
    settled: async () => {
      await running
    },
    begin: async (newsroom, request) => {
      if (running) throw busy()
      const kind = await kindOf(request)
      const file = { ...(await openInput(request.path, kind)), name: request.name }
      const { id, name } = request
      const begun = { id, name, beganAt: newsroom.now(), endedAt: null, failure: null, report: EMPTY_REPORT }
      known = [begun, ...known].slice(0, REMEMBERED)
      running = run(newsroom, request, { kind, file, change: (next) => change(id, next) }).finally(() => {
        running = null
      })
    },
  }
}

interface Reading {
  readonly kind: InputKind
  readonly file: IntakeFile
  readonly change: (next: Partial<RunningImport>) => void
}

async function run(newsroom: Newsroom, { publish, source, onEnd }: ImportRequest, { kind, file, change }: Reading) {
  const plan = { source: source ?? kind, publish }
  try {
    const read = await READER_OF[kind]()
    const stories = read(file, { readOn: null, zone: null })
    change({ report: await importStories(newsroom, stories, plan, (report) => change({ report })) })
  } catch (error) {
    change({ failure: reasonOf(newsroom, error) })
  } finally {
    await onEnd()
    change({ endedAt: newsroom.now() })
  }
}

function reasonOf({ onLagging }: Newsroom, error: unknown): string {
  if (error instanceof OnrecordError) return [error.message, error.remedy].filter(Boolean).join(' ')
  onLagging(error)
  return 'Something went wrong here, and was noted. What had come in until then is there; the same file again goes on.'
}

async function kindOf({ path, name }: ImportRequest): Promise<InputKind> {
  const { kind, name: what } = await recognisedAt(path)
  const found = READERS[kind]
  if (found) return found
  throw new OnrecordError('bad-input', `${name} is ${what}: it cannot be read this way, and nothing was imported.`, {
    remedy: 'Readable are page texts, WordPress exports (WXR), and feeds.',
  })
}

const busy = () =>
  new OnrecordError('refused', 'Another import is under way.', {
    remedy: 'Wait until it has ended, then begin this one.',
  })
