import { useSuspenseQuery } from '@tanstack/react-query'
import type { EditorView } from 'prosemirror-view'
import { lazy, Suspense, useRef, useState } from 'react'
import { DOCUMENT_VERSION, type StoryDocument } from '../../story/document.ts'
import { HOUSE_PAGES, type HousePageKind } from '../../story/house-page.ts'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { usePaper } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Screen } from '../ui/screen.tsx'
import './paper.css'

type HousePage = AnswerTo<'GET /paper/pages'>['pages'][number]

const StoryEditor = lazy(async () => ({ default: (await import('../editor/story-editor.tsx')).StoryEditor }))

const EMPTY: StoryDocument = { type: 'doc', version: DOCUMENT_VERSION, content: [{ type: 'paragraph', content: [] }] }

/** The pages on which the paper says who it is and how it works. */
export function HousePages() {
  const { paper } = useMessages()
  const { languages, defaultLanguage } = usePaper()
  const { language: own } = useStudioLanguage()
  const { pages } = useSuspenseQuery(asking('GET /paper/pages', {})).data
  const [kind, setKind] = useState<HousePageKind>('about')
  const [language, setLanguage] = useState(defaultLanguage)
  const page = pages.find((one) => one.kind === kind && one.language === language)
  const nameOf = (tag: string) => new Intl.DisplayNames([own], { type: 'language' }).of(tag) ?? tag
  return (
    <Screen title={paper.pages.title} about={paper.pages.about}>
      <div className="paper-pages">
        <nav aria-label={paper.pages.title}>
          {HOUSE_PAGES.map((one) => (
            <Button key={one} kind="quiet" aria-current={one === kind ? 'page' : false} onPress={() => setKind(one)}>
              {paper.pages.kinds[one]} {pages.some((written) => written.kind === one) ? '●' : '○'}
            </Button>
          ))}
        </nav>
        <div>
          {languages.length > 1 && (
            <Select
              label={paper.pages.language}
              value={language}
              choices={languages.map((value) => ({ value, label: nameOf(value) }))}
              onChange={setLanguage}
            />
          )}
          <PageForm key={`${kind} ${language}`} kind={kind} language={language} page={page} />
        </div>
      </div>
    </Screen>
  )
}

interface FormProps {
  readonly kind: HousePageKind
  readonly language: string
  readonly page: HousePage | undefined
}

function PageForm({ kind, language, page }: FormProps) {
  const { paper, ui } = useMessages()
  const [title, setTitle] = useState(page?.title ?? '')
  const [said, setSaid] = useState<string | null>(null)
  const view = useRef<EditorView | null>(null)
  const { run, isBusy, notice } = useDoing()
  const params = { kind, language }
  const act = async (work: () => Promise<unknown>, words: string) => {
    const done = await run(async () => {
      await work()
      await refresh('GET /paper/pages')
    })
    setSaid(done ? words : null)
  }
  const save = () =>
    act(async () => {
      if (!view.current) return
      const { toStoryDocument } = await import('../editor/story-document.ts')
      const body = { title, body: toStoryDocument(view.current.state.doc) }
      await api('PUT /paper/pages/{kind}/{language}', { params, body })
    }, paper.pages.saved)
  return (
    <form className="paper-page" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={paper.pages.pageTitle} value={title} onChange={setTitle} lang={language} />
      <Suspense fallback={<Loading />}>
        <StoryEditor
          initial={(page?.body as StoryDocument | undefined) ?? EMPTY}
          language={language}
          isEditable
          onReady={(ready) => {
            view.current = ready
          }}
        />
      </Suspense>
      {notice}
      {said !== null && <Notice kind="done" title={said} />}
      <div className="actions">
        <Button kind="main" type="submit" isDisabled={isBusy || title.trim() === ''}>
          {paper.pages.publish}
        </Button>
        {page && (
          <Button
            kind="grave"
            isDisabled={isBusy}
            onPress={() =>
              void act(() => api('DELETE /paper/pages/{kind}/{language}', { params }), paper.pages.removed)
            }
          >
            {ui.remove}
          </Button>
        )}
      </div>
    </form>
  )
}
