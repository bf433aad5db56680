import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How the payment provider misbehaves, by share of requests or webhooks. */
const RATES = {
  slow: 0.05,
  error_500: 0.05,
  rate_limited: 0.03,
  timeout_before_effect: 0.02,
  timeout_after_effect: 0.03,
  webhook_duplicate: 0.2,
  webhook_early: 0.1,
  webhook_late: 0.1,
  webhook_out_of_order: 0.1,
  webhook_forged: 0.1,
  wrong_amount: 0.05,
}

/** Asks the provider to misbehave. It forgets with each restart. */
export async function misbehave(url: string, { data, seed }: { data: string; seed: number }): Promise<void> {
  const body = JSON.stringify({ seed, rates: RATES, slowMs: 800, holdMs: 8_000 })
  await tell(url, { data, method: 'PUT', body })
}

export const behave = (url: string, { data }: { data: string }): Promise<void> =>
  tell(url, { data, method: 'DELETE' })

async function tell(
  url: string,
  { data, method, body }: { data: string; method: string; body?: string },
): Promise<void> {
  const { sandboxKey } = JSON.parse(await readFile(join(data, 'secrets.json'), 'utf8'))
  const headers = {
    authorization: `Bearer ${sandboxKey}`,
    ...(body && { 'content-type': 'application/json' }),
  }
  const { ok, status } = await fetch(`${url}/sandbox/faults`, { method, headers, ...(body && { body }) })
  if (!ok) throw new Error(`the sandbox answered ${status} to ${method} /faults`)
}
