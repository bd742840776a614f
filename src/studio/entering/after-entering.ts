import { queries } from '../api/queries.ts'

/**
 * Forgets every answer that was given to somebody else, or to nobody: whoever has come in is asked about anew.
 *
 * What is on the screen stays until then, so that nobody's text vanishes under their hands.
 */
export async function afterEntering(): Promise<void> {
  await queries.refetchQueries({ queryKey: ['GET /session'] })
  void queries.invalidateQueries()
}
