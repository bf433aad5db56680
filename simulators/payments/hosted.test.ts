import { expect, test, vi } from 'vitest'
import { receiver, sandbox } from './testing.ts'

/** What a browser without JavaScript does: finds the form's address and sends the pressed button. */
async function press(page: string, decision: string) {
  const html = await (await fetch(page)).text()
  const action = html.match(/<form method="post" action="([^"]*)"/)?.[1]
  if (action === undefined) throw new Error('the page has no form')
  const body = new URLSearchParams({ decision })
  return fetch(new URL(action, page), { method: 'POST', body, redirect: 'manual' })
}

test('shows the amount, two buttons and no script', async () => {
  const { pay } = await sandbox()
  const { body } = await pay('tok_3ds', { orderId: '<img src=x>' })
  const response = await fetch(String(body.redirectUrl))
  const html = await response.text()
  expect(html).toContain('€19.99')
  expect(html).toContain('<button name="decision" value="approve" id="approve">')
  expect(html).toContain('<button name="decision" value="fail" id="fail">')
  expect(html).toContain('&lt;img src=x&gt;')
  expect(html).not.toMatch(/<script|<img/)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test.each([
  [
    'approve',
    'captured',
    'approved',
    'payment.captured',
    ['authorization succeeded 1999', 'capture succeeded 1999'],
  ],
  ['fail', 'declined', 'failed', 'payment.failed', ['authorization failed 1999']],
])('%s leaves the payment %s and goes back to the shop', async (decision, status, payment, event, rows) => {
  const { heard, url } = await receiver()
  const { pay, ask, rows: written } = await sandbox({ webhookUrl: url })
  const { body } = await pay('tok_3ds', { returnUrl: 'https://shop.example/done?cart=7' })
  const response = await press(String(body.redirectUrl), decision)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`https://shop.example/done?cart=7&payment=${payment}`)
  expect((await ask(`/v1/payments/${body.id}`)).body).toMatchObject({ status })
  expect(await written()).toEqual(rows)
  await vi.waitFor(() => expect(heard).toMatchObject([{ type: event, data: { id: body.id } }]))
})

test('approving what should not be captured only authorizes it', async () => {
  const { pay, rows } = await sandbox()
  const { body } = await pay('', { method: 'wallet', capture: false })
  expect(await (await press(String(body.redirectUrl), 'approve')).text()).toContain('Payment approved')
  expect(await rows()).toEqual(['authorization succeeded 1999'])
})

test('a page used twice shows its outcome and changes nothing', async () => {
  const { pay, url, rows } = await sandbox()
  const { body } = await pay('tok_3ds', { returnUrl: 'https://shop.example/' })
  await press(String(body.redirectUrl), 'fail')
  const again = await fetch(`${url}/pay/${body.id}`, {
    method: 'POST',
    body: new URLSearchParams({ decision: 'approve' }),
    redirect: 'manual',
  })
  expect(again.status).toBe(200)
  expect(await again.text()).toContain('Payment failed')
  expect(await (await fetch(`${url}/pay/${body.id}`)).text()).toContain('href="https://shop.example/"')
  expect(await rows()).toEqual(['authorization failed 1999'])
})

test('another button decides nothing, an unknown payment has no page', async () => {
  const { pay, url, rows } = await sandbox()
  const { body } = await pay('tok_3ds')
  expect((await press(String(body.redirectUrl), 'perhaps')).status).toBe(422)
  expect(await rows()).toEqual(['authorization pending 1999'])
  expect((await fetch(`${url}/pay/sbx_pay_0`)).status).toBe(404)
})

test('the address given is the public one', async () => {
  const { pay, setAddresses } = await sandbox({ publicUrl: 'http://localhost:8080/sandbox/' })
  const { body } = await pay('tok_3ds')
  expect(body.redirectUrl).toBe(`http://localhost:8080/sandbox/pay/${body.id}`)
  setAddresses({ publicUrl: 'https://shop.example/sandbox' })
  const later = await pay('tok_3ds', { key: 'later' })
  expect(later.body.redirectUrl).toBe(`https://shop.example/sandbox/pay/${later.body.id}`)
})
