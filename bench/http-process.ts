import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** An answer that a server under test is told to give to everybody. */
export interface FixedAnswer {
  readonly status: number
  /** Names and values in turn. */
  readonly headers: readonly string[]
  readonly base64: string
}

/** A server under test, in a process of its own. */
export interface ServerProcess {
  readonly name: string
  readonly port: number
  /** Processor time used since it started, in microseconds, of all its threads. */
  cpuMicros(): Promise<number>
  /** Tells a server with one fixed answer which; others have their own. */
  tell(answer: FixedAnswer): Promise<void>
  stop(): Promise<void>
}

type Message = { readonly port: number } | { readonly cpuMicros: number }

/** Starts a server written in this folder, and waits until it listens. */
export async function startServer(name: string, file: string, args: readonly string[] = []): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const next = async (): Promise<Message> => {
    const [message] = await once(child, 'message')
    return message as Message
  }
  const ask = async (question: FixedAnswer | 'cpu'): Promise<number> => {
    const answer = next()
    child.send(question)
    const message = await answer
    return 'cpuMicros' in message ? message.cpuMicros : 0
  }
  const ready = await next()
  return {
    name,
    port: 'port' in ready ? ready.port : 0,
    cpuMicros: () => ask('cpu'),
    tell: async (answer) => void (await ask(answer)),
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

const send = (message: Message) => process.send?.(message)

/** The server's side of it: says where it listens, then what it has used whenever it is asked. */
export function answerParent(port: number, onFixed: (answer: FixedAnswer) => void): void {
  process.on('message', (question: FixedAnswer | 'cpu') => {
    if (question !== 'cpu') onFixed(question)
    const { user, system } = process.cpuUsage()
    send({ cpuMicros: user + system })
  })
  process.on('disconnect', () => process.exit())
  send({ port })
}
