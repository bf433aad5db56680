import { useGetOne } from 'react-admin'
import { useMay } from '../session/use-may.ts'

interface Named {
  readonly id: string
  readonly name: string
}

const AN_HOUR = 3_600_000

/** Who did something, as people say it: the shop by itself, who bought, or somebody of the staff by name. */
export function Actor({ actor }: { readonly actor: string }) {
  const id = actor.replace(/^operator:/, '')
  const isStaff = id.startsWith('staff_')
  const seesStaff = useMay('staff:read')
  const { data } = useGetOne<Named>('staff', { id }, { enabled: isStaff && seesStaff, staleTime: AN_HOUR })
  if (data) return <>{id === actor ? data.name : `${data.name}, as an operator`}</>
  if (isStaff) return <>{seesStaff ? <code>{actor}</code> : 'staff'}</>
  if (actor.startsWith('service:')) return <>the shop</>
  if (actor === 'guest' || actor.startsWith('cus_')) return <>the customer</>
  return <>{actor}</>
}
