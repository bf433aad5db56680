import type { Dispatch, Environment } from '@souk/kit/service'
import type { AuditedShop } from './audit-shop.ts'

interface Shop extends Pick<AuditedShop, 'services' | 'databases'> {
  readonly environment: Environment
  readonly sandboxUrl: string
  readonly carriersUrl: string
}

/** The auditor is a program of its own size: it is loaded when somebody asks for it. */
export function auditorWhenAsked({ environment, sandboxUrl, carriersUrl, ...shop }: Shop): Dispatch {
  const open = async () => {
    const [{ auditorOf }, { carriersOverHttp, ledgerOverHttp, openAuditor }] = await Promise.all([
      import('./audit-shop.ts'),
      import('@souk/auditor'),
    ])
    const { clock } = environment
    const books = { providerLedger: ledgerOverHttp(sandboxUrl), carrierLedger: carriersOverHttp(carriersUrl) }
    const audit = auditorOf({ ...shop, ...books, clock })
    return openAuditor(audit, { environment, instance: 'in-process' })
  }
  let opened: Promise<Dispatch> | undefined
  return async (contract, input, context) => {
    opened ??= open()
    return await (await opened)(contract, input, context)
  }
}
