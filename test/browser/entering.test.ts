import { AxeBuilder } from '@axe-core/playwright'
import { generateHOTP } from '@oslojs/otp'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const PASSWORD = 'paper river lantern seven'

const fromBase32 = (text: string): Uint8Array => {
  const bits = Array.from(text, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  return Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** The app's code, now or some steps later: each is taken once. */
const codeOf = (secret: string, steps = 0): string =>
  generateHOTP(fromBase32(secret), BigInt(Math.floor(Date.now() / 30_000) + steps), 6)

/** A device that knows its owner, as a laptop with a finger on it. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

inBrowser('coming in, in a browser', () => {
  let studio: StudioAtWork
  let page: Page
  let secret = ''
  let recoveryCode = ''
  beforeAll(async () => {
    studio = await openStudioAtWork()
    page = await (await studio.browser.newContext({ locale: 'en-GB' })).newPage()
    page.setDefaultTimeout(10_000)
    await withAuthenticator(page)
  })
  afterAll(() => studio?.close())

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
  const faults = async () =>
    (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes[0]?.html,
    ])
  const account = async () => {
    await page.goto(`${studio.url}/studio/account`)
    await heading('Your account')
  }
  const signOut = async () => {
    await account()
    await press('Sign out')
    await heading('Sign in')
  }
  const withPassword = async (who: string, code: string) => {
    await press('Sign in with a password')
    await page.getByLabel('Your name, or your mail address').fill(who)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByLabel('Code from your app').fill(code)
    await press('Sign in')
  }

  it('the first owner follows the link that the server printed, and has an account with a passkey', async () => {
    const link = await vi.waitFor(() => {
      const found = /http:\/\/localhost:\d+\/studio\/welcome#[\w-]+/.exec(studio.server.output())?.[0]
      if (!found) throw new Error('no link yet')
      return found
    })
    await page.goto(link)
    await heading('Welcome')
    expect(await faults()).toEqual([])
    await page.getByLabel('What colleagues call you').fill('Mariam')
    await press('Make a passkey')
    await page.getByRole('link', { name: 'Mariam' }).waitFor()
    expect(page.url()).not.toContain('#')
    await page.goto(link)
    await page.reload()
    await page.getByText('This link is no longer good').waitFor()
  })

  it('signs out, and comes in with the passkey and no name', async () => {
    await account()
    expect(await faults()).toEqual([])
    await signOut()
    expect(await faults()).toEqual([])
    await press('Sign in with a passkey')
    await page.getByRole('link', { name: 'Mariam' }).waitFor()
  })

  it('asks again who one is before a password is set, and then shows recovery codes once', async () => {
    await studio.db.updateTable('sessions').set({ confirmed_at: '2020-01-01T00:00:00.000Z' }).execute()
    await account()
    await press('Set up a password')
    await page
      .getByRole('region', { name: 'Password and app' })
      .getByRole('button', { name: 'Set up a password' })
      .click()
    await press('Confirm with a passkey')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
    expect(await faults()).toEqual([])
    await page.getByLabel('The code that the app shows now').fill(codeOf(secret))
    await press('Keep password and app')
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    recoveryCode = (await page.locator('.codes li').first().textContent()) ?? ''
    await press('I have kept them')
    await page.getByText('10 recovery codes left').waitFor()
  })

  it('comes in with the password and a code, and with a recovery code; a wrong one says what to do', async () => {
    await signOut()
    await withPassword('mariam', '000000')
    await page.getByRole('alert').getByText('Something of that is not right').waitFor()
    await page.getByLabel('Code from your app').fill(codeOf(secret, 1))
    await press('Sign in')
    await page.getByRole('link', { name: 'Mariam' }).waitFor()
    await signOut()
    await withPassword('Mariam', recoveryCode)
    await page.getByRole('link', { name: 'Mariam' }).waitFor()
    await account()
    expect(await page.getByText('recovery code').first().textContent()).toContain('9 recovery codes left')
  })

  it('says that a session has ended where it is noticed, and goes on there after signing in', async () => {
    await studio.db.deleteFrom('sessions').execute()
    await page.getByRole('link', { name: 'Stories', exact: true }).click()
    const ended = page.getByRole('heading', { name: 'You are signed out' })
    await ended.waitFor()
    await press('Sign in with a passkey')
    await ended.waitFor({ state: 'detached' })
    await heading('Stories')
    expect(new URL(page.url()).pathname.replace(/\/$/, '')).toBe('/studio')
  })

  it('keeps how it looks on the device, and wipes all of it when asked to', async () => {
    await account()
    await page.getByRole('button', { name: /Appearance/ }).click()
    await page.getByRole('option', { name: 'Dark' }).click()
    await page.reload()
    await heading('Your account')
    expect(await page.locator('html').getAttribute('data-appearance')).toBe('dark')
    await press('Wipe this device')
    await press('Wipe now')
    await page.getByText('holds nothing of the studio any more, and you are signed out').waitFor()
    expect(await page.evaluate('indexedDB.databases().then((all) => [localStorage.length, all.length])')).toEqual([
      0, 0,
    ])
    await page.goto(`${studio.url}/studio/account`)
    await heading('Sign in')
  })
})
