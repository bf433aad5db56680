import { Readable } from 'node:stream'
import { browserIsHere, openBrowser } from '@souk/kit/testing/browser'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askedGateway } from '../fixtures/asked-gateway.ts'

const PRODUCTS = { items: [{ id: 'prod_1', title: 'Oolong', variants: [] }], nextCursor: null }
const ENTRIES = ['placed', 'confirmed'].map((type) => ({ type, at: '2026-11-23T12:00:00.000Z' }))

let gateway: Awaited<ReturnType<typeof askedGateway>>
beforeAll(async () => {
  gateway = await askedGateway(({ name }) => {
    if (name !== 'watch-order') return { ok: true, status: 200, body: PRODUCTS }
    const events = ENTRIES.map((entry) => `data: ${JSON.stringify(entry)}\n\n`)
    return { ok: true, status: 200, body: Readable.from(events) }
  })
})
afterAll(() => gateway.close())

const browse = (url: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8') =>
  fetch(url, { headers: { accept } })

describe('the page to try GraphQL on', () => {
  it('is shown to a browser, with all it needs from the shop itself', async () => {
    const page = await browse(`${gateway.url}/graphql`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
    const wanted = [...(await page.text()).matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(
      ([, path]) => path,
    )
    expect(wanted).toHaveLength(6)
    for (const path of wanted) {
      expect(path).toMatch(/^\/graphql\/page\//)
      const asset = await fetch(`${gateway.url}${path}`)
      const type = path?.endsWith('.css') ? 'text/css' : 'text/javascript'
      expect([path, asset.status, asset.headers.get('content-type')]).toEqual([
        ...[path, 200, `${type}; charset=utf-8`],
      ])
    }
  })

  it('is not in the way of programs that ask by GET', async () => {
    expect((await gateway.get({ query: '{ products { nodes { title } } }' })).body).toEqual({
      data: { products: { nodes: [{ title: 'Oolong' }] } },
    })
  })

  it('is not there in production', async () => {
    const production = await askedGateway(() => ({ ok: true, status: 200, body: PRODUCTS }), {
      graphql: { isExplorable: false },
    })
    expect((await browse(`${production.url}/graphql`)).status).toBe(400)
    expect((await browse(`${production.url}/graphql/page/graphiql.js`)).status).toBe(404)
    await production.close()
  })
})

describe.runIf(browserIsHere())('in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  }, 60_000)
  afterAll(() => browser.close())
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

  async function open(width: number) {
    const page = await browser.newPage({ viewport: { width, height: 844 } })
    const complaints: string[] = []
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
    page.on('pageerror', ({ message }) => void complaints.push(message))
    page.on('request', (request) => {
      if (!request.url().startsWith(gateway.url) && !request.url().startsWith('data:'))
        complaints.push(request.url())
    })
    await page.goto(`${gateway.url}/graphql`)
    return { page, complaints }
  }

  it.each([
    ['a desk', 1_280],
    ['a phone', 390],
  ])('on %s a query is asked and its answer seen, with no complaint', async (_where, width) => {
    const { page, complaints } = await open(width)
    await page.click('.graphiql-execute-button')
    await page.waitForSelector('.result-window :text("Oolong")')
    const [asked, answered] = await Promise.all(
      ['.graphiql-query-editor', '.result-window'].map((part) => page.locator(part).boundingBox()),
    )
    expect(Math.min(asked?.width ?? 0, answered?.width ?? 0)).toBeGreaterThan(280)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await page.click('[aria-label="Show Documentation Explorer"]')
    await page.click('.graphiql-plugin a:text-is("Query")')
    await page.waitForSelector('.graphiql-plugin :text("productRecommendations")')
    expect(complaints).toEqual([])
  })

  it('what is told live is shown result by result', async () => {
    const { page, complaints } = await open(1_280)
    const told = await page.evaluate(`(async () => {
      const query = 'subscription { orderTimeline(id: "ord_1") { type } }'
      const told = []
      for await (const result of ask({ query })) told.push(result)
      return told
    })()`)
    expect(told).toEqual(ENTRIES.map(({ type }) => ({ data: { orderTimeline: { type } } })))
    expect(complaints).toEqual([])
  })
})
