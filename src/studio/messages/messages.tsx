import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { en } from './en/en.ts'

export type Messages = typeof en

/** The languages the studio speaks. */
export const STUDIO_LANGUAGES = ['en', 'fr'] as const
export type StudioLanguage = (typeof STUDIO_LANGUAGES)[number]

interface Spoken {
  readonly language: StudioLanguage
  readonly messages: Messages
  readonly speak: (language: StudioLanguage) => void
}

const Speaking = createContext<Spoken>({ language: 'en', messages: en, speak: () => undefined })

/** Where a device remembers its language, so that the sign-in speaks it too. */
const REMEMBERED = 'onrecord-language'

const isSpoken = (language: string | null | undefined): language is StudioLanguage =>
  STUDIO_LANGUAGES.some((one) => one === language)

function firstLanguage(): StudioLanguage {
  const remembered = localStorage.getItem(REMEMBERED)
  if (isSpoken(remembered)) return remembered
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isSpoken) ?? 'en'
}

/** Only the language that is spoken is loaded, English aside, which the program's types come from. */
const load = async (language: StudioLanguage): Promise<Messages> =>
  language === 'fr' ? (await import('./fr/fr.ts')).fr : en

/** Gives the studio its words, and tells the browser which language they are in. */
export function MessagesProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  const [messages, setMessages] = useState<Messages | null>(null)
  useEffect(() => {
    let isWanted = true
    const bring = async () => {
      const loaded = await load(language)
      if (isWanted) setMessages(loaded)
    }
    void bring()
    document.documentElement.lang = language
    return () => {
      isWanted = false
    }
  }, [language])
  const speak = (wanted: StudioLanguage) => {
    localStorage.setItem(REMEMBERED, wanted)
    setLanguage(wanted)
  }
  if (!messages) return null
  return (
    <Speaking value={{ language, messages, speak }}>
      <I18nProvider locale={language === 'en' ? 'en-GB' : language}>{children}</I18nProvider>
    </Speaking>
  )
}

/** The studio's words: `useMessages().stories.title`. */
export const useMessages = (): Messages => use(Speaking).messages

/** The language the studio is in, and the way to another one. */
export const useStudioLanguage = (): Omit<Spoken, 'messages'> => use(Speaking)
