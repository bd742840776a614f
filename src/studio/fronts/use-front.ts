import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import type { FrontChangeId, StoryId } from '../../ids.ts'
import type { Instant } from '../../time.ts'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import type { FrontAddress } from './front-address.ts'

export type FrontNow = AnswerTo<'GET /front'>
export type Place = FrontNow['places'][number]

/** A story chosen for a place, and until when. */
export interface Chosen {
  readonly position: number
  readonly storyId: StoryId
  readonly until: Instant | null
}

/** A change at a time to come. */
export interface Timed {
  readonly position: number
  readonly storyId: StoryId | null
  readonly fromAt: Instant
  readonly until: Instant | null
}

/** A front as it is now; asked again each half minute, since others arrange it too. */
export const useFrontNow = (front: FrontAddress): FrontNow =>
  useSuspenseQuery({ ...asking('GET /front', { query: front }), refetchInterval: 30_000 }).data

export const chosenIn = ({ places }: FrontNow): Chosen[] =>
  places.flatMap(({ position, chosen, until }) =>
    chosen ? [{ position, storyId: chosen.id, until: until as Instant | null }] : [],
  )

/** The same places with a story in another one; whoever stands there goes where it came from. */
export function moved(places: readonly Chosen[], from: number, to: number): Chosen[] {
  return places.map((place) => {
    if (place.position === from) return { ...place, position: to }
    return place.position === to ? { ...place, position: from } : place
  })
}

const onSuccess = () => refresh('GET /front')

/** What can be done with a front. Every act answers when the front is as it is to be. */
export function useFrontActs(front: FrontAddress, now: FrontNow) {
  const was = chosenIn(now).map(({ position, storyId }) => ({ position, storyId }))
  const arrange = useMutation({
    mutationFn: (places: readonly Chosen[]) => api('PUT /front', { body: { ...front, places: [...places], was } }),
    onSettled: onSuccess,
  })
  const undo = useMutation({ mutationFn: () => api('POST /front/undo', { body: front }), onSuccess })
  const time = useMutation({
    mutationFn: (change: Timed) => api('POST /front/changes', { body: { ...front, ...change } }),
    onSuccess,
  })
  return { arrange, undo, time }
}

export const useDropChange = () =>
  useMutation({
    mutationFn: (changeId: FrontChangeId) => api('DELETE /front/changes/{changeId}', { params: { changeId } }),
    onSuccess: () => refresh('GET /front'),
  })
