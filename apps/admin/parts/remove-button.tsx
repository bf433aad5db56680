import { useDataProvider, useRedirect } from 'react-admin'
import { ConfirmButton } from './confirm-button.tsx'

interface RemoveButtonProps {
  readonly resource: string
  readonly record: { readonly id: string; readonly version: number }
  readonly name: string
  readonly explain: string
  /** The list one goes back to, where it is not the resource’s own. */
  readonly list?: string
}

/** Takes a record away and leads back to the list. */
export function RemoveButton({ resource, record, name, explain, list = resource }: RemoveButtonProps) {
  const provider = useDataProvider()
  const redirect = useRedirect()
  const work = async () => {
    await provider.delete(resource, { id: record.id, previousData: record })
    redirect('list', list)
  }
  return (
    <ConfirmButton
      label="Remove"
      title={`Remove “${name}”?`}
      explain={explain}
      done="It is gone."
      isDanger
      isLeaving
      work={work}
    />
  )
}
