import { data } from 'react-router'

export function loader() {
  throw data(null, { status: 404 })
}

export const meta = () => [{ title: 'Not found · Souk' }]

export default function NotFound() {
  return null
}
