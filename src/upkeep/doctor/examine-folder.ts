import { chmod, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { examineSpace } from '../../newsroom/examine.ts'
import { inboxIn, setAsideIn } from '../../press/report-inbox.ts'
import type { Mendable } from './mendable.ts'

/** The data folder: who may look into it, whether there is room, what lies in it that nobody has looked at. */
export async function examineFolder(dataFolder: string): Promise<Mendable[]> {
  const found = await stat(dataFolder).catch(() => null)
  if (!found) {
    return [{ level: 'note', what: `There is no data folder at ${dataFolder} yet.`, remedy: '`npm start` makes it.' }]
  }
  const { bavail, bsize } = await statfs(dataFolder)
  return [
    closed(found.mode, { path: dataFolder, mode: 0o700, name: `the data folder ${dataFolder}` }),
    examineSpace(bavail * bsize),
    ...(await examineClosedFiles(dataFolder)),
    ...(await examineInbox(dataFolder)),
  ]
}

/** Whoever reads one of these can pass for the newsroom, or reads what nobody has published. */
const CLOSED = ['secrets.json', 'mirror-key.pem', 'onrecord.env', 'newsroom.db', 'newsroom.db-wal', 'edition.db']

async function examineClosedFiles(dataFolder: string): Promise<Mendable[]> {
  const findings: Mendable[] = []
  for (const name of CLOSED) {
    const path = join(dataFolder, name)
    const found = await stat(path).catch(() => null)
    if (found) findings.push(closed(found.mode, { path, mode: 0o600, name }))
    else if (name === 'secrets.json') {
      findings.push({ level: 'note', what: 'The secrets have not been made yet; the first start makes them.' })
    }
  }
  const open = findings.filter(({ level }) => level !== 'ok')
  return open.length > 0 ? open : [{ level: 'ok', what: 'Secrets and databases can be read by their owner alone.' }]
}

function closed(actual: number, { path, mode, name }: { path: string; mode: number; name: string }): Mendable {
  if ((actual & 0o077) === 0) return { level: 'ok', what: `Nobody else on this machine may look into ${name}.` }
  return {
    level: 'fault',
    what: `Others on this machine may look into ${name}.`,
    remedy: `Close it with: chmod ${mode.toString(8)} "${path}"`,
    mend: async () => {
      await chmod(path, mode)
      return `${name} is open to its owner alone now.`
    },
  }
}

async function examineInbox(dataFolder: string): Promise<Mendable[]> {
  const files = await setAsideIn(inboxIn(dataFolder))
  if (files === 0) return []
  return [
    {
      level: 'note',
      what: `${files} ${files === 1 ? 'file' : 'files'} in the inbox could not be read as a reader’s report.`,
      remedy: `Look at them in ${join(inboxIn(dataFolder), 'unreadable')}, then remove them.`,
    },
  ]
}
