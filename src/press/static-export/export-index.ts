import type { ExportedAddress } from './exported-address.ts'

/** An address of the export, and the number of the edition that it stands for; -1 when it must be made anew in any case. */
export interface IndexedAddress extends ExportedAddress {
  readonly number: number
}

/**
 * The index of an export as text: one address a line, tab-separated. Lists of tags and policies, which most addresses
 * share with others, stand once, on lines of their own before the first address that has them.
 */
export function writeIndex(addresses: Iterable<ExportedAddress>): string {
  const lines: string[] = []
  const shared = new SharedLines(lines)
  for (const { path, status, file, hash, tags, staleAtMs, media, policy, location } of addresses) {
    const name = file === null ? '-' : file === ownFile(path) ? '' : file
    const numbers = `${shared.tags(tags)}\t${shared.policy(policy)}`
    lines.push(
      `A\t${path}\t${status}\t${name}\t${hash}\t${numbers}\t${staleAtMs ?? ''}\t${media.join(' ')}\t${location ?? ''}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** Most files are called after their path: then the index need not say it. */
const ownFile = (path: string): string => (path === '/' ? 'index.html' : `${path.slice(1)}/index.html`)

/** Numbers what many addresses share, each where it first appears. Lists that were read back are known by themselves. */
class SharedLines {
  readonly #lines: string[]
  readonly #numbers = new Map<string, number>()
  readonly #lists = new Map<readonly string[], number>()

  constructor(lines: string[]) {
    this.#lines = lines
  }

  tags(tags: readonly string[]): number {
    const known = this.#lists.get(tags)
    if (known !== undefined) return known
    const number = this.#numberOf(`T\t${tags.join('\t')}`)
    this.#lists.set(tags, number)
    return number
  }

  policy(policy: string): number {
    return this.#numberOf(`P\t${policy}`)
  }

  #numberOf(line: string): number {
    const known = this.#numbers.get(line)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(line, number)
    this.#lines.push(line)
    return number
  }
}

/** Reads an index back. @param number what all its addresses stand for */
export function readIndex(text: string, number: number): IndexedAddress[] {
  const shared: (readonly string[])[] = []
  const addresses: IndexedAddress[] = []
  for (const line of text.split('\n')) {
    const [kind, ...cells] = line.split('\t')
    if (kind === 'T') shared.push(cells[0] === '' ? [] : cells)
    else if (kind === 'P') shared.push(cells)
    else if (kind === 'A') addresses.push(addressIn(cells, shared, number))
  }
  return addresses
}

function addressIn(cells: readonly string[], shared: readonly (readonly string[])[], number: number): IndexedAddress {
  const [path = '', status = '', file = '', hash = '', tags = '', policy = '', stale = '', media = '', to = ''] = cells
  return {
    path,
    status: Number(status) as ExportedAddress['status'],
    file: file === '-' ? null : file === '' ? ownFile(path) : file,
    hash,
    tags: shared[Number(tags)] ?? [],
    staleAtMs: stale === '' ? null : Number(stale),
    media: media === '' ? [] : media.split(' '),
    policy: shared[Number(policy)]?.[0] ?? '',
    location: to === '' ? null : to,
    number,
  }
}
