import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMirror, type ListSigner, removeMirror, signMirrors } from '../../src/newsroom/mirrors.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import { publicKeyInfo, signedPartOf } from '../../src/story/mirror-list.ts'
import { aNewspaper, aNewsroom, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const SIGNER: ListSigner = {
  publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
  sign: (bytes) => sign(null, bytes, privateKey).toString('base64'),
}

/** As a stranger's program would do it, from the bytes that were served. */
function isSignedBy(file: string): boolean {
  const stated = JSON.parse(file) as { publicKey: string; signature: string }
  const key = Buffer.from(publicKeyInfo(stated.publicKey), 'base64')
  const list = Buffer.from(signedPartOf(file) ?? '')
  const signature = Buffer.from(stated.signature, 'base64')
  return verify(null, list, createPublicKey({ key, format: 'der', type: 'spki' }), signature)
}

/** With the signature of the changed file, whether or not it is JSON still. */
const verifies = (changed: string): boolean => {
  const signature = /"signature":"([^"]+)"/.exec(changed)?.[1] ?? ''
  return verify(null, Buffer.from(signedPartOf(changed) ?? ''), publicKey, Buffer.from(signature, 'base64'))
}

describe.each(databases)('the list of mirrors on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper({ languages: ['en', 'fr'] }), sections: [] })
  })
  afterEach(() => dbs.close())

  const page = (path: string) => renderFrom({ edition: dbs.reader, siteUrl: 'https://paper.example' })(path)
  const served = async () => (await page('/mirrors.json')).body

  it('is verified from the bytes that readers get, and no byte of it can be another', async () => {
    await addMirror(newsroom, 'https://mirror.example/', SIGNER)
    await addMirror(newsroom, 'http://paperpaperpaper.onion', SIGNER)
    const file = await served()
    expect(JSON.parse(file)).toMatchObject({
      list: {
        format: 'onrecord-mirrors/1',
        issuedAt: newsroom.now(),
        addresses: ['https://mirror.example', 'http://paperpaperpaper.onion'],
      },
      publicKey: SIGNER.publicKey,
    })
    expect(isSignedBy(file)).toBe(true)
    const list = signedPartOf(file) ?? ''
    for (let place = 0; place < list.length; place += 1) {
      const letter = list[place] === 'x' ? 'y' : 'x'
      const changed = file.replace(list, list.slice(0, place) + letter + list.slice(place + 1))
      expect(signedPartOf(changed) === undefined || !verifies(changed)).toBe(true)
    }
  })

  it('is signed anew with each change, and with the date of that day', async () => {
    await addMirror(newsroom, 'https://one.example', SIGNER)
    newsroom.setClock(at('2024-09-01T09:00:00Z'))
    await addMirror(newsroom, 'https://two.example', SIGNER)
    expect(isSignedBy(await served())).toBe(true)
    newsroom.setClock(at('2024-10-01T09:00:00Z'))
    await signMirrors(newsroom, SIGNER)
    expect(await served()).toContain('2024-10-01T09:00:00.000Z')
    expect(isSignedBy(await served())).toBe(true)
  })

  it('stands on a page in each language, which says how to check it; without a mirror there is none', async () => {
    for (const path of ['/mirrors', '/fr/mirrors', '/mirrors.json']) expect((await page(path)).status).toBe(404)
    await addMirror(newsroom, 'https://one.example', SIGNER)
    for (const path of ['/mirrors', '/fr/mirrors']) {
      const { status, body } = await page(path)
      expect(status).toBe(200)
      expect(body).toContain('href="https://one.example"')
      expect(body).toContain(publicKeyInfo(SIGNER.publicKey))
    }
    await removeMirror(newsroom, 'https://one.example', SIGNER)
    for (const path of ['/mirrors', '/fr/mirrors', '/mirrors.json']) expect((await page(path)).status).toBe(404)
  })

  it.each([
    'http://mirror.example',
    'https://user:secret@mirror.example',
    'https://mirror.example/paper',
    'mirror',
    '',
  ])('takes whole and safe addresses only, not “%s”', async (address) => {
    await expect(addMirror(newsroom, address, SIGNER)).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('does not lose an address that was never on it, and is not signed while it is empty', async () => {
    await expect(removeMirror(newsroom, 'https://one.example', SIGNER)).rejects.toMatchObject({ code: 'not-found' })
    await expect(signMirrors(newsroom, SIGNER)).rejects.toMatchObject({ code: 'refused' })
  })
})
