import { expect, it } from 'vitest'
import { readSearch } from './read-search.ts'

const TRACE = '43259a89254d563efdeb13d8163e69ac'

it.each([
  [TRACE, `#/traces/${TRACE}`],
  [`  ${TRACE.toUpperCase()} `, `#/traces/${TRACE}`],
  [`00-${TRACE}-00f067aa0ba902b7-01`, `#/traces/${TRACE}`],
  ['saga_01m85rndvne5nv07acwrrq378k', '#/checkouts/saga_01m85rndvne5nv07acwrrq378k'],
  ['S-100004', '#/traces?order=S-100004'],
  ['ord_01m85rf5ncfb3vxt2xnp9vz83c', '#/traces?order=ord_01m85rf5ncfb3vxt2xnp9vz83c'],
  ['  ', undefined],
])('%j leads to %j', (text, href) => {
  expect(readSearch(text)).toBe(href)
})
