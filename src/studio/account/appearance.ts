/** How the studio looks on this device: as the device does, or always light or dark. */
export const APPEARANCES = ['system', 'light', 'dark'] as const
export type Appearance = (typeof APPEARANCES)[number]

/** Where a device remembers it. */
const REMEMBERED = 'onrecord-appearance'

export function rememberedAppearance(): Appearance {
  const remembered = localStorage.getItem(REMEMBERED)
  return APPEARANCES.find((one) => one === remembered) ?? 'system'
}

/** Puts the device's choice on the page; called before anything is drawn. */
export function applyAppearance(appearance: Appearance = rememberedAppearance()): void {
  const { dataset } = document.documentElement
  if (appearance === 'system') delete dataset['appearance']
  else dataset['appearance'] = appearance
}

/** Chooses how the studio looks on this device from now on. */
export function chooseAppearance(appearance: Appearance): void {
  localStorage.setItem(REMEMBERED, appearance)
  applyAppearance(appearance)
}
