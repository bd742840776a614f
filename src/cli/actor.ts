import { userInfo } from 'node:os'
import type { Actor } from '../newsroom/newsroom.ts'

/** Whoever runs the command, as the audit names them: their user name on this machine. */
export const commandLineActor = (): Actor => ({ name: userInfo().username, via: 'command-line' })

export const serverActor = (): Actor => ({ name: userInfo().username, via: 'server' })
