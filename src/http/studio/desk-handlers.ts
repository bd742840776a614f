import { deskFigures } from '../../newsroom/desk/desk-figures.ts'
import { deskNames } from '../../newsroom/desk/desk-names.ts'
import { newestSequence } from '../../store/record-sequence.ts'
import type { DESK_ENDPOINTS } from '../contract/desk.ts'
import type { Handlers } from './answer-endpoint.ts'

/** What the desk that reads along knows beside the text. */
export const deskHandlers: Handlers<typeof DESK_ENDPOINTS> = {
  'GET /desk/names': async ({ query: { have, ...asked } }, { newsroom: { db } }) => {
    if (have !== undefined && have === (await newestSequence(db))) return { version: have, names: null }
    const { version, names } = await deskNames(db, asked)
    return { version, names: names.map((name) => ({ ...name, aliases: [...name.aliases] })) }
  },
  'GET /desk/figures': async ({ query }, { newsroom }) => ({ figures: await deskFigures(newsroom.db, query) }),
}
