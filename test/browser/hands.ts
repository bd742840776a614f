import type { Locator, Page } from 'playwright-core'

/** No screen has more stops than this: whoever has not arrived by then cannot get there. */
const MOST_STOPS = 160

/** Somebody at a keyboard, who never touches the mouse. */
export interface Hands {
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (words: string) => Promise<void>
  /** Goes from stop to stop until something has the focus. */
  readonly tabTo: (wanted: Locator, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  /** Goes there, and presses it. */
  readonly pressAt: (wanted: Locator, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  /** Goes to a field with a list, types, and takes the first that is offered by that name. */
  readonly choose: (label: string, typed: string, option: string, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  /** Goes to a field, and writes over what is there. */
  readonly fill: (wanted: Locator, words: string) => Promise<void>
  /** Selects words of the text by looking for them. */
  readonly select: (words: string) => Promise<void>
}

export function handsOn(page: Page): Hands {
  const { keyboard } = page
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await keyboard.press(key)
  }
  const type = (words: string) => keyboard.type(words)
  const tabTo = async (wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    await wanted.first().waitFor()
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await hasFocus(wanted)) return
      await keyboard.press(key)
    }
    throw new Error(`${key} never came to ${String(wanted)}.`)
  }
  return {
    press,
    type,
    tabTo,
    pressAt: async (wanted, key) => {
      await tabTo(wanted, key)
      await press('Enter')
    },
    choose: async (label, typed, option, key) => {
      const offered = page.getByRole('option', { name: new RegExp(`^${option}`) }).first()
      for (let tries = 1; ; tries += 1) {
        await tabTo(page.getByRole('combobox', { name: label, exact: true }), key)
        await press('ControlOrMeta+A')
        await type(typed)
        const isOffered = await offered.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        )
        if (isOffered) break
        // A list that a scroll has closed is asked for again, as anybody would.
        if (tries === 4) throw new Error(`“${option}” was not offered in “${label}”.`)
      }
      await press('ArrowDown', 'Enter')
      await page.getByRole('listbox').waitFor({ state: 'detached' })
    },
    fill: async (wanted, words) => {
      await tabTo(wanted)
      await press('ControlOrMeta+A')
      await type(words)
    },
    select: async (words) => {
      for (let tries = 1; ; tries += 1) {
        await press('ControlOrMeta+F')
        // Keys that come before the field has the keyboard would go into the text.
        await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
        await press('ControlOrMeta+A')
        await type(words)
        await press('Enter', 'Escape')
        const isSelected = await page
          .waitForFunction((wanted) => getSelection()?.toString() === wanted, words, { timeout: 5_000 })
          .then(
            () => true,
            () => false,
          )
        if (isSelected) return
        if (tries === 3) throw new Error(`“${words}” could not be selected.`)
      }
    },
  }
}

const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.first().evaluate((element) => element === document.activeElement)
