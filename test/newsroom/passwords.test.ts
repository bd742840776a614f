import { describe, expect, it } from 'vitest'
import { assertGoodPassword } from '../../src/newsroom/entering/passwords.ts'

const words = ['Aminata Diallo', 'The Standing Record']

describe('a password', () => {
  it.each([
    'password1234',
    'iloveyou1234',
    'Pa$$w0rd1234',
    '1q2w3e4r5t6y',
    'qwertyuiop12',
    'motdepasse123',
    'abababababababab',
    'Aminata Diallo 1',
    'thestandingrecord',
    'onrecordonrecord',
  ])('such as %s is refused, as easily guessed', async (password) => {
    await expect(assertGoodPassword(password, words)).rejects.toMatchObject({
      code: 'bad-input',
      message: 'This password is easily guessed.',
    })
  })

  it.each([11, 201])('of %i characters is refused, as too short or too long', async (length) => {
    const message = expect.stringContaining('12 to 200')
    await expect(assertGoodPassword('k9-Vx$'.repeat(40).slice(0, length), words)).rejects.toMatchObject({ message })
  })

  it.each(['paper river lantern seven', 'trois chats sous la pluie', 'Zz9!kk2#mmQ1', 'نهر وورق وفانوس وسبعة'])(
    'such as %s is taken',
    async (password) => {
      await expect(assertGoodPassword(password, words)).resolves.toBeUndefined()
    },
  )

  it('of two hundred characters is judged at once, whatever they are', async () => {
    const dear = 'aA1!'.repeat(50)
    await expect(assertGoodPassword(dear, words)).rejects.toMatchObject({ code: 'bad-input' })
  })
})
