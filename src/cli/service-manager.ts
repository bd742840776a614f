import { spawn } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Tells the service manager how this process is (`sd_notify(3)`): `READY=1`, `STOPPING=1`, `WATCHDOG=1`.
 *
 * It is told by systemd's own program, since the runtime has no datagrams on a local socket; where there is no service
 * manager, or the program is missing, nobody is told.
 */
export function tellServiceManager(env: Environment, state: string): Promise<void> {
  const socket = env['NOTIFY_SOCKET']
  if (!socket) return Promise.resolve()
  return new Promise((resolve) => {
    const told = spawn('systemd-notify', [state], {
      env: { PATH: env['PATH'], NOTIFY_SOCKET: socket },
      stdio: 'ignore',
    })
    told.once('error', () => resolve())
    told.once('exit', () => resolve())
  })
}

/**
 * Goes on telling it that this process answers, twice in the time after which it would be taken for stuck and started anew.
 *
 * @returns a way to end that
 */
export function feedWatchdog(env: Environment, pid: number = process.pid): () => void {
  const everyMs = Number(env['WATCHDOG_USEC'] ?? 0) / 2_000
  const isOurs = env['WATCHDOG_PID'] === undefined || env['WATCHDOG_PID'] === String(pid)
  if (!isOurs || !(everyMs > 0)) return () => undefined
  const timer = setInterval(() => void tellServiceManager(env, 'WATCHDOG=1'), everyMs)
  return () => clearInterval(timer)
}
