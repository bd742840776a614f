import type { PICTURES_ENDPOINTS } from '../contract/pictures.ts'
import type { Handlers } from './answer-endpoint.ts'

/** Pictures on their way in and in the library. */
export const picturesHandlers: Handlers<typeof PICTURES_ENDPOINTS> = {}
