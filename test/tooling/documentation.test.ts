import { existsSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Application } from '../../src/cli/application.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { EXIT_CODE } from '../../src/cli/exit-codes.ts'
import { parseDocument } from '../../src/story/document-schema.ts'
import { inRoot, repositoryFiles, ROOT, textOf } from './repository.ts'

const pages = repositoryFiles().filter((name) => /^(?:[A-Z]+|docs\/.+|sample\/[^/]+)\.md$/.test(name))

/** The address of a heading on its page, as repository sites make it. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (path: string): string[] =>
  [...textOf(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe.each(pages)('%s', (page) => {
  const text = textOf(page)

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const broken = links.filter((target) => {
      if (/^(?:https?:|mailto:)/.test(target)) return false
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path))
      if (!existsSync(inRoot(file))) return true
      return anchor !== undefined && !anchorsOf(file).includes(anchor)
    })
    expect(broken).toEqual([])
  })

  it('names files and folders of the repository that are there', () => {
    const named = [...text.matchAll(/`((?:src|test|tools|docs|migrations|sample|bench)\/[\w./-]*)`/g)]
    const shown = named.map(([, name = '']) => name).filter((name) => !name.includes('NNNN_'))
    expect(shown.filter((name) => !existsSync(inRoot(name)))).toEqual([])
  })

  it('has examples in JSON that are JSON', () => {
    const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, example = '']) => example)
    expect(examples.filter((example) => !isJson(example))).toEqual([])
  })
})

describe('the page on settings', () => {
  const page = textOf('docs/operate/configuration.md')
  const inCode = new Set(
    ['config', 'operating-settings'].flatMap(
      (name) => textOf(`src/config/${name}.ts`).match(/\bONRECORD_[A-Z0-9_]*[A-Z]\b/g) ?? [],
    ),
  )

  it('has a line for every setting that the program reads', () => {
    const listed = new Set([...page.matchAll(/^\| `(ONRECORD_\w+)` \|/gm)].map(([, name = '']) => name))
    expect([...listed].sort()).toEqual([...inCode].sort())
  })

  it('is not contradicted: no page names a setting that neither the program nor a test reads', () => {
    const named = pages.flatMap((name) => textOf(name).match(/\bONRECORD_[A-Z0-9_]*[A-Z]\b/g) ?? [])
    const tried = repositoryFiles().filter((name) => /^test\/.+\.ts$/.test(name))
    const inTests = new Set(tried.flatMap((name) => textOf(name).match(/(?<=env\[')ONRECORD_\w+/g) ?? []))
    const known = (name: string) => inCode.has(name.replace(/_FILE$/, '')) || inTests.has(name)
    expect([...new Set(named)].filter((name) => !known(name))).toEqual([])
  })
})

/** What a command says of itself. No command is run, so nothing has to be there to run it on. */
async function helpOf(words: readonly string[]): Promise<string> {
  const nothing = {} as Application
  let said = ''
  const output = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk)
    return true
  })
  try {
    await runCommandLine([...words, '--help'], nothing)
    return said
  } finally {
    output.mockRestore()
  }
}

interface Described {
  readonly words: readonly string[]
  readonly options: readonly string[]
}

/** Every command there is, the inner ones too, with its options. */
async function commands(words: readonly string[] = []): Promise<Described[]> {
  const help = await helpOf(words)
  const section = /^Commands:\n([\s\S]*?)(?:\n\n|(?![\s\S]))/m.exec(help)?.[1] ?? ''
  const inner = [...section.matchAll(/^ {2}([\w-]+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help')
  const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name = '']) => name)
  const own = { words, options: options.filter((name) => name !== '--help') }
  const below = []
  for (const name of inner) below.push(...(await commands([...words, name])))
  // One that has others below it does something itself if it takes options.
  const does = inner.length === 0 || (words.length > 0 && own.options.length > 0)
  return does ? [own, ...below] : below
}

describe('the page on the command line', () => {
  const page = textOf('docs/operate/command-line.md')

  it('has a line for every command, and for no other', async () => {
    const known = (await commands()).map(({ words }) => words.join(' '))
    expect(known.length).toBeGreaterThan(15)
    const listed = [...page.matchAll(/^\| `([a-z][a-z -]*[a-z])/gm)].map(([, name = '']) => name)
    expect(listed.filter((name) => !(name in EXIT_CODE)).sort()).toEqual(known.sort())
  })

  it('names every option', async () => {
    const options = (await commands()).flatMap((command) => command.options)
    expect([...new Set(options)].filter((name) => !page.includes(`\`${name}`))).toEqual([])
  })

  it('gives every exit code its meaning', () => {
    const listed = [...page.matchAll(/^\| (\d+) \| `([a-z-]+)` \|/gm)].map(([, code, name = '']) => [
      name,
      Number(code),
    ])
    expect(Object.fromEntries(listed)).toEqual(EXIT_CODE)
  })
})

describe('the page on the story document', () => {
  const examples = [...textOf('docs/formats/story-document.md').matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, example = '']) => JSON.parse(example) as { type: string },
  )

  it('shows documents that the program reads as they stand', () => {
    for (const block of examples) {
      const document = { type: 'doc', version: 2, content: [block] }
      expect(parseDocument(document)).toEqual(document)
    }
  })

  it('shows every block, mark and kind of picture that there is', () => {
    const model = textOf('src/story/document.ts')
    const kinds = [...model.matchAll(/readonly (?:type|kind): '(\w+)'/g)].map(([, kind = '']) => kind)
    const shown = JSON.stringify(examples)
    const missing = kinds.filter((kind) => kind !== 'doc' && !shown.includes(`:"${kind}"`))
    expect(kinds.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })
})

/** Every package named in the first column of a table. */
const namedIn = (part: string): string[] =>
  [...part.matchAll(/^\| (`.+?) \|/gm)]
    .flatMap(([, names = '']) => [...names.matchAll(/`([@\w./-]+)`/g)].map(([, name = '']) => name))
    .sort()

describe('the page on dependencies', () => {
  const page = textOf('docs/decisions/014-dependencies.md')
  const packages = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>
  const [, atRunTime = '', forDevelopment = ''] = page.split(/^## /m)

  it('has a reason for every package at run time, and for no other', () => {
    expect(namedIn(atRunTime)).toEqual(Object.keys(packages['dependencies'] ?? {}).sort())
  })

  it('has a reason for every package in development, and for no other', () => {
    expect(namedIn(forDevelopment)).toEqual(Object.keys(packages['devDependencies'] ?? {}).sort())
  })

  it('names the runtimes', () => {
    const runtimes = Object.keys(packages['optionalDependencies'] ?? {})
    expect(runtimes.filter((name) => !atRunTime.includes(`\`${name}\``))).toEqual([])
  })
})

describe('every decision', () => {
  const decisions = pages.filter((name) => /^docs\/decisions\/\d{3}-/.test(name))

  it('is numbered once and listed', () => {
    const list = textOf('docs/decisions/README.md')
    const numbers = decisions.map((name) => Number(/\/(\d{3})-/.exec(name)?.[1])).sort((one, other) => one - other)
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1))
    for (const name of decisions) expect(list).toContain(`(${name.replace('docs/decisions/', '')})`)
  })

  it.each(decisions)('%s says what was decided and when to look again', (name) => {
    const text = textOf(name)
    expect(text).toMatch(new RegExp(`^# ${Number(/\/(\d{3})-/.exec(name)?.[1])}\\. `))
    for (const part of [
      /^\*\*Context\.\*\* /m,
      /^\*\*Decision\.\*\* /m,
      /^\*\*Weighed/m,
      /^\*\*Consequences\.\*\* /m,
    ]) {
      expect(text).toMatch(part)
    }
    expect(text).toMatch(/^\*\*Revisit\*\* /m)
  })
})

const isText = (bytes: Buffer) => !bytes.subarray(0, 8_000).includes(0)

/** The text as a regular expression that means nothing but itself. */
const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

describe('no file of the repository', () => {
  /** Written in pieces, or this file would be the one that names them. */
  const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
    ['a package registry', new RegExp(['registry', '(?:npmjs|yarnpkg|npmmirror)', '(?:org|com)'].join('\\.'), 'i')],
    ['where the lock file was made', /"resolved": "https?:/],
    ['the folder of whoever wrote it', new RegExp(['', '(?:home|Users)', '[a-z][\\w-]*', ''].join('\\/'))],
  ]
  const texts = repositoryFiles()
    .filter((name) => statSync(inRoot(name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(inRoot(name)) }))
    .filter(({ bytes }) => isText(bytes))
    .map(({ name, bytes }) => ({ name, text: bytes.toString('utf8') }))

  it.each(FORBIDDEN)('names %s', (_what, pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('names a folder of this machine', () => {
    const folders = [ROOT, homedir()].filter((folder) => folder.length > 1).map((folder) => literally(`${folder}/`))
    // "../src/" is no folder of a machine on which the clone is called "/src".
    const own = new RegExp(`(?<![\\w.-])(?:${folders.join('|')})`)
    const named = texts.filter(({ text }) => own.test(text))
    expect(named.map(({ name }) => name)).toEqual([])
  })
})
