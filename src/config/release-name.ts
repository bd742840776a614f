import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Names this release and its build: two programs that may render a page differently have different names. */
export async function releaseName(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const build = await readFile(join(root, 'dist', '.onrecord-built'), 'utf8').catch(() => '')
  return build === '' ? version : `${version}+${build.trim().slice(0, 12)}`
}
