import { registerStaff } from '@souk/contracts/accounts'
import type { Call } from '@souk/kit/contract'
import { minutes } from '@souk/kit/runtime'
import { askWith, type Dispatch, type Environment } from '@souk/kit/service'
import { newTrace } from '@souk/kit/telemetry'
import { Fault } from './sentence.ts'

const ADMIN = 'admin@example.com'

/** The first start makes the admin. Returns a made-up password the one time it can be shown. */
export async function registerAdmin(
  dispatch: Dispatch,
  { environment, chosen }: { environment: Environment; chosen: string },
): Promise<string | undefined> {
  const { random, clock } = environment
  const ask = askWith(dispatch, () => ({
    caller: { kind: 'service', name: 'launcher' },
    trace: newTrace(random, false),
    deadline: clock.now() + minutes(1),
  }))
  const password = chosen || Buffer.from(random.bytes(12)).toString('base64url')
  const registered = await ask(registerStaff, { email: ADMIN, password, name: 'Admin', scopes: ['admin'] })
  if (!registered.ok) throw new Fault(`SOUK_ADMIN_PASSWORD was refused. ${reasonOf(registered.refusal)}`)
  return registered.body.wasCreated && !chosen ? password : undefined
}

function reasonOf({ code, detail }: { code: string; detail?: string | undefined }): string {
  const { refusals = {} } = registerStaff as Call
  return detail ?? refusals[code]?.title ?? code
}
