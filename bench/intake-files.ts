import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file of a folder of samples that an importer could be given; a saved page's own expectations are none. */
export function filesUnder(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder]
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        !/(?:^|\/)(?:README\.md|expected[\w-]*\.(?:json|html))$|_expected\.json$|(?:^|\/)(?:schema|output)\//.test(
          name,
        ),
    )
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .filter((path) => !isExpectation(path))
    .sort()
}

/** gofeed keeps what is expected of a feed beside it, under the same name. */
const isExpectation = (path: string): boolean =>
  path.includes('/gofeed/') && path.endsWith('.json') && existsBeside(path.replace(/\.json$/, '.xml'))

function existsBeside(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
