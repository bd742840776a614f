import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { OnrecordError } from '../../errors.ts'

const SUMS = 'SHA256SUMS'
const SIGNATURE = 'SHA256SUMS.sig'

/**
 * Sees that a release holds exactly the files that its list of sums names, each as it was made; and, where it is known who
 * may sign releases, that one of them signed the list.
 *
 * @param signers a file of those who may sign, as `ssh-keygen` reads it; null where releases are not signed
 * @returns who signed it; null where nobody was asked
 * @throws OnrecordError `damaged`, naming what is not as it was made
 */
export async function verifyRelease(folder: string, signers: string | null): Promise<string | null> {
  const list = await readFile(join(folder, SUMS)).catch(() => null)
  if (list === null) throw damaged('It has no list of sums')
  const signer = signers === null ? null : await signerOf(folder, list, signers)
  const listed = new Map(
    [...list.toString().matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]),
  )
  const there = await filesIn(folder)
  const unlisted = there.find((name) => !listed.has(name))
  if (unlisted !== undefined) throw damaged(`It holds ${unlisted}, which is not in its list of sums`)
  for (const [name, sum] of listed) {
    if (!there.includes(name)) throw damaged(`${name} is missing`)
    if ((await sha256Of(join(folder, name))) !== sum) throw damaged(`${name} is not what it was when it was made`)
  }
  return signer
}

/** The sum of a file's bytes. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const damaged = (what: string) =>
  new OnrecordError('damaged', `The release cannot be used. ${what}.`, {
    remedy: 'Nothing was changed. Get the archive again, from where you trust it.',
  })

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => name !== SUMS && name !== SIGNATURE)
}

/** Asked of OpenSSH, which is on every server: one format of keys and signatures less that is our own. */
async function signerOf(folder: string, list: Buffer, signers: string): Promise<string> {
  const signature = join(folder, SIGNATURE)
  const found = await keygen(['-Y', 'find-principals', '-f', signers, '-s', signature])
  const name = found.out.trim().split('\n')[0] ?? ''
  if (found.status !== 0 || name === '') throw damaged('It is not signed by anybody who may sign releases')
  const words = ['-Y', 'verify', '-f', signers, '-I', name, '-n', 'onrecord-release', '-s', signature]
  if ((await keygen(words, list)).status !== 0) throw damaged('Its signature does not fit it')
  return name
}

async function keygen(words: readonly string[], input: Buffer = Buffer.alloc(0)) {
  const child = spawn('ssh-keygen', words, { stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  child.stdin.on('error', () => undefined).end(input)
  try {
    const [out, status] = await Promise.all([text(child.stdout), ended])
    return { out, status }
  } catch (cause) {
    throw new OnrecordError('refused', 'Signatures are looked at by ssh-keygen, which is not installed here.', {
      remedy: 'Install it (on Debian: apt-get install openssh-client).',
      cause,
    })
  }
}
