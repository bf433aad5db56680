import { expect, it } from 'vitest'
import { bulkhead } from './bulkhead.ts'

function tried(limits = { atOnce: 2, waiting: 2, patienceMs: 100 }) {
  const hold = bulkhead(limits)
  const story: string[] = []
  const enter = (name: string, now = 0) =>
    hold.enter(
      { begin: () => void story.push(`${name} in`), giveUp: () => void story.push(`${name} out`) },
      now,
    )
  return { hold, story, enter }
}

it('takes so many at once, lets a few wait, and turns away the rest at once', () => {
  const { hold, story, enter } = tried()
  for (const name of ['a', 'b', 'c', 'd', 'e']) enter(name)
  expect(story).toEqual(['a in', 'b in', 'e out'])
  expect([hold.atWork, hold.waiting]).toEqual([2, 2])
})

it('lets the oldest one waiting in when a place is free', () => {
  const { hold, story, enter } = tried()
  for (const name of ['a', 'b', 'c', 'd']) enter(name)
  hold.leave(50)
  hold.leave(60)
  hold.leave(70)
  hold.leave(80)
  expect(story).toEqual(['a in', 'b in', 'c in', 'd in'])
  expect([hold.atWork, hold.waiting]).toEqual([0, 0])
})

it('forgets whoever does not want to wait any more', () => {
  const { hold, story, enter } = tried()
  enter('a')
  enter('b')
  const withdraw = enter('c')
  enter('d')
  withdraw()
  withdraw()
  hold.leave(10)
  hold.leave(20)
  expect(story).toEqual(['a in', 'b in', 'd in'])
  expect([hold.atWork, hold.waiting]).toEqual([1, 0])
})

it('gives up those who waited too long, and lets nobody in who has', () => {
  const { hold, story, enter } = tried()
  enter('a')
  enter('b')
  enter('c', 10)
  enter('d', 50)
  expect(hold.expire(109)).toBe(110)
  hold.leave(110)
  expect(story).toEqual(['a in', 'b in', 'c out', 'd in'])
  expect(hold.expire(200)).toBeUndefined()
})
