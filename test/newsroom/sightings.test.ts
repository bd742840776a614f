import { describe, expect, it } from 'vitest'
import { Sightings } from '../../src/newsroom/purging/sightings.ts'

describe('how long the edition has had its changes', () => {
  it('is known from when they were seen first', () => {
    const sightings = new Sightings(10_000)
    sightings.note(4, 0)
    sightings.note(5, 1_000)
    sightings.note(5, 9_000)
    sightings.note(8, 9_500)
    expect(sightings.reachedBefore(9_500, 0)).toBe(8)
    expect(sightings.reachedBefore(9_500, 1_000)).toBe(5)
    expect(sightings.reachedBefore(9_500, 9_000)).toBe(4)
    expect(sightings.reachedBefore(9_500, 10_000)).toBeUndefined()
  })

  it('is remembered for as long as anybody asks, whatever comes', () => {
    const sightings = new Sightings(10_000)
    for (let number = 0; number <= 1_000; number += 1) sightings.note(number, number * 100)
    expect(sightings.reachedBefore(100_000, 10_000)).toBe(900)
    expect(sightings.reachedBefore(100_000, 1_000)).toBe(990)
  })
})
