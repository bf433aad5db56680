/** Addresses within the back office: all of them are behind the `#`, so the server knows one page. */
export const listOf = (resource: string): string => `#/${resource}`

export const newOf = (resource: string): string => `#/${resource}/create`

export const editOf = (resource: string, id: string): string => `#/${resource}/${encodeURIComponent(id)}`

export const showOf = (resource: string, id: string): string => `${editOf(resource, id)}/show`
