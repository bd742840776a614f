import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inRoot, run, textOf } from './repository.ts'

interface Locked {
  readonly dev?: boolean
}

describe('what an installation needs', () => {
  it('is at most 150 packages', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }
    const running = Object.entries(packages).filter(
      ([path, { dev }]) => path !== '' && !dev && existsSync(inRoot(path)),
    )
    expect(running.length).toBeGreaterThan(50)
    expect(running.length).toBeLessThanOrEqual(150)
  })
})

describe('the program in a release', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-bundle-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('finds its threads and files where they would lie if it were no bundle', () => {
    const from = join(folder, 'from')
    const write = (name: string, text: string) => {
      mkdirSync(dirname(join(from, name)), { recursive: true })
      writeFileSync(join(from, name), text)
    }
    const place = "export const place = new URL('./beside.txt', import.meta.url).href\n"
    write('deep/inner/place.ts', place)
    write('main.ts', "import { place } from './deep/inner/place.ts'\nconsole.log(place)\n")
    write('app.ts', "export { place } from './deep/inner/place.ts'\n")
    write('cli/command-line.ts', "export { place } from '../deep/inner/place.ts'\n")
    write('deep/made-worker.ts', "import { place } from './inner/place.ts'\nconsole.log(place)\n")
    const to = join(folder, 'to')
    const bundle = `import { buildProgram } from ${JSON.stringify(inRoot('tools/build-program.ts'))}
      await buildProgram(${JSON.stringify({ from, to })})`
    expect(run(process.execPath, ['--input-type=module', '--eval', bundle])).toMatchObject({ status: 0, stderr: '' })
    for (const program of ['main.js', 'deep/made-worker.js']) {
      expect(run(process.execPath, [join(to, program)]).stdout).toBe(`file://${to}/deep/inner/beside.txt\n`)
    }
    expect(readdirSync(to)).not.toContain('inner')
  })
})
