import { armor, Encrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { decrypterWith, makeBackupKey, readIdentities } from '../../src/upkeep/backups/identities.ts'

const PASSPHRASE = 'four words for tests'
const never = () => Promise.reject(new Error('Nobody should be asked.'))
const bytesOf = (text: string) => new TextEncoder().encode(text)

const locked = (text: string): Promise<Uint8Array> => {
  const encrypter = new Encrypter()
  // Cheap to guess, and quick to test.
  encrypter.setScryptWorkFactor(2)
  encrypter.setPassphrase(PASSPHRASE)
  return encrypter.encrypt(text)
}

describe('the private key of backups', () => {
  it('is made as a file that says what it is, and is read back', async () => {
    const key = await makeBackupKey('2026-11-23')
    expect(key.recipient).toMatch(/^age1[a-z0-9]{58}$/)
    expect(key.file).toContain(`# public key: ${key.recipient}\n`)
    const [identity = '', ...others] = await readIdentities(bytesOf(key.file), never)
    expect(others).toEqual([])
    const encrypter = new Encrypter()
    encrypter.addRecipient(key.recipient)
    const sealed = await encrypter.encrypt('the newsroom')
    expect(await decrypterWith([identity]).decrypt(sealed, 'text')).toBe('the newsroom')
  })

  it('may be closed with a passphrase, in either form that age writes', async () => {
    const { file } = await makeBackupKey('2026-11-23')
    const open = await readIdentities(bytesOf(file), never)
    const sealed = await locked(file)
    expect(await readIdentities(sealed, async () => PASSPHRASE)).toEqual(open)
    expect(await readIdentities(bytesOf(armor.encode(sealed)), async () => PASSPHRASE)).toEqual(open)
    await expect(readIdentities(sealed, async () => 'another')).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/passphrase is another/),
    })
  })

  it.each([
    ['an empty file', ''],
    ['the public half', 'age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq\n'],
    ['a file of words', 'this is no key\n'],
    ['half of an armoured file', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n'],
  ])('is not %s, and nothing of that is repeated', async (_, text) => {
    const error: unknown = await readIdentities(bytesOf(text), async () => PASSPHRASE).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ code: 'bad-input' })
    expect(String(error)).not.toMatch(/age1qyq|no key\b.*this/)
  })

  it('with a letter wrong is refused as damaged, not as another key', async () => {
    const { file } = await makeBackupKey('2026-11-23')
    const [identity = ''] = await readIdentities(bytesOf(file), never)
    const wrong = identity.slice(0, -1) + (identity.endsWith('Q') ? 'P' : 'Q')
    expect(() => decrypterWith([wrong])).toThrow(/damaged/)
  })
})
