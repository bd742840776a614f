import type { Instant } from '../../time.ts'
import { usePaper } from '../api/session.ts'
import { useStudioLanguage } from '../messages/messages.tsx'

/** An instant in the newsroom's own zone, with UTC for whoever points at it. Never "two hours ago", which rots. */
export function When({ at, only }: { readonly at: Instant | string; readonly only?: 'day' | 'time' }) {
  const { language } = useStudioLanguage()
  const { zone } = usePaper()
  const locale = language === 'en' ? 'en-GB' : language
  const form: Intl.DateTimeFormatOptions =
    only === 'time'
      ? { timeStyle: 'short' }
      : only === 'day'
        ? { dateStyle: 'medium' }
        : { dateStyle: 'medium', timeStyle: 'short' }
  const date = new Date(at)
  return (
    <time dateTime={at} title={`${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`}>
      {new Intl.DateTimeFormat(locale, { ...form, timeZone: zone }).format(date)}
    </time>
  )
}
