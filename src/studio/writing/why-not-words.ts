import type { WhyNot } from '../../staff/can.ts'
import type { Messages } from '../messages/messages.tsx'

/** Why somebody may not, as a sentence in the studio's language. */
export function whyNotWords(reason: WhyNot, words: Messages['shell']['whyNot']): string {
  if (reason.kind === 'role') return words.role(reason.roles)
  if (reason.kind === 'state') return words.state(reason.state)
  return words[reason.kind]
}
