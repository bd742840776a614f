import { dirname } from 'node:path'
import { aboutRelease } from '../config/about-release.ts'
import type { Application } from './application.ts'
import { type Printing, tell, tellJson } from './terminal.ts'

/** Says which release this is, and up to which step it knows each schema. */
export async function tellVersion(app: Application, printing: Printing): Promise<void> {
  const { version, commit, schemas } = await aboutRelease(dirname(app.migrationsFolder))
  const build = await app.release()
  tell(
    printing,
    `onrecord ${build}${commit === null ? '' : `, commit ${commit.slice(0, 12)}`}`,
    `schemas: newsroom ${schemas.newsroom}, edition ${schemas.edition}`,
    `Node.js ${process.versions.node}`,
  )
  tellJson(printing, { version, build, commit, schemas, node: process.versions.node })
}
