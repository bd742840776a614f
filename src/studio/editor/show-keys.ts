/** Keys as they are written on the keyboard: `Mod-Shift-8` is Ctrl+Shift+8, on a Mac ⌘⇧8. */
export function shownKeys(shortcut: string, isMac: boolean = onMac()): string {
  const parts = shortcut.split(/-(?=.)/).map((part) => nameOf(part, isMac))
  return parts.join(isMac ? '' : '+')
}

const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

function nameOf(part: string, isMac: boolean): string {
  const named = ARROWS[part] ?? (isMac ? MAC[part] : part === 'Mod' ? 'Ctrl' : undefined)
  return named ?? (part.length === 1 ? part.toUpperCase() : part)
}

const onMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.userAgent)

/** The same keys as `aria-keyshortcuts` names them. */
export const ariaKeys = (shortcuts: readonly string[]): string =>
  shortcuts.map((shortcut) => shownKeys(shortcut, false).replaceAll('Ctrl', onMac() ? 'Meta' : 'Control')).join(' ')
