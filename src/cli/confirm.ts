import { confirm, isCancel } from '@clack/prompts'
import { OnrecordError } from '../errors.ts'

/**
 * Asks before something that cannot be taken back.
 *
 * @throws OnrecordError `refused` when the answer is no; `bad-input` where nobody is there to be asked
 */
export async function confirmed(question: string, { yes, json }: { yes: boolean; json: boolean }): Promise<void> {
  if (yes) return
  if (!process.stdin.isTTY || json) {
    throw new OnrecordError('bad-input', 'This cannot be taken back, and nobody is here to be asked.', {
      remedy: 'Add --yes if it is meant.',
    })
  }
  const answer = await confirm({ message: question, initialValue: false })
  if (isCancel(answer) || !answer) throw new OnrecordError('refused', 'Nothing was changed.')
}
