import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FixedAnswer, ServerProcess } from './http-process.ts'

const BINARY = '/usr/sbin/nginx'

/** nginx with one worker and one file, which is what it is asked for under any address; undefined where it is missing. */
export async function startNginx(): Promise<ServerProcess | undefined> {
  if (!existsSync(BINARY)) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  await tellNginx(folder, port, { status: 200, headers: [], base64: '' })
  const child = spawn(BINARY, ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], { stdio: 'inherit' })
  await untilAnswering(port)
  return {
    name: 'nginx',
    port,
    cpuMicros: () => workerMicros(child.pid ?? 0),
    tell: async (answer) => {
      await tellNginx(folder, port, answer)
      const before = await workersOf(child.pid ?? 0)
      child.kill('SIGHUP')
      while ((await workersOf(child.pid ?? 0)).join() === before.join()) await pause()
      while ((await workersOf(child.pid ?? 0)).length !== 1) await pause()
    },
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
      await rm(folder, { recursive: true })
    },
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20))

/** Linux counts in hundredths of a second: fine enough for seconds of load. */
const TICK_MICROS = 10_000

async function workersOf(master: number): Promise<number[]> {
  const children = await readFile(`/proc/${master}/task/${master}/children`, 'utf8').catch(() => '')
  return children.trim().split(' ').filter(Boolean).map(Number)
}

async function workerMicros(master: number): Promise<number> {
  const [worker] = await workersOf(master)
  const stat = await readFile(`/proc/${worker}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MICROS
}

/** Its own length, date, validator and type come from nginx; the other lines are added as they are. */
async function tellNginx(folder: string, port: number, { status, headers, base64 }: FixedAnswer): Promise<void> {
  const own = new Set(['content-length', 'content-type', 'etag'])
  const added = headers.flatMap((name, at) =>
    at % 2 === 0 && !own.has(name.toLowerCase()) ? `add_header ${name} "${headers[at + 1] ?? ''}" always;` : [],
  )
  const isMissing = status === 404
  await writeFile(join(folder, 'page.html'), Buffer.from(base64, 'base64'))
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid nginx.pid; ${asRoot()}
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; default_type text/html;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  open_file_cache max=1000; open_file_cache_valid 60s;
  server {
    listen 127.0.0.1:${port}; root ${folder}; ${isMissing ? 'error_page 404 /page.html;' : ''}
    location = /page.html { ${added.join(' ')} }
    location / { ${isMissing ? 'return 404;' : 'rewrite ^ /page.html last;'} }
  }
}
`,
  )
}

const asRoot = (): string => (process.getuid?.() === 0 ? 'user root;' : '')

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function untilAnswering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await pause()
  }
  throw new Error(`nginx did not start: ${execFileSync(BINARY, ['-v']).toString()}`)
}
