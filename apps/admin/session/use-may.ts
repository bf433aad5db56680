import { usePermissions } from 'react-admin'
import { may } from './may.ts'

/** Whether who is signed in has a scope; not before that is known. */
export function useMay(scope: string): boolean {
  const { permissions } = usePermissions<readonly string[]>()
  return permissions !== undefined && may(permissions, scope)
}
