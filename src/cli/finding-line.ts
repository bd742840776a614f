import { styleText } from 'node:util'
import type { Finding } from '../newsroom/finding.ts'

const SIGN = { ok: styleText('green', '✓'), note: styleText('yellow', '•'), fault: styleText('red', '✗') }

/** What was found, and beneath it what to do. */
export const findingLine = ({ level, what, remedy }: Finding): string[] => [
  `${SIGN[level]} ${what}`,
  ...(remedy ? [`    ${remedy}`] : []),
]
