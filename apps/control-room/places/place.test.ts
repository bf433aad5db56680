import { describe, expect, it } from 'vitest'
import { hrefTo, placeOf } from './place.ts'

describe('a place', () => {
  it('is the map where nothing is named, or what nobody knows', () => {
    for (const hash of ['', '#', '#/', '#/elsewhere'])
      expect(placeOf(hash)).toEqual({ page: 'map', id: undefined, query: {} })
  })

  it('is a page, one thing of it, and what was chosen', () => {
    expect(placeOf('#/map/4bf9?service=orders&errors=true')).toEqual({
      page: 'map',
      id: '4bf9',
      query: { service: 'orders', errors: 'true' },
    })
  })

  it('survives what cannot be decoded', () => {
    expect(placeOf('#/map/%E0%A4%A').id).toBe('%E0%A4%A')
  })
})

it('is found again by its link', () => {
  const href = hrefTo('map', { id: 'a b/c', query: { at: 'orders~carts~call', empty: '' } })
  expect(href).not.toContain('empty')
  expect(placeOf(href)).toEqual({ page: 'map', id: 'a b/c', query: { at: 'orders~carts~call' } })
})
