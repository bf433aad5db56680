import { useState } from 'react'
import { useInput } from 'react-admin'

type Attributes = Readonly<Record<string, string>>

/** Names and values, such as Material: Linen. */
export function AttributesInput() {
  const { field, fieldState } = useInput({ source: 'attributes' })
  const attributes: Attributes = field.value ?? {}
  const [name, setName] = useState('')
  const put = (key: string, value: string) => field.onChange({ ...attributes, [key]: value })
  const remove = (key: string) => {
    const { [key]: _, ...others } = attributes
    field.onChange(others)
  }
  const add = () => {
    put(name.trim(), '')
    setName('')
  }
  return (
    <div className="fields">
      {Object.entries(attributes).map(([key, value]) => (
        <div className="attribute" key={key}>
          <label htmlFor={`attribute-${key}`}>{key}</label>
          <input
            id={`attribute-${key}`}
            value={value}
            required
            onChange={(event) => put(key, event.target.value)}
          />
          <button type="button" className="quiet" aria-label={`Remove ${key}`} onClick={() => remove(key)}>
            ×
          </button>
        </div>
      ))}
      {fieldState.error && <p className="fault">{fieldState.error.message}</p>}
      <div className="attribute">
        <label htmlFor="new-attribute">Another one</label>
        <input
          id="new-attribute"
          placeholder="Its name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="button" disabled={name.trim() === '' || name.trim() in attributes} onClick={add}>
          Add
        </button>
      </div>
    </div>
  )
}
