import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inRoot, run, textOf } from './repository.ts'

/** Where administrators' programs lie, which the path of a user may not name. */
const PATH = `${process.env['PATH']}:/usr/sbin:/sbin`

const isThere = (program: string, ...words: string[]) => spawnSync(program, words, { env: { PATH } }).status === 0

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-deploy-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const check = (program: string, ...words: string[]) => {
  const { status, stdout, stderr } = run(program, words, { env: { PATH, HOME: folder, XDG_DATA_HOME: folder } })
  return { status, said: stdout + stderr }
}

/** The units with a program and a user that every machine has: the check asks whether they are there. */
const units = () =>
  ['onrecord.service', 'onrecord.socket'].map((name) => {
    const file = join(folder, name)
    const text = textOf(`deploy/systemd/${name}`)
    writeFileSync(
      file,
      text.replace(/^ExecStart=\S+/m, 'ExecStart=/bin/true').replace(/^(User|Group)=.*/gm, '$1=daemon'),
    )
    return file
  })

// Each file is read by the program that it is for; where that is not installed there is nobody to ask.

describe.skipIf(!isThere('caddy', 'version'))('the Caddyfile', () => {
  const FILE = inRoot('deploy/caddy/Caddyfile')

  it('is valid', () => {
    expect(check('caddy', 'validate', '--adapter', 'caddyfile', '--config', FILE)).toMatchObject({ status: 0 })
  })

  it('is written as Caddy writes it', () => {
    expect(run('caddy', ['fmt', FILE], { env: { PATH, HOME: folder } }).stdout).toBe(textOf('deploy/caddy/Caddyfile'))
  })
})

describe.skipIf(!isThere('nginx', '-v') || !isThere('openssl', 'version'))('the configuration of nginx', () => {
  it('is valid', () => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'chain.pem')]
    const subject = ['-subj', '/CN=example.org', '-keyout', key, '-out', certificate]
    expect(check('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject)).toMatchObject({ status: 0 })
    const ours = textOf('deploy/nginx/onrecord.conf')
      .replace(/\S+privkey\.pem/, key)
      .replace(/\S+fullchain\.pem/, certificate)
    const whole = join(folder, 'nginx.conf')
    mkdirSync(join(folder, 'body'))
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/body;`,
    )
    const own = ['access_log off;', ...paths, ours]
    writeFileSync(whole, `pid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\n${own.join('\n')}\n}\n`)
    expect(check('nginx', '-t', '-q', '-e', 'stderr', '-c', whole)).toEqual({ status: 0, said: '' })
  })
})

describe.skipIf(!isThere('systemd-analyze', '--version'))('the units of systemd', () => {
  it('are understood to the last line', () => {
    expect(check('systemd-analyze', 'verify', ...units())).toEqual({ status: 0, said: '' })
  })

  it('leave the service little that it could harm', () => {
    const [service = ''] = units()
    const judged = check('systemd-analyze', 'security', '--offline=true', '--threshold=25', '--no-pager', service)
    expect(judged.said).toContain('Overall exposure level')
    expect(judged.status).toBe(0)
  })
})

describe('the container file', () => {
  it('runs as a user of its own, on the data folder alone, with what a release holds', () => {
    const text = textOf('deploy/container/Containerfile')
    expect(text).toMatch(/^USER 10001:10001$/m)
    expect(text).toMatch(/^VOLUME \/data$/m)
    expect(text).toMatch(/^ENTRYPOINT \["\/opt\/onrecord\/current\/onrecord"\]$/m)
    expect(text).toContain('sha256sum --quiet --check SHA256SUMS')
  })
})
