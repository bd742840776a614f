import { endpoints } from './endpoint.ts'

/** The record beside the text. */
export const RECORD_ENDPOINTS = endpoints({})
