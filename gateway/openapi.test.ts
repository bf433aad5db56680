import { publicCalls } from '@souk/contracts/all'
import { openApi } from '@souk/kit/http'
import { describe, expect, it } from 'vitest'
import { API_INFO } from './docs.ts'

interface Operation {
  operationId: string
  parameters: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { description: string }>
}

/** As a reader gets it, without what JSON cannot say. */
const document: { openapi: string; paths: Record<string, Record<string, Operation>> } = JSON.parse(
  JSON.stringify(openApi(publicCalls, API_INFO)),
)
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
)

/** What a `$ref` points at (RFC 6901); a place that is not there is undefined. */
const target = (pointer: string): unknown =>
  pointer
    .replace(/^#\/?/, '')
    .split('/')
    .filter((step) => step !== '')
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((place, step) => Object(place)[step], document)

/** Every `$ref` below a place. */
function refsIn(place: unknown): string[] {
  if (typeof place !== 'object' || place === null) return []
  return Object.entries(place).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : refsIn(value),
  )
}

describe('the OpenAPI document', () => {
  it('is one of 3.1, with an operation for every public call', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(operations).toHaveLength(publicCalls.length)
  })

  it('calls no two operations the same', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('points only at schemas it has', () => {
    const refs = [...new Set(refsIn(document))]
    expect(refs).toContain('#/components/schemas/Problem')
    for (const ref of refs) expect(target(ref), ref).toMatchObject({ type: expect.any(String) })
  })

  it.each(operations)(
    'declares each field of $method $path once, and what it answers',
    ({ path, operation: { parameters, responses } }) => {
      const fields = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const inPath = parameters.filter((one) => one.in === 'path')
      expect(inPath.map(({ name }) => name)).toEqual(fields)
      expect(inPath.every(({ required }) => required === true)).toBe(true)
      const places = parameters.map((one) => `${one.in} ${one.name}`)
      expect(new Set(places).size).toBe(places.length)
      expect(Object.keys(responses).filter((status) => !/^[1-5]\d\d$/.test(status))).toEqual([])
      expect(Object.values(responses).every(({ description }) => description !== '')).toBe(true)
    },
  )
})
