const DEVICE = 'onrecord-window'

/** This window among those of the same person: it lasts through a reload, and tells nothing of the device. */
export function thisWindow(): string {
  const known = sessionStorage.getItem(DEVICE)
  if (known) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem(DEVICE, made)
  return made
}

/** A tab that is just being closed lets go within this time. */
const PATIENCE_MS = 600

/**
 * Takes a story for this tab alone, as long as the tab lives: two tabs would write the same journal.
 *
 * @returns how to let go of it; null where another tab has it
 */
export function takeStory(storyId: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const hold = () => new Promise<void>((release) => resolve(() => release()))
    const signal = AbortSignal.timeout(PATIENCE_MS)
    navigator.locks.request(`onrecord-${storyId}`, { signal }, hold).catch(() => resolve(null))
  })
}
