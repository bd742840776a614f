import { endpoints } from './endpoint.ts'

/** Pictures on their way in and in the library. */
export const PICTURES_ENDPOINTS = endpoints({})
