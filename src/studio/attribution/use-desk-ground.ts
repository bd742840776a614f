import { useQuery } from '@tanstack/react-query'
import type { EditorView } from 'prosemirror-view'
import { useMemo } from 'react'
import type { DeskContext } from '../../desk/desk-text.ts'
import { deskLanguage } from '../../desk/language.ts'
import { eventsIn } from '../../story/figures.ts'
import { dateIn, instantOf, noonOf } from '../../time.ts'
import { asking } from '../api/queries.ts'
import { usePaper } from '../api/session.ts'
import { citedWords } from '../citing/claim-marks.ts'
import { askingNames } from '../citing/known-names.ts'
import { useDesk } from '../writing/desk-context.ts'

/** What the desk knows beside the text; null while it is asked for, `other-language` where the desk cannot read it. */
export function useDeskGround(view: EditorView): DeskContext | 'other-language' | null {
  const { story } = useDesk()
  const { zone } = usePaper()
  const language = deskLanguage(story.language)
  const names = useQuery({ ...askingNames(story.language), enabled: language !== undefined })
  const style = useQuery({ ...asking('GET /desk/style', {}), enabled: language !== undefined, staleTime: 60_000 })
  const figures = useFiguresOnRecord(view)
  // A draft goes out today, as far as anybody knows. To the day: each new hour would have everything read anew.
  const today = noonOf(dateIn(zone, instantOf(new Date())))
  const publishedAt = story.firstPublished?.at ?? today
  // Without a line the desk reads with what it has.
  const isReady = !names.isPending && !style.isPending
  return useMemo(() => {
    if (!language) return 'other-language'
    if (!isReady) return null
    return {
      language,
      publishedAt,
      zone,
      known: names.data ?? [],
      figures,
      style: style.data?.words ?? [],
      without: style.data?.without ?? [],
    }
  }, [language, isReady, publishedAt, zone, names.data, figures, style.data])
}

const NONE: DeskContext['figures'] = []

/** What the record has on the events of the story: those it shows, and those of the claims behind its words. */
function useFiguresOnRecord(view: EditorView): DeskContext['figures'] {
  const { content, story } = useDesk()
  const { language } = story
  const { body } = content
  // The body moves with what the view holds, a little behind it: the whole text is not walked at each letter.
  const { ids, shown } = useMemo(() => {
    const cited = citedWords(view.state.doc).map(({ claimId }) => claimId)
    return { ids: [...new Set(cited)].toSorted().join(','), shown: eventsIn(body) }
  }, [view, body])
  const claims = useQuery({
    ...asking('GET /record/claims', { query: { ids, language } }),
    enabled: ids !== '',
    placeholderData: (before) => before,
  })
  const ofClaims = ids === '' ? [] : (claims.data?.claims ?? []).map(({ eventId }) => eventId)
  const eventIds = [...new Set([...shown, ...ofClaims])].toSorted().slice(0, MOST_EVENTS).join(',')
  const { data } = useQuery({
    ...asking('GET /desk/figures', { query: { eventIds, language } }),
    enabled: eventIds !== '',
    placeholderData: (before) => before,
  })
  return eventIds === '' ? NONE : (data?.figures ?? NONE)
}

/** So many the server compares with. */
const MOST_EVENTS = 50
