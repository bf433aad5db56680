import { ADMIN_PASSWORD } from './shop-process.ts'

export async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/admin/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@example.com', password: ADMIN_PASSWORD }),
  })
  return String(((await response.json()) as { accessToken: string }).accessToken)
}

/** Posts as staff, signed in once for all that is posted with it. */
export async function posting(url: string): Promise<<T>(path: string, body: object) => Promise<T>> {
  const headers = { authorization: `Bearer ${await signIn(url)}`, 'content-type': 'application/json' }
  return async <T>(path: string, body: object) => {
    const answered = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answered.ok) throw new Error(`${path} answered ${answered.status}: ${await answered.text()}`)
    return (await answered.json()) as T
  }
}
