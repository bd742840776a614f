import type { FrontSlot } from '../../story/front-slot.ts'

/** Which front is looked at, as it stands in the address. */
export type FrontAddress = Pick<FrontSlot, 'list' | 'language'>

export interface FrontSearch {
  readonly list?: string | undefined
  readonly language?: string | undefined
}

export const readFrontSearch = ({ list, language }: Readonly<Record<string, unknown>>): FrontSearch => ({
  ...(typeof list === 'string' ? { list } : {}),
  ...(typeof language === 'string' ? { language } : {}),
})

/** The home page in the paper's main language, where the address says nothing else. */
export const readFrontAddress = ({ list, language }: FrontSearch, mainLanguage: string): FrontAddress => ({
  list: list?.startsWith('section:') ? (list as FrontAddress['list']) : 'all',
  language: language ?? mainLanguage,
})
