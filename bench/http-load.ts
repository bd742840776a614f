import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What is asked for, over and over, by 32 connections at once. */
interface Load {
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly seconds: number
}

interface LoadResult {
  readonly requests: number
  readonly perSecond: number
}

const CONNECTIONS = 32

/** Runs the load with wrk where it is installed, with autocannon elsewhere: that needs so much of the
 * processor itself that only the time per request means something then. */
export const runLoad = (port: number, load: Load): Promise<LoadResult> =>
  hasWrk() ? runWrk(port, load) : runAutocannon(port, load)

function hasWrk(): boolean {
  try {
    execFileSync('which', ['wrk'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function runWrk(port: number, { paths, headers, seconds }: Load): Promise<LoadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-wrk-'))
  try {
    await writeFile(join(folder, 'paths.txt'), paths.join('\n'))
    await writeFile(join(folder, 'load.lua'), script(join(folder, 'paths.txt'), headers))
    const args = [
      '-t1',
      `-c${CONNECTIONS}`,
      `-d${seconds}s`,
      '-s',
      join(folder, 'load.lua'),
      `http://127.0.0.1:${port}/`,
    ]
    const { stdout } = await run('wrk', args)
    const [, requests, micros] = /RESULT (\d+) (\d+)/.exec(stdout) ?? []
    return { requests: Number(requests), perSecond: (Number(requests) / Number(micros)) * 1e6 }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** All requests are written out beforehand, so that wrk only picks the next one. */
const script = (paths: string, headers: Load['headers']): string => `
local requests, at = {}, 0
init = function()
  local headers = { ${Object.entries(headers)
    .map(([name, value]) => `[${JSON.stringify(name)}] = ${JSON.stringify(value)}`)
    .join(', ')} }
  for path in io.lines(${JSON.stringify(paths)}) do
    requests[#requests + 1] = wrk.format('GET', path, headers)
  end
end
request = function()
  at = (at * 7 + 4099) % #requests
  return requests[at + 1]
end
done = function(summary)
  io.write(string.format('RESULT %d %d\\n', summary.requests, summary.duration))
end
`

async function runAutocannon(port: number, { paths, headers, seconds }: Load): Promise<LoadResult> {
  const { default: autocannon } = await import('autocannon')
  const requests = paths.map((path) => ({ method: 'GET', path, headers }))
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: seconds,
    requests,
  })
  return { requests: result.requests.total, perSecond: result.requests.total / result.duration }
}
