import { NoConnection, api } from '../api/api.ts'
import { queries } from '../api/queries.ts'

/** What came of wiping. */
export interface Wiped {
  /** Does the server know that this device is signed out? */
  readonly isSignedOut: boolean
  /** What could not be removed. */
  readonly left: readonly string[]
}

/**
 * Removes everything that the studio keeps in this browser, and ends the session.
 *
 * What lies here goes first: the server may be out of reach, or slow, and this is done in a hurry.
 */
export async function wipeDevice(): Promise<Wiped> {
  queries.clear()
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['journal', destroyJournals],
    ['IndexedDB', deleteDatabases],
    ['caches', deleteCaches],
    ['service worker', removeWorkers],
    ['storage', clearStorage],
  ]
  const left: string[] = []
  for (const [what, remove] of steps) {
    try {
      await remove()
    } catch {
      left.push(what)
    }
  }
  return { isSignedOut: await signOut(), left }
}

async function destroyJournals(): Promise<void> {
  const { destroyJournal } = await import('../writing/journal.ts')
  await destroyJournal()
}

async function deleteDatabases(): Promise<void> {
  const databases = await indexedDB.databases()
  await Promise.all(databases.flatMap(({ name }) => (name === undefined ? [] : [deleteDatabase(name)])))
}

/** Another tab that holds it open would stop it; that is said, not waited for. */
const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(new Error(name)))
    request.addEventListener('blocked', () => reject(new Error(name)))
  })

async function deleteCaches(): Promise<void> {
  if (!('caches' in globalThis)) return
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
}

async function removeWorkers(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registrations = await navigator.serviceWorker.getRegistrations()
  await Promise.all(registrations.map((registration) => registration.unregister()))
}

async function clearStorage(): Promise<void> {
  localStorage.clear()
  sessionStorage.clear()
}

async function signOut(): Promise<boolean> {
  try {
    await api('POST /entering/leave', {})
    return true
  } catch (error) {
    // A refusal is an answer: the server knows of no session here. Only silence leaves one open.
    return !(error instanceof NoConnection)
  }
}
