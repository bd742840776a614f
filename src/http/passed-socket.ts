/** The first file handle behind input, output and errors: where service managers put the sockets that they pass. */
const FIRST_PASSED = 3

/**
 * The listening socket that a service manager holds open for this process and has passed to it (`sd_listen_fds(3)`).
 * What is sent to it while no process runs waits in the kernel, so that a restart refuses nobody.
 *
 * @returns its file handle; null where none was passed, or to another process than this one
 */
export function passedSocket(
  env: Readonly<Record<string, string | undefined>>,
  pid: number = process.pid,
): number | null {
  if (env['LISTEN_PID'] !== String(pid)) return null
  return /^[1-9]\d{0,2}$/.test(env['LISTEN_FDS'] ?? '') ? FIRST_PASSED : null
}
