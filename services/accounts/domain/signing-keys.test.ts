import { days, minutes } from '@souk/kit/runtime'
import { describe, expect, it } from 'vitest'
import { rotation, signing } from './signing-keys.ts'

const begin = days(1_000)
const first = { kid: 'first', createdAt: begin, activeFrom: begin }
const tenth = minutes(10)
const second = { kid: 'second', createdAt: begin + days(30), activeFrom: begin + days(30) + tenth }

describe('signing keys', () => {
  it('begin with one that signs at once', () => {
    expect(rotation([], begin)).toEqual({ activeFrom: begin, served: [] })
    expect(signing([first], begin)).toBe(first)
  })

  it('are joined by another after thirty days, which signs once everybody knows it', () => {
    expect(rotation([first], begin + days(30) - 1)).toEqual({ served: [] })
    expect(rotation([first], begin + days(30))).toEqual({ activeFrom: second.activeFrom, served: [] })
    expect(signing([second, first], second.activeFrom - 1)).toBe(first)
    expect(signing([first, second], second.activeFrom)).toBe(second)
  })

  it('stay published until the last token they signed has run out', () => {
    expect(rotation([first, second], second.activeFrom + minutes(60) - 1).served).toEqual([])
    expect(rotation([first, second], second.activeFrom + minutes(60)).served).toEqual(['first'])
  })
})
